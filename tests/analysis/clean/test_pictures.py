import pytest

from analysis.clean.page import Line
from analysis.clean.pictures import credit_start, embed_start, is_credit

ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("A view of the bridge. (AP)", "(AP)"),
        ("A view of the bridge. [Ministry of Roads]", "[Ministry of Roads]"),
        ("A view of the bridge. (Image: EFE)", "(Image: EFE)"),
        ("A view of the bridge (AP Photo/Ann Lee)", "(AP Photo/Ann Lee)"),
        ("A view of the bridge. Photograph: Ann Lee/Reuters", "Photograph: Ann Lee/Reuters"),
        ("A view of the bridge CREDIT: Ann Lee", "CREDIT: Ann Lee"),
        ("A view of the bridge. REUTERS/Ann Lee", "REUTERS/Ann Lee"),
        ("Norwick bridge © AFP / Ann Lee", "© AFP / Ann Lee"),
        ("The mayor speaks (file photo)", "(file photo)"),
    ],
)
def test_the_credit_that_ends_a_caption(text, credit):
    assert text[credit_start(text) :] == credit


@pytest.mark.parametrize(
    "text",
    [
        "A view of the bridge.",
        "Senator Ada Holm (Pa.)",
        "The bridge (built in 1931)",
        "He said it was [sic]",
        "The result was clear (see below)",
        "(AP)",
        "",
    ],
)
def test_asides_are_no_credits(text):
    assert credit_start(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Wikimedia Commons)", True),
        ("Ann Lee/AFP", True),
        ("Ann Lee via Getty Images", True),
        ("Ann Lee | Bloomberg | Getty Images", True),
        ("[AFP]", True),
        ("(He laughs)", False),
        ("Reuters", False),
        ("Getty opens its new museum in the hills", False),
        ("and/or", False),
        ("", False),
    ],
)
def test_lines_that_are_only_a_credit(text, expected):
    assert is_credit(Line(1, 0, len(text), text)) is expected


def test_a_doubled_caption_counts_once_and_keeps_its_credit(labelled):
    plain = "Cars are seen at the bridge on January 9."
    credited = f"{plain} [Ministry of Roads]"
    caption = ("caption", "caption.doubled", plain)
    credit = ("credit", "credit.tail", "[Ministry of Roads]")
    page = labelled("Council closes bridge", "By Ann Lee", plain, credited, ONE, TWO)
    assert page[2:5] == [("boilerplate", "caption.repeated", plain), caption, credit]
    page = labelled("Council closes bridge", "By Ann Lee", credited, credited, ONE, TWO)
    assert page[2:5] == [caption, credit, ("boilerplate", "caption.repeated", credited)]


def test_a_doubled_paragraph_counts_once(labelled):
    assert [kind for kind, _, _ in labelled("Council closes bridge", ONE, TWO, TWO)] == [
        "headline",
        "body",
        "body",
        "boilerplate",
    ]


@pytest.mark.parametrize(
    ("caption", "rule"),
    [
        ("FILE - Cars cross the bridge in May.", "caption.file"),
        ("FILE PHOTO: Cars cross the bridge.", "caption.label"),
        ("People are seen near the bridge in Norwick.", "caption.seen"),
        ("Ada Holm, pictured in 2019", "caption.seen"),
        ("In this photo provided by the town, cars cross the bridge.", "caption.label"),
        ("Cars cross the bridge. Photo: Ann Lee / Getty Images", "caption.with_credit"),
    ],
)
def test_captions_between_paragraphs(labelled, caption, rule):
    found = labelled("Council closes bridge", ONE, caption, TWO)
    assert found[2][:2] == ("caption", rule)
    assert found[-1] == ("body", "body.text", TWO)


@pytest.mark.parametrize(
    "sentence",
    [
        "Smoke was seen over the city on Monday.",
        "He is seen as a reformer by many in the north.",
        "The picture of the economy is bleak.",
        "The deal was signed on Monday (see the full list).",
        "It was the first talk since May (AP).",
    ],
)
def test_sentences_that_only_look_like_captions(kinds, sentence):
    lines = [ONE, TWO] * 4
    assert kinds("Council closes bridge", *lines[:7], sentence, *lines[7:])[sentence] == "body"


def test_a_short_line_above_a_credit_is_its_caption(kinds):
    found = kinds(
        "Council closes bridge",
        ONE,
        "People gather near the bridge on January 4.",
        "(Wikimedia Commons)",
        TWO,
    )
    assert found["People gather near the bridge on January 4."] == "caption"
    assert found["(Wikimedia Commons)"] == "credit"


def test_a_past_tense_paragraph_above_a_credit_stays_body(kinds):
    assert kinds("Council closes bridge", ONE, "Image: Ann Lee/AFP", TWO)[ONE] == "body"


def test_the_signature_of_a_quoted_post():
    text = "We are closed. — Norwick Council (@norwick) January 11, 2022"
    assert text[embed_start(text) :] == "— Norwick Council (@norwick) January 11, 2022"
    assert embed_start("The council — Norwick (north) — met.") is None


def test_a_quoted_post_loses_only_its_signature(labelled):
    post = "The bridge is closed until the end of the year. — Norwick (@norwick) January 11, 2022"
    assert labelled("Council closes bridge", ONE, post, TWO)[2:4] == [
        ("body", "body.text", "The bridge is closed until the end of the year."),
        ("credit", "credit.embed", "— Norwick (@norwick) January 11, 2022"),
    ]
