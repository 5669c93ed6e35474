import pytest

HEAD = "Council closes bridge after cracks"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."


def test_the_first_title_like_line_is_the_headline(kinds):
    assert kinds(HEAD, ONE, TWO)[HEAD] == "headline"


def test_chrome_above_the_headline_is_boilerplate(kinds):
    found = kinds("Skip to content", "Log in", "ANALYSIS", HEAD, "Leer en Español", ONE, TWO)
    assert found == {
        "Skip to content": "boilerplate",
        "Log in": "boilerplate",
        "ANALYSIS": "boilerplate",
        HEAD: "headline",
        "Leer en Español": "boilerplate",
        ONE: "body",
        TWO: "body",
    }


def test_a_given_title_decides(labelled):
    found = labelled("Ten things to do about the bridge", HEAD, ONE, TWO, title=HEAD + "!")
    assert found[1] == ("headline", "headline.title", HEAD)
    assert found[0][0] == "boilerplate"


def test_a_given_title_on_two_lines(kinds):
    found = kinds("Council closes bridge;", "Cracks are found in two pillars", ONE, TWO,
                  title="Council closes bridge; Cracks are found in two pillars")  # fmt: skip
    assert found["Council closes bridge;"] == "headline"
    assert found["Cracks are found in two pillars"] == "headline"


def test_a_repeated_headline_counts_once(labelled):
    assert labelled(HEAD, ONE, HEAD, TWO)[2] == ("boilerplate", "headline.repeated", HEAD)


def test_a_text_without_headline_has_none(kinds):
    assert set(kinds(ONE, TWO).values()) == {"body"}


def test_a_question_and_a_quotation_may_be_headlines(kinds):
    assert (
        kinds("Why did the council close the bridge?", ONE, TWO)[
            "Why did the council close the bridge?"
        ]
        == "headline"
    )
    assert kinds("‘No risk’: Norwick closes bridge", ONE)["‘No risk’: Norwick closes bridge"] == (
        "headline"
    )


def test_standfirst_between_headline_and_byline(kinds):
    found = kinds(
        HEAD, "Mayor defends her choice to close the road", "Jo Marsh", "11 May 2022", ONE, TWO
    )
    assert list(found.values()) == [
        "headline",
        "standfirst",
        "byline",
        "dateline",
        "body",
        "body",
    ]


@pytest.mark.parametrize("above", ["January 9, 2022", "By Ann Lee"])
def test_a_standfirst_below_a_date_or_byline_above_the_headline(kinds, above):
    deck = "Mayor orders all of the boats off the river at once"
    assert kinds("NORLAND", above, HEAD, deck, "Share", ONE, TWO)[deck] == "standfirst"


def test_a_link_in_capitals_below_the_byline_is_boilerplate(kinds):
    link = "MAYOR ASKS FOR AID AS RIVER RISES"
    assert kinds(HEAD, "By Ann Lee", link, ONE, TWO)[link] == "boilerplate"


def test_standfirst_between_date_and_advertisement(kinds):
    summary = "The bridge was built in 1931. It has been closed twice in its long history."
    found = kinds(HEAD, "January 13, 2022", summary, "Advertisement", ONE, TWO)
    assert found[summary] == "standfirst"
    assert found["Advertisement"] == "boilerplate"


def test_the_first_paragraph_below_a_byline_is_body(kinds):
    assert kinds(HEAD, "By Ann Lee", ONE, "Advertisement", TWO)[ONE] == "body"


def test_a_name_below_the_summary_is_the_author(kinds):
    found = kinds(HEAD, "The pillars may fall in a storm, they say.", "Ann Lee", ONE, TWO)
    assert found["Ann Lee"] == "byline"
    assert found["The pillars may fall in a storm, they say."] == "standfirst"


def test_a_date_after_by_is_no_author(kinds):
    assert kinds(HEAD, "By January 12, 2022", ONE, TWO)["By January 12, 2022"] == "dateline"


def test_author_with_office_and_stamp(kinds):
    found = kinds(
        HEAD, "Ann Lee", "Norland correspondent", "Source: Post | 2022-01-11 20:15", ONE, TWO
    )
    assert found["Ann Lee"] == "byline"
    assert found["Norland correspondent"] == "byline"
    assert found["Source: Post | 2022-01-11 20:15"] == "dateline"


def test_byline_and_date_on_one_line_are_two_blocks(labelled):
    assert labelled(HEAD, "By Ann Lee | January 12, 2022", ONE, TWO)[1:3] == [
        ("byline", "byline.by", "By Ann Lee |"),
        ("dateline", "dateline.after_byline", "January 12, 2022"),
    ]


def test_dates_of_a_timeline_are_subheads_and_clock_lines_are_not(kinds):
    found = kinds(HEAD, ONE, "January 5", TWO, "9:05 p.m.", ONE + " Again.")
    assert found["January 5"] == "subhead"
    assert found["9:05 p.m."] == "dateline"
