import pytest

HEAD = "Council closes bridge"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."

BOX = (
    "Support free",
    "independent journalism",
    "Our mission is to tell you what happens in the north.",
    "Whether $3 or $30, every contribution counts.",
    "Jo Marsh",
    "Jo Marsh",
)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_appeal_is_boilerplate_before_and_between_paragraphs(labelled, place):
    text = [ONE, TWO]
    found = labelled(HEAD, *text[:place], *BOX, *text[place:])
    assert [(kind, line) for kind, _, line in found if kind != "boilerplate"] == [
        ("headline", HEAD),
        ("body", ONE),
        ("body", TWO),
    ]
    assert [line for kind, _, line in found if kind == "boilerplate"] == list(BOX)


def test_the_signatory_is_named_as_such(labelled):
    found = labelled(HEAD, ONE, *BOX, TWO)
    assert ("boilerplate", "appeal.signature", "Jo Marsh") in found


def test_an_author_below_an_appeal_with_a_date_is_the_author(kinds):
    found = kinds(HEAD, BOX[3], "Jo Marsh", "January 12, 2022", ONE, TWO)
    assert found["Jo Marsh"] == "byline"


def test_a_donation_box_with_button(kinds):
    lines = (
        "Help us keep our reporting free",
        "We are a small newsroom and we depend on readers like you. Will you donate $10 today?",
        "DONATE NOW",
    )
    found = kinds(HEAD, ONE, *lines, TWO)
    assert [found[line] for line in lines] == ["boilerplate"] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for the president fell.",
        "The charity said every contribution counts.",
        "“Every donation counts,” she told the crowd in Norwick.",
        "She asked members to donate now, according to the group.",
        "Holm may be a friend of the mayor, but not of the town.",
        "He gave money to a group to protect journalists.",
        "The party is funded by its members and by the state.",
    ],
)
def test_reports_about_money_are_body(kinds, sentence):
    assert kinds(HEAD, ONE, sentence, TWO)[sentence] == "body"
