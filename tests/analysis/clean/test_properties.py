"""Whatever the input, the blocks are valid."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.clean import RULES, clean
from analysis.metadata import read_metadata
from analysis.types import Article

PIECES = st.sampled_from(
    [
        "Norwick closes bridge",
        "By Ann Lee",
        "By Ann Lee | January 12, 2022",
        "January 12, 2022",
        "The council said that the bridge was closed to all cars.",
        "NORWICK (AP) -- The council said that the bridge was closed. Read more here.",
        "6 Comments",
        "Reply",
        "Image: A/AFP",
        "People are seen in Norwick. [Ministry of Roads]",
        "4 images1 | 4",
        "Advertisement",
        "Related articles",
        "Support our journalism",
        "Every contribution counts.",
        "Ann Lee",
        "Ann Lee is a reporter for the Norwick Post.",
        "What happened?",
        "“No.”",
        "- item",
        "***",
        "\u200b",
        "\x00",
        "— Ann (@ann) January 1, 2022",
    ]
)
PAGES = st.lists(PIECES | st.text(max_size=60), max_size=25).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", " \n \n"]).map(
        lambda gap: gap.join(lines)
    )
)


def check(text):
    article = Article(id="x", text=text)
    blocks = clean(article)
    last = 0
    for block in blocks:
        assert last <= block.start < block.end <= len(text)
        assert text[last : block.start].strip() == ""
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        assert block.rule in RULES
        last = block.end
    assert text[last:].strip() == ""
    assert clean(article) == blocks
    assert read_metadata(article, blocks).text == text


@settings(database=None, deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(PAGES)
def test_blocks_cover_every_visible_character_once_and_in_order(text):
    check(text)


@settings(database=None, deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text_gives_valid_blocks(text):
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 16_000,
        "a" * 200_000,
        "word " * 40_000,
        '"' * 50_000,
        ". A" * 30_000,
        "By " * 30_000,
        "[a" * 30_000,
        " \n" * 50_000,
        "\x00" * 1_000,
        "\u202e\u2066\U0001f600" * 1_000,
        "Read more. " * 10_000,
        "\n".join(f"This is line {i}" for i in range(5_000)),
        "\n".join(["Image: A/AFP", "Storm hits coast"] * 2_500),
        "\n".join(["Ann Lee is a reporter for the Norwick Post in the city."] * 2_000),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_give_valid_blocks(text):
    check(text)


def test_random_order_of_lines_gives_valid_blocks():
    lines = [
        "Norwick closes bridge",
        "By Ann Lee",
        "Jan. 5, 2022",
        "The council said that the bridge was closed to all cars on both sides.",
        "3 Comments",
        "Image: A/AFP",
        "Support our journalism",
    ] * 4
    generator = random.Random(7)
    for _ in range(30):
        generator.shuffle(lines)
        check("\n".join(lines))
