import pytest

HEAD = "Council closes bridge"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."
THREE = "Drivers were told to use the ring road, which the police expect to be crowded, it said."
LINKS = (
    "Flood hits Norwick again",
    "Storm over the harbour",
    "Mayor asks for aid",
    "Ten things to do",
)


@pytest.mark.parametrize(
    "subhead",
    [
        "Trouble on the north side",
        "What did the mayor know?",
        "Troops sent against “armed groups”",
        "Days of rain",
    ],
)
def test_short_lines_between_paragraphs_are_subheads(kinds, subhead):
    assert kinds(HEAD, ONE, subhead, TWO)[subhead] == "subhead"


@pytest.mark.parametrize(
    "line",
    ["She left.", "“No.”", "Holm: It was not safe.", "But why now, people ask?", "- worn cables"],
)
def test_short_sentences_quotations_and_items_are_body(kinds, line):
    assert kinds(HEAD, ONE, line, TWO)[line] == "body"


def test_links_below_their_heading_are_boilerplate(kinds):
    found = kinds(HEAD, ONE, TWO, "Related articles", *LINKS[:2], THREE)
    assert [found[x] for x in ("Related articles", *LINKS[:2])] == ["boilerplate"] * 3
    assert found[THREE] == "body"


def test_many_short_lines_in_a_row_on_a_page_with_furniture_are_links(kinds):
    found = kinds("Skip to content", HEAD, ONE, TWO, *LINKS, THREE)
    assert [found[link] for link in LINKS] == ["boilerplate"] * 4


def test_a_list_in_a_text_without_furniture_stays(kinds):
    found = kinds(HEAD, ONE, TWO, *LINKS, THREE)
    assert [found[link] for link in LINKS] == ["body"] * 4


def test_a_list_announced_by_a_colon_stays(kinds):
    found = kinds(
        "Skip to content", HEAD, ONE, "The council gave four reasons:", *LINKS, TWO, THREE
    )
    assert [found[link] for link in LINKS] == ["body"] * 4


def test_a_table_of_figures_stays(kinds):
    rows = ("Holm 41", "Ek 30", "Dahl 20", "Others 9")
    found = kinds("Skip to content", HEAD, ONE, TWO, *rows, THREE)
    assert [found[row] for row in rows] == ["body"] * 4


def test_the_heading_of_a_newsletter_box_is_boilerplate(kinds):
    found = kinds(
        HEAD, ONE, "The Morning Letter", "Sign up for our newsletter and get the news", TWO
    )
    assert found["The Morning Letter"] == "boilerplate"


def test_a_list_heading_above_the_text_does_not_swallow_the_headline(kinds):
    assert (
        kinds("Trending", *LINKS[:2], HEAD + " after cracks are found", ONE, TWO)[
            HEAD + " after cracks are found"
        ]
        == "headline"
    )


CAPITALS = "MAYOR ASKS FOR AID AS RIVER RISES"


@pytest.mark.parametrize(
    "line", [CAPITALS, "WHO CLOSED THE OLD BRIDGE?", "BANK 'CLOSELY WATCHES' THE FLOOD"]
)
def test_long_lines_in_capitals_between_paragraphs_are_links(labelled, line):
    assert labelled(HEAD, ONE, line, TWO, THREE)[2] == ("boilerplate", "page.capitals_link", line)


def test_short_subheads_in_capitals_stay(kinds):
    found = kinds(HEAD, ONE, "THE FLOOD", TWO, "WHAT COMES NEXT", THREE)
    assert [found[x] for x in ("THE FLOOD", "WHAT COMES NEXT")] == ["subhead"] * 2


def test_a_longer_subhead_among_short_ones_in_capitals_stays(kinds):
    found = kinds(HEAD, ONE, "THE FLOOD", TWO, "AFTER THE RIVER ROSE", THREE, "NEXT STEPS", ONE)
    assert found["AFTER THE RIVER ROSE"] == "subhead"
    assert kinds(HEAD, ONE, "VIDEO ROOM", TWO, CAPITALS, THREE)[CAPITALS] == "boilerplate"


@pytest.mark.parametrize("line", ["“DOWN WITH THE OLD BRIDGE”", "THE OLD BRIDGE IS CLOSED NOW."])
def test_a_quotation_or_a_sentence_in_capitals_is_no_link(kinds, line):
    assert kinds(HEAD, ONE, line, TWO, THREE)[line] == "body"


def test_an_article_in_capitals_keeps_its_subheads(kinds):
    found = kinds(HEAD.upper(), ONE.upper(), CAPITALS, TWO.upper(), THREE.upper())
    assert found[CAPITALS] == "subhead"


def test_a_box_with_the_days_headlines_is_boilerplate(kinds):
    box = "Norwick Flash top headlines are here. Check out what's clicking on norwick.example."
    found = kinds(HEAD, "By Ann Lee", "Top headlines for January 9", box, ONE, TWO)
    assert [found[x] for x in ("Top headlines for January 9", box)] == ["boilerplate"] * 2
    assert found[ONE] == "body"


@pytest.mark.parametrize("heading", ["Recommended", "Most read", "Related"])
def test_a_question_below_the_heading_of_a_list_is_a_link(kinds, heading):
    found = kinds(HEAD, ONE, TWO, heading, "Who closed the market hall?", LINKS[0], THREE)
    assert [found[x] for x in ("Who closed the market hall?", LINKS[0])] == ["boilerplate"] * 2
    assert found[THREE] == "body"


def test_a_teaser_of_other_matter_between_two_lists_is_boilerplate(kinds):
    teaser = "Actors dance until dawn at festival, fans said on Sunday in letters to magazines."
    found = kinds(HEAD, ONE, TWO, "Recommended", LINKS[0], teaser, "More from the Post", LINKS[1])
    assert found[teaser] == "boilerplate"


def test_a_last_paragraph_of_the_same_matter_between_two_lists_stays(kinds):
    last = "The bridge will open again in May, said the mayor of Norwick at the end of the day."
    found = kinds(HEAD, ONE, TWO, "Recommended", LINKS[0], last, "More from the Post", LINKS[1])
    assert found[last] == "body"
