import pytest

from analysis.grouping import proposed_stories
from analysis.types import Article

FERRY = (
    "The Harbour Queen sank near Port Ellis on Monday. Rescuers said 12 passengers of the "
    "Harbour Queen were missing. The ferry left Port Ellis at noon.",
    "A ferry went down off Port Ellis, leaving 12 passengers missing. The Harbour Queen had "
    "been repaired in May, the mayor of Port Ellis said.",
    "Divers searched the wreck of the Harbour Queen. The ferry had 12 missing passengers when "
    "it sank off Port Ellis, and rescuers gave up hope.",
)
BANK = (
    "The Central Reserve raised interest rates by half a point. Governor Dana Wells said prices "
    "rose too fast, and interest on loans would follow.",
    "Interest rates rose again as Dana Wells of the Central Reserve warned of prices. Loans "
    "become dearer by half a point, the governor said.",
)
MOURNING = (
    "Port Ellis mourned on Tuesday. The owner of the Harbour Queen promised help to families, and "
    "flags flew at half mast in the whole district."
)
LONE = "A museum in Westfield opened its garden with forty old roses and a brass band."


def _articles(texts, **known):
    return [Article(id=f"{texts[0][:3]}{n}", text=text, **known) for n, text in enumerate(texts)]


def test_articles_on_one_event_are_proposed_and_others_are_left_alone():
    articles = [*_articles(FERRY), *_articles(BANK), Article(id="lone", text=LONE)]
    found = proposed_stories(articles)
    assert sorted(sorted(each.article_ids) for each in found) == [
        ["The0", "The1"],
        ["The0", "The1", "The2"],
    ]
    assert [each.likeness for each in found] == sorted(
        (each.likeness for each in found), reverse=True
    )
    assert all(0.22 <= each.likeness <= 1 for each in found)


def test_a_proposal_says_which_words_its_articles_share():
    (found,) = proposed_stories([*_articles(FERRY), Article(id="lone", text=LONE)])
    assert {"Port", "Ellis", "Harbour", "Queen", "ferry"} <= set(found.words)
    assert not {"the", "The", "of"} & set(found.words)
    assert len(found.words) <= 8


def test_the_order_of_times_is_kept_and_articles_without_time_stand_last():
    times = (None, "2024-03-05", "2024-03-04T10:00:00+01:00")
    articles = [
        Article(id=f"a{n}", text=text, published=when)
        for n, (text, when) in enumerate(zip(FERRY, times, strict=True))
    ]
    (found,) = proposed_stories(articles)
    assert found.article_ids == ("a2", "a1", "a0")
    assert (found.first, found.last) == ("2024-03-04T10:00:00+01:00", "2024-03-05")


def test_without_times_there_is_no_first_and_last():
    (found,) = proposed_stories([*_articles(FERRY), Article(id="lone", text=LONE)])
    assert (found.first, found.last) == (None, None)


@pytest.mark.parametrize(("published", "n_found"), [("2024-03-08", 1), ("2024-03-09", 0)])
def test_articles_far_apart_in_time_are_joined_only_if_very_like(published, n_found):
    first = Article(id="a", text=FERRY[0], published="2024-03-01")
    other = Article(id="b", text=MOURNING, published=published)
    assert len(proposed_stories([first, other, Article(id="c", text=LONE)])) == n_found


def test_a_copy_is_joined_whenever_it_was_published():
    first = Article(id="a", text=FERRY[0], published="2024-03-01")
    other = Article(id="b", text=FERRY[0], published="2025-03-01")
    (found,) = proposed_stories([first, other])
    assert found.likeness == pytest.approx(1)


def test_fewer_days_may_be_asked_for():
    first = Article(id="a", text=FERRY[0], published="2024-03-01")
    other = Article(id="b", text=MOURNING, published="2024-03-04")
    lone = Article(id="c", text=LONE)
    assert len(proposed_stories([first, other, lone], days=3)) == 1
    assert proposed_stories([first, other, lone], days=2) == ()


def test_the_headline_counts():
    texts = ["It rained.", "It rained again.", "It was dry."]
    titles = ["Storm Olga floods Brackwater", "Brackwater under water after Storm Olga", "Budget"]
    articles = [
        Article(id=str(n), text=text, title=title)
        for n, (text, title) in enumerate(zip(texts, titles, strict=True))
    ]
    (found,) = proposed_stories(articles)
    assert found.article_ids == ("0", "1")


@pytest.mark.parametrize("texts", [[], [LONE], ["", ""], ["…", LONE]])
def test_nothing_to_join_gives_no_proposals(texts):
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    assert proposed_stories(articles) == ()


def test_the_order_of_the_articles_does_not_matter():
    articles = [*_articles(FERRY), Article(id="lone", text=LONE)]
    forth, back = proposed_stories(articles), proposed_stories(articles[::-1])
    assert [set(each.article_ids) for each in forth] == [set(each.article_ids) for each in back]
