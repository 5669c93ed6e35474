from dataclasses import replace

import pandas as pd
import pytest

from analysis.schema import COLUMNS
from analysis.types import Lemma, Span
from dashboard.prepare import facts
from tests.analysis.factories import annotated


def _cell(fact, outlet, status, **more):
    row = dict.fromkeys(COLUMNS["facts"])
    row |= {"fact_id": fact, "name": f"Name of {fact}.", "outlet": outlet, "status": status}
    return row | {"article_id": outlet.lower(), "sentence_ids": "s1 s2", "start": 3.0} | more


def _facts(*cells):
    return pd.DataFrame(cells)


THREE = _facts(
    _cell("f1", "A", "stated"),
    _cell("f1", "B", "attributed", attributed_to="the mayor"),
    _cell("f1", "C", "absent", nearest_sentence="s9", nearest_similarity=0.41),
    _cell("f2", "A", "stated"),
    _cell("f2", "B", "different_figure"),
    _cell("f2", "C", "stated"),
    _cell("f3", "A", "stated"),
    _cell("f3", "C", "absent_but_earlier"),
    _cell("f3", "B", "stated"),
)


def test_statements_carried_by_most_chosen_texts_come_first_and_are_numbered():
    found = facts.among(THREE, ["A", "B", "C"])
    assert list(facts.labels(found).values()) == [
        "1. Name of f2.",
        "2. Name of f1.",
        "3. Name of f3.",
    ]


def test_a_statement_of_one_chosen_text_alone_is_not_shown():
    assert set(facts.among(THREE, ["A", "C"])["fact_id"]) == {"f2"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("all", {"f1", "f2", "f3"}),
        ("all_but_one", {"f1", "f3"}),
        ("figures", {"f2"}),
        ("voices", {"f1"}),
    ],
)
def test_statements_are_chosen_by_kind(kind, expected):
    found = facts.filtered(facts.among(THREE, ["A", "B", "C"]), kind, 3)
    assert set(found["fact_id"]) == expected


def test_the_takeaway_counts_statements():
    found = facts.among(THREE, ["A", "B", "C"])
    assert facts.takeaway(found, 3) == (
        "3 statements found in at least two of 3 texts; 1 in all of them. "
        "1 told with different figures."
    )


def test_a_cell_asks_for_its_sentences_and_says_whose_words_they_are():
    point = {p.key: p for p in facts.points(facts.among(THREE, ["A", "B", "C"]))}["f1|B"]
    assert (point.query.fact, point.query.outlet) == ("f1", "B")
    assert point.query.title == "Name of f1. B: reported as what somebody said (the mayor)."


def test_an_empty_cell_asks_for_the_nearest_sentence():
    point = {p.key: p for p in facts.points(facts.among(THREE, ["A", "B", "C"]))}["f1|C"]
    assert point.query.sentence == ("c", "s9")
    assert "likeness 0.41 of 1" in point.query.title


def test_the_table_says_every_cell_in_a_shape_and_words():
    shown = facts.shown(facts.among(THREE, ["A", "B", "C"]))
    assert list(shown.columns) == ["Statement", "A", "B", "C"]
    assert list(shown.iloc[0]) == ["Name of f2.", "● stated", "■ another figure", "● stated"]


def test_who_tells_a_statement_comes_before_who_does_not():
    rows = facts.of_fact(THREE, "f3")
    assert [row["outlet"] for row in rows] == ["A", "B", "C"]


def _with_lemmas(text, *content):
    lemmas = tuple(
        Lemma(text.index(word), text.index(word) + len(word), word.lower()) for word in content
    )
    return replace(annotated(text), lemmas=lemmas)


def test_only_the_words_that_no_other_text_uses_are_marked():
    one = _with_lemmas("Soldiers stormed the hall.", "Soldiers", "stormed", "hall")
    other = _with_lemmas("Soldiers took the hall.", "Soldiers", "took", "hall")
    told = [(text, Span(0, len(text.text))) for text in (one, other)]
    marked = facts.only_here(told)
    assert [[s.of(t.text) for s in spans] for (t, _), spans in zip(told, marked, strict=True)] == [
        ["stormed"],
        ["took"],
    ]


def test_a_key_names_article_and_place_whatever_the_number_type():
    assert facts.key({"article_id": "a", "start": 12.0}) == ("a", "12")
    assert facts.key({"article_id": "a", "start": 12}) == ("a", "12")


def test_figures_their_own_text_dates_go_on_the_line_of_time():
    ledger = pd.DataFrame(
        [
            {"date": "2022-01-09", "date_basis": "text", "words": "164 people", "outlet": "A"},
            {"date": "2022-01-12", "date_basis": "published", "words": "18", "outlet": "B"},
        ]
    )
    assert facts.dated_figures(ledger) == [("2022-01-09", "164 people (A)")]
