import pytest

from analysis.measures.certainty import CERTAINTY
from analysis.measures.loaded import LOADED
from analysis.types import BlockKind, Status, Voice
from tests.analysis.factories import annotated, prose

HEDGE, BOOSTER, EVALUATIVE = (
    ("certainty", "hedge"),
    ("certainty", "booster"),
    ("loaded", "evaluative"),
)


def _row(article, measure, key, voice=None):
    return next(r for r in measure.compute(article) if r.measure == key and r.voice is voice)


def test_rate_counts_uses_per_thousand_words_of_each_voice():
    # 200 words of prose, 4 of the outlet's, 4 quoted.
    article = annotated(
        prose(20) + " Rain may come soon. “Snow may come soon.”",
        quoted=["“Snow may come soon.”"],
        wordings={HEDGE: ["may"]},
    )
    outlet = _row(article, CERTAINTY, "certainty.hedge", Voice.OUTLET)
    assert (outlet.value, outlet.n, outlet.status) == (pytest.approx(1000 / 204), 204, Status.OK)
    # Garwood (1936) for one event: 0.025318 and 5.571643.
    assert (outlet.low, outlet.high) == (
        pytest.approx(25.318 / 204, rel=1e-3),
        pytest.approx(5571.643 / 204, rel=1e-3),
    )
    quoted = _row(article, CERTAINTY, "certainty.hedge", Voice.QUOTE)
    assert (quoted.value, quoted.n, quoted.status) == (250, 4, Status.TOO_FEW)
    assert _row(article, CERTAINTY, "certainty.hedge").value == pytest.approx(2000 / 208)


def test_a_kind_that_was_looked_for_and_not_found_is_zero():
    article = annotated(prose(20), searched=[HEDGE, BOOSTER])
    row = _row(article, CERTAINTY, "certainty.booster", Voice.OUTLET)
    assert (row.value, row.low, row.status) == (0, 0, Status.ZERO)


def test_what_was_not_looked_for_has_no_row():
    article = annotated(prose(20), searched=[HEDGE])
    assert {row.measure for row in CERTAINTY.compute(article)} == {"certainty.hedge"}
    assert list(LOADED.compute(article)) == []


def test_captions_do_not_count():
    article = annotated(
        prose(20), (BlockKind.CAPTION, "A shameful sight."), wordings={EVALUATIVE: ["shameful"]}
    )
    assert _row(article, LOADED, "loaded.evaluative").status is Status.ZERO
