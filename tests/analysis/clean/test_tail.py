import pytest

HEAD = "Council closes bridge"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town, Ada Holm, said that the work would begin in the spring of next year."


@pytest.mark.parametrize(
    "bio",
    [
        "Dana is a politics student at the University of Norland. She worked as an intern.",
        "Jo Marsh is a correspondent based in Oslo. Follow her on Twitter @jomarsh.",
        "Jo Marsh covers roads for the Norwick Post and has written for other papers.",
        "Jo Marsh writes about roads. She is a freelance journalist.",
        "Ana Pérez es periodista. // Ana Pérez is a journalist who writes about politics.",
        "Cy Dahl is professor of engineering at the University of Norland.",
        "The author is a fellow of the Harbour Institute.",
        "Cy Dahl, a law professor in Oslo, is a member of our board of contributors.",
    ],
)
def test_author_bios_at_the_end(kinds, bio):
    assert kinds(HEAD, "By Jo Marsh", ONE, TWO, bio, "Leave a Reply")[bio] == "bio"


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm is a former teacher who has led the council for ten years.",
        "The author’s legal case would be easier if the book had come out in Norland.",
        "Norwick is a town of 9,000 people on the north coast.",
        "Republicans are likely to name a new member of the council next week.",
        "“Dana is a student,” she said of her daughter.",
    ],
)
def test_last_paragraphs_about_others_are_body(kinds, sentence):
    assert kinds(HEAD, "By Jo Marsh", ONE, TWO, sentence)[sentence] == "body"


def test_an_expert_whose_words_follow_is_a_source(kinds):
    expert = "Cy Dahl is a professor of engineering at the University of Norland."
    assert (
        kinds(HEAD, ONE, TWO, expert, "He said nobody had checked the pillars.")[expert] == "body"
    )


def test_lines_below_the_article_are_boilerplate(kinds):
    found = kinds(
        HEAD, ONE, TWO, "We can only hope.", "Share this:", "Norwick", "Bridges and roads"
    )
    assert found["We can only hope."] == "body"
    assert [found[x] for x in ("Share this:", "Norwick", "Bridges and roads")] == [
        "boilerplate"
    ] * 3


def test_a_list_that_ends_a_text_without_furniture_is_body(kinds):
    found = kinds(HEAD, ONE, TWO, "Norwick north", "Norwick south", "Norwick east")
    assert found["Norwick east"] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ann Lee; Editing by Bo Ek",
        "Bo Ek contributed to this report.",
        "Additional reporting by Bo Ek",
        "(Reporting by Ann Lee in Oslo)",
        "With reporting by AP and AFP",
    ],
)
def test_further_reporters_are_bylines(kinds, line):
    assert kinds(HEAD, ONE, TWO, line)[line] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "© 2022 Norwick Post. All rights reserved.",
        "(c) Reuters",
        "Copyright 2022 Norwick Post",
        "Editor’s note: This article was updated on Jan. 12.",
        "This story first appeared in the Norwick Post.",
        "Translated from Norse by Bo Ek",
        "Tags: bridge, Norwick",
        "Follow us on Twitter",
        "Read more: Flood hits Norwick",
        "Do you like this article?",
    ],
)
def test_notes_and_prompts_are_boilerplate(kinds, line):
    assert kinds(HEAD, ONE, TWO, line)[line] == "boilerplate"
