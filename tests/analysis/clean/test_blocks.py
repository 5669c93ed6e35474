"""Whole pages: every line becomes what a reader would call it."""

from analysis.clean import RULES, clean, uncleaned
from analysis.types import Article, Block, BlockKind

HEAD = "Norwick council closes harbour bridge after cracks are found"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = '"We could not take the risk," said mayor Ada Holm, who had called for repairs since spring.'
THREE = "The bridge carried about 9,000 cars a day and will be rebuilt by the end of next year."
FOUR = "Shop owners on the north side fear that customers will stay away while the work goes on."


def test_agency_page(labelled):
    assert labelled(
        HEAD,
        "By ANN LEE",
        "January 11, 2022",
        "1 of 5",
        "A worker looks at a closed bridge in Norwick, Tuesday, Jan. 11, 2022. (AP Photo/Jo Marsh)",
        "NORWICK, Norland (AP) — " + ONE,
        TWO,
        THREE,
        "___",
        "Associated Press writer Bo Ek in Oslo contributed to this report.",
    ) == [
        ("headline", "headline.first", HEAD),
        ("byline", "byline.by", "By ANN LEE"),
        ("dateline", "dateline.date", "January 11, 2022"),
        ("boilerplate", "furniture.player", "1 of 5"),
        (
            "caption",
            "caption.with_credit",
            "A worker looks at a closed bridge in Norwick, Tuesday, Jan. 11, 2022.",
        ),
        ("credit", "credit.tail", "(AP Photo/Jo Marsh)"),
        ("dateline", "dateline.place", "NORWICK, Norland (AP) —"),
        ("body", "body.text", ONE),
        ("body", "body.text", TWO),
        ("body", "body.text", THREE),
        ("boilerplate", "furniture.separator", "___"),
        (
            "byline",
            "byline.contributors",
            "Associated Press writer Bo Ek in Oslo contributed to this report.",
        ),
    ]


def test_newspaper_page_with_menus_and_appeal(labelled):
    found = labelled(
        "Skip to main content",
        "Search",
        "News",
        "Flood in the east",
        HEAD,
        "Council says pillars may fail within months",
        "Jo Marsh in Norwick and Lee Tan",
        "Tue 11 Jan 2022 18.09 GMT",
        ONE,
        TWO,
        "Sign up to First Light, our free daily newsletter",
        THREE,
        FOUR,
        "As you’re joining us today, we have a small favour to ask of you. Our journalism is free.",
        "Your support means we can keep reporting with courage and without an owner.",
        "Topics",
        "Norwick",
        "Most viewed",
        "Ten things to do in Norwick",
    )
    assert [(kind, text) for kind, _, text in found if kind != "boilerplate"] == [
        ("headline", HEAD),
        ("standfirst", "Council says pillars may fail within months"),
        ("byline", "Jo Marsh in Norwick and Lee Tan"),
        ("dateline", "Tue 11 Jan 2022 18.09 GMT"),
        ("body", ONE),
        ("body", TWO),
        ("body", THREE),
        ("body", FOUR),
    ]


def test_plain_sentences_with_page_words_stay_body(kinds):
    sentences = [
        "The ministry declined to comment.",
        "Support for the mayor fell.",
        "By Monday the town was calm.",
        "Follow-up talks are planned.",
        "Share prices fell by 3%.",
        "Subscriptions are up, the operator said.",
        "Advertisement for the post began in May.",
        "Image matters, she said.",
        "Comments from residents were read aloud.",
        "Read aloud, the letter moved many.",
        "Holm: I saw the cracks.",
        "“No.”",
        "No.",
        "She left.",
    ]
    found = kinds(HEAD, ONE, *sentences, TWO)
    assert {text: kind for text, kind in found.items() if kind != "body"} == {HEAD: "headline"}
    assert set(sentences) <= set(found)


def test_lines_without_blank_lines_are_paragraphs(kinds):
    assert kinds(HEAD, "By Ann Lee", ONE, TWO, gap="\n") == {
        HEAD: "headline",
        "By Ann Lee": "byline",
        ONE: "body",
        TWO: "body",
    }


def test_a_single_paragraph_is_body(labelled):
    assert labelled("Hello") == [("body", "body.text", "Hello")]


def test_blank_text_has_no_blocks():
    assert clean(Article(id="x", text=" \n\t ")) == ()
    assert uncleaned(Article(id="x", text=" \n\t ")) == ()
    assert clean(Article(id="x", text="")) == ()


def test_uncleaned_is_one_body_block_without_outer_space():
    text = "\n Skip to content\n\nAdvertisement \n"
    assert uncleaned(Article(id="x", text=text)) == (
        Block(2, 32, BlockKind.BODY, "body.uncleaned"),
    )


def test_every_rule_is_one_plain_sentence():
    assert all(why.endswith(".") and why[0].isupper() and "\n" not in why for why in RULES.values())
    assert "comments.heading" in RULES
    assert "body.uncleaned" in RULES


def test_offsets_count_code_points_after_emoji_and_bidi_marks():
    text = "\U0001f600 \u202eNorwick\u202c closes its bridge\n\n" + ONE
    blocks = clean(Article(id="x", text=text))
    assert text[blocks[-1].start : blocks[-1].end] == ONE
