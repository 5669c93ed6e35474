import pytest

from analysis.measures.framing import framing, framing_rate
from analysis.types import BlockKind, Status, Voice
from tests.analysis.factories import annotated, prose

SIDES = {("crowd", "calm"): ["marchers"], ("crowd", "harsh"): ["mob"]}


def _row(measure, article, key, voice=None):
    return next(r for r in measure(article) if r.measure == key and r.voice is voice)


# 20 sentences of 10 words, then 5 more: 2 with the outlet's word, 1 with a quoted one.
ARTICLE = annotated(
    prose(20),
    "The marchers and more marchers came. The marchers left. "
    "“A mob came down here,” she said. It rained. It stopped.",
    quoted=["A mob came down here,"],
    hits=SIDES,
)


def test_share_counts_sentences_not_uses():
    row = _row(framing, ARTICLE, "framing.crowd.calm")
    assert (row.value, row.n, row.status) == (2 / 25, 25, Status.OK)


def test_interval_is_wilsons():
    # Wilson 2 of 25: 0.022 to 0.250.
    row = _row(framing, ARTICLE, "framing.crowd.calm")
    assert (row.low, row.high) == pytest.approx((0.0222, 0.2497), abs=5e-4)


def test_a_quoted_word_is_not_the_outlets():
    row = _row(framing, ARTICLE, "framing.crowd.harsh", Voice.OUTLET)
    assert (row.value, row.n, row.status) == (0.0, 25, Status.ZERO)


def test_a_voice_with_few_words_is_too_few_and_keeps_its_numbers():
    row = _row(framing, ARTICLE, "framing.crowd.harsh", Voice.QUOTE)
    assert (row.value, row.n, row.status) == (1.0, 1, Status.TOO_FEW)


def test_a_voice_that_never_speaks_is_not_applicable():
    row = _row(framing, ARTICLE, "framing.crowd.harsh", Voice.PARAPHRASE)
    assert (row.value, row.n, row.status) == (None, 0, Status.NOT_APPLICABLE)


def test_rate_counts_uses_per_thousand_words():
    # 3 uses in 200 + 6 + 3 + 7 + 2 + 2 = 220 words.
    row = _row(framing_rate, ARTICLE, "framing_rate.crowd.calm")
    assert row.value == pytest.approx(3_000 / 220)
    assert (row.n, row.status) == (220, Status.OK)
    # Garwood's limits for 3 events are 0.6187 and 8.7673.
    assert (row.low, row.high) == pytest.approx((0.6187 / 0.22, 8.7673 / 0.22), abs=1e-2)


def test_words_looked_for_and_not_found_are_zero_with_n():
    article = annotated(prose(20), searched=[("crowd", "calm")])
    row = _row(framing_rate, article, "framing_rate.crowd.calm")
    assert (row.value, row.n, row.status) == (0.0, 200, Status.ZERO)
    assert row.high == pytest.approx(3.689 * 5, abs=1e-2)


def test_words_not_looked_for_have_no_row():
    assert list(framing(annotated(prose(20)))) == []


def test_a_headline_counts_and_a_caption_does_not():
    article = annotated(
        (BlockKind.HEADLINE, "Mob in town"),
        prose(20),
        (BlockKind.CAPTION, "The mob in the town square."),
        hits={("crowd", "harsh"): ["Mob", "mob"]},
    )
    row = _row(framing, article, "framing.crowd.harsh")
    assert (row.value, row.n) == (1 / 21, 21)
    rate = _row(framing_rate, article, "framing_rate.crowd.harsh")
    assert rate.value == pytest.approx(1_000 / 203)


def test_a_side_listed_twice_is_counted_once():
    article = annotated(prose(20), searched=[("crowd", "calm"), ("crowd", "calm")])
    assert len(list(framing(article))) == 4
