from dashboard import words


def test_one_article_per_outlet_speaks_of_the_texts_only():
    assert words.notice([1, 1, 1], 5) == words.NOTICE
    assert words.notice([], 5) == words.NOTICE


def test_too_few_of_one_outlet_speak_of_the_texts_only():
    text = words.notice([9, 2], 5)
    assert text.startswith("2 to 9 articles per outlet, chosen by us. With fewer than 5 of each, ")
    assert "not the outlets" in text


def test_enough_articles_of_every_outlet_say_what_the_ranges_rest_on():
    text = words.notice([5, 12], 5)
    assert text.startswith("At least 5 articles per outlet")
    assert "not the outlets" not in text
