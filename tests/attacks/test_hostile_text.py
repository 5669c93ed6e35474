"""Any text, however strange, gives findings whose offsets hold; nothing is invented or lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.pipeline import analyse_articles
from analysis.records import from_record, to_record
from analysis.types import ANALYSED_KINDS, Article

pytestmark = pytest.mark.model

PIECES = st.sampled_from(
    [
        "said ",
        "the minister ",
        "Ann Lee ",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "according to ",
        "troops ",
        "so-called ",
        ". ",
        "\n\n",
        "\n",
        ": ",
        "(",
        ")",
        "🚩👩‍👩‍👧 ",
        "\u202e",
        "\u200b",
        "\u0301",
        "\x00",
        "\u2028",
        "é",
        "İ",
        "ß ",
        "6 Comments\n",
        "By Ann Lee\n",
        "<script>alert(1)</script> ",
        "![x](//host) ",
        "=1+1 ",
        "中文 ",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))

FLOODS = {
    "open brackets": "(" * 3_000,
    "quotation marks": '"' * 3_000,
    "nested quotations": "“a ‘b " * 300,
    "reporting": "said " * 1_000,
    "shouted reporting": '"A," SAID B. ' * 300,
    "short lines": "a\n" * 3_000,
    "one paragraph": "The troops left the city and the minister said that peace had come. " * 150,
    "addresses": "http://a/" * 800,
    "emoji": "🚩👩‍👩‍👧 troops said “x” " * 200,
}


def _check(text):
    annotated = next(iter(analyse_articles([Article(id="a", text=text)])))
    visible = {i for i, char in enumerate(text) if not char.isspace()}
    covered = [i for block in annotated.blocks for i in range(*block.span)]
    assert len(covered) == len(set(covered))
    assert visible <= set(covered)
    analysed = {i for b in annotated.blocks if b.kind in ANALYSED_KINDS for i in range(*b.span)}
    spans = [
        *(s.span for s in annotated.sentences),
        *(h.span for h in annotated.terms),
        *(v.span for v in annotated.voices),
        *(p for q in annotated.quotes for p in (*q.content, *q.quoted)),
        *(p for q in annotated.quotes for p in (q.cue, q.source) if p),
    ]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(s.start in analysed and s.end - 1 in analysed for s in spans)
    ends = [0, *(v.end for v in annotated.voices)]
    assert all(v.start >= end for v, end in zip(annotated.voices, ends, strict=False))
    assert from_record(to_record(annotated)) == annotated


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_offsets_hold_on_any_text(text):
    _check(text)


@pytest.mark.parametrize("name", FLOODS)
def test_offsets_hold_in_a_flood_of(name):
    _check(FLOODS[name])
