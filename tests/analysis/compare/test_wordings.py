import pytest

from analysis.compare.wordings import wording_rates
from analysis.measures import measure
from analysis.tables import tidy
from tests.analysis.compare.articles import measured
from tests.analysis.factories import annotated, prose

HEDGE = {("certainty", "hedge"): ["may"]}


def _rates(*articles):
    return wording_rates(tidy("measures", measured(*articles)))


def _row(table, outlet, voice="outlet"):
    rows = table[(table["outlet"] == outlet) & (table["voice"] == voice)]
    return rows.to_dict("records")[0]


def test_uses_and_words_of_an_outlet_are_summed():
    hedged = prose(20) + " Rain may come soon."
    table = _rates(
        annotated(hedged, wordings=HEDGE, outlet="A"),
        annotated(hedged, wordings=HEDGE, outlet="A"),
        annotated(prose(20), wordings=HEDGE, outlet="B"),
    )
    one = _row(table, "A")
    assert (one["list"], one["kind"], one["articles"]) == ("certainty", "hedge", 2)
    assert (one["k"], one["n"], one["status"], one["unit"]) == (2, 408, "ok", "word")
    assert one["rate"] == pytest.approx(2000 / 408)
    other = _row(table, "B")
    assert (other["k"], other["n"], other["low"], other["status"]) == (0, 200, 0, "zero")
    assert other["high"] > 0


def test_nothing_to_count_in_is_not_applicable():
    row = _row(_rates(annotated(prose(20), wordings=HEDGE, outlet="A")), "A", "quote")
    assert (row["n"], row["status"]) == (0, "not_applicable")


def test_five_articles_make_the_article_the_unit():
    hedged = annotated(prose(20) + " Rain may come soon.", wordings=HEDGE, outlet="A")
    table = _rates(*[hedged] * 5)
    assert _row(table, "A")["unit"] == "article"


def test_no_articles_give_an_empty_table():
    assert len(_rates()) == 0


def test_other_measures_are_no_wordings():
    assert set(_rates(annotated(prose(20), wordings=HEDGE))["list"]) == {"certainty"}
    assert measure(annotated(prose(20)))
