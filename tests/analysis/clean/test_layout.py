"""Articles that came with the layout of their page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.clean import RULES, clean
from analysis.clean.layout import layout_marks
from analysis.clean.page import read_page
from analysis.types import Article, Block, BlockKind

PAGE = [
    ("Home World Sport", BlockKind.BOILERPLATE, "markup.navigation"),
    ("Old bridge closed", BlockKind.HEADLINE, "markup.heading"),
    ("By Ann Lee", BlockKind.BYLINE, "markup.byline"),
    ("NORWICK (AP) -- The council closed the bridge on Monday.", BlockKind.BODY, "markup.article"),
    ("What now", BlockKind.SUBHEAD, "markup.subheading"),
    ("Sign up for our newsletter", BlockKind.BODY, "markup.article"),
    ("Open to buses", BlockKind.BODY, "markup.article"),
    ("It will stay closed until May, the mayor said on Tuesday.", BlockKind.BODY, "markup.article"),
    ("I walked there as a child!", BlockKind.COMMENT, "markup.comments"),
]


def laid_out(rows, gap="\n\n"):
    text, layout = "", []
    for words, kind, rule in rows:
        text += gap if text else ""
        layout.append(Block(len(text), len(text) + len(words), kind, rule))
        text += words
    return Article(id="x", text=text, layout=tuple(layout))


def rules(article):
    return [(b.span.of(article.text), b.rule) for b in clean(article)]


def test_markup_says_what_is_outside_and_line_rules_look_inside():
    assert rules(laid_out(PAGE)) == [
        ("Home World Sport", "markup.navigation"),
        ("Old bridge closed", "markup.heading"),
        ("By Ann Lee", "markup.byline"),
        ("NORWICK (AP) --", "dateline.place"),
        ("The council closed the bridge on Monday.", "body.text"),
        ("What now", "markup.subheading"),
        ("Sign up for our newsletter", "furniture.subscribe_sentence"),
        ("Open to buses", "body.text"),
        ("It will stay closed until May, the mayor said on Tuesday.", "body.text"),
        ("I walked there as a child!", "markup.comments"),
    ]


def test_layout_without_body_leaves_the_text_to_the_line_rules():
    article = laid_out([row for row in PAGE if row[1] is not BlockKind.BODY])
    assert rules(article) == rules(Article(id="x", text=article.text))


def test_line_that_the_layout_does_not_cover_stands_outside():
    article = laid_out(PAGE)
    found = dict(rules(Article(id="x", text=f"{article.text}\n\nMore", layout=article.layout)))
    assert found["More"] == "markup.outside"


def test_line_of_two_blocks_is_what_most_of_it_is():
    page = read_page("Norwick bridge closed")
    blocks = (
        Block(0, 7, BlockKind.HEADLINE, "markup.heading"),
        Block(8, 21, BlockKind.BODY, "markup.article"),
    )
    assert layout_marks(page.lines, blocks)[0].rule == "markup.article"


@pytest.mark.parametrize("layout", [(), (Block(90, 99, BlockKind.BODY, "markup.article"),)])
def test_layout_of_another_text_loses_no_character(layout):
    text = "The council closed the bridge."
    blocks = clean(Article(id="x", text=text, layout=layout))
    assert [(b.start, b.end) for b in blocks] == [(0, len(text))]


MARKUP_RULES = sorted(rule for rule in RULES if rule.startswith("markup."))
ROWS = st.tuples(
    st.sampled_from([row[0] for row in PAGE] + ["***", "—", "3 Comments"]),
    st.sampled_from(BlockKind),
    st.sampled_from(MARKUP_RULES),
)


@settings(database=None, deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(ROWS, max_size=20), st.sampled_from(["\n", "\n\n"]))
def test_blocks_cover_every_visible_character_once_and_in_order(rows, gap):
    article = laid_out(rows, gap)
    at = 0
    for block in clean(article):
        assert article.text[at : block.start].strip() == ""
        assert block.start < block.end
        assert block.rule in RULES
        at = block.end
    assert article.text[at:].strip() == ""
