import math
from dataclasses import replace

from analysis.compare.facts import fact_table
from analysis.compare.facts.matrix import NEVER_DATED, UNDATED, fact_statements
from analysis.corrections import Corrections
from analysis.types import BlockKind, Bound, Figure, Quote, QuoteKind, Span, Voice
from tests.analysis.compare.facts.invented import alignment, article

NOBODY = Corrections()


def _cells(story, pairs, nearest=()):
    n = sum(len(each.statements) for each in story)
    table = fact_table(story, alignment(n, pairs, nearest), NOBODY)
    return {row["outlet"]: row for row in table.to_dict("records")}


def _killed(text, number, *, bound=Bound.EXACT):
    start = text.text.index(str(number))
    figure = Figure(
        start, start + len(str(number)), number, number, bound, "people", "kill", None, Voice.OUTLET
    )
    return replace(text, figures=(figure,))


TWO = [article("A", "The crowd took the hall."), article("B", "People took the hall.")]


def test_one_row_per_fact_and_outlet_says_who_states_it_and_who_does_not():
    cells = _cells([*TWO, article("C", "Rain fell.")], [(0, 1, 0.9)], [(0, 2, 0.12)])
    assert [cells[o]["status"] for o in "ABC"] == ["stated", "stated", "absent"]
    assert cells["A"]["sentence_ids"] == "s1"
    assert cells["A"]["similarity"] == 0.9
    assert cells["A"]["n_outlets"] == 2
    assert cells["C"]["nearest_text"] == "Rain fell."
    assert cells["C"]["nearest_similarity"] == 0.12


def test_what_somebody_is_quoted_with_is_attributed_to_them():
    quote = Quote("q0", QuoteKind.DIRECT, (Span(0, 24),), cue_lemma="claim", speaker="Ann Lee")
    said = article(
        "A", "The crowd took the hall.", quoted=["The crowd took the hall"], quotes=(quote,)
    )
    cells = _cells([said, TWO[1]], [(0, 1, 0.9)])
    assert cells["A"]["status"] == "attributed"
    assert cells["A"]["attributed_to"] == "Ann Lee"
    assert cells["A"]["cue_lemma"] == "claim"
    assert cells["B"]["status"] == "stated"


def test_of_two_figures_that_exclude_each_other_both_differ():
    story = [
        _killed(article("A", "The storm killed 12 people."), 12),
        _killed(article("B", "The storm killed 18 people."), 18),
    ]
    cells = _cells(story, [(0, 1, 0.9)])
    assert {row["status"] for row in cells.values()} == {"different_figure"}


def test_the_figure_that_most_give_is_not_the_different_one():
    story = [
        _killed(article("A", "The storm killed 12 people."), 12),
        _killed(article("B", "The storm killed 18 people."), 18),
        _killed(article("C", "The storm killed 12 people."), 12),
    ]
    cells = _cells(story, [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9)])
    assert [cells[o]["status"] for o in "ABC"] == ["stated", "different_figure", "stated"]


def test_figures_of_different_things_do_not_conflict():
    first = _killed(article("A", "The storm killed 12 people."), 12)
    other = _killed(article("B", "The storm killed 18 people."), 18)
    ships = replace(other, figures=(replace(other.figures[0], unit="ship"),))
    cells = _cells([first, ships], [(0, 1, 0.9)])
    assert {row["status"] for row in cells.values()} == {"stated"}


def test_an_article_published_before_the_fact_was_known_cannot_lack_it():
    dated = [
        article("A", "The crowd took the hall.", published="2020-05-03"),
        article("B", "People took the hall.", published="2020-05-04T09:00:00+00:00"),
        article("Early", "Rain fell.", published="2020-05-02T23:59:00+00:00"),
        article("Same", "Rain fell.", published="2020-05-03"),
        article("Undated", "Rain fell."),
    ]
    cells = _cells(dated, [(0, 1, 0.9)])
    assert cells["A"]["known_from"] == "2020-05-03"
    assert cells["Early"]["status"] == "absent_but_earlier"
    assert cells["Same"]["status"] == "absent"
    assert cells["Undated"]["status"] == "absent"
    assert cells["Undated"]["date_note"] == UNDATED
    assert isinstance(cells["Same"]["date_note"], float)


def test_where_no_carrier_is_dated_the_date_guard_says_so():
    cells = _cells([*TWO, article("C", "Rain fell.", published="2020-05-02")], [(0, 1, 0.9)])
    assert cells["C"]["status"] == "absent"
    assert cells["C"]["date_note"] == NEVER_DATED


def test_a_denial_among_assertions_is_marked():
    story = [*TWO, article("C", "The crowd did not take the hall.")]
    cells = _cells(story, [(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.8)])
    assert [cells[o]["denied"] for o in "ABC"] == [False, False, True]


def test_the_articles_own_text_is_shown_before_a_caption():
    mixed = article("A", (BlockKind.CAPTION, "The crowd took the hall."), "They took the hall.")
    cells = _cells([mixed, TWO[1]], [(0, 2, 0.9), (1, 2, 0.8)])
    assert cells["A"]["text"] == "They took the hall."
    assert cells["A"]["sentence_ids"] == "s1 s2"
    assert not cells["A"]["flagged"]


def test_two_articles_of_one_outlet_share_a_cell():
    again = replace(TWO[1], article=replace(TWO[1].article, id="a2", outlet="A"))
    table = fact_table([TWO[0], again], alignment(2, [(0, 1, 0.9)]), NOBODY)
    assert table["outlet"].tolist() == ["A"]


def test_without_an_alignment_there_is_no_fact():
    assert len(fact_table(TWO, None, NOBODY)) == 0
    assert fact_statements(TWO, None, NOBODY) == {}


def test_statements_behind_a_fact_are_found_by_its_id():
    found = fact_statements(TWO, alignment(2, [(0, 1, 0.9)]), NOBODY)
    assert [place.text for place in found["a:0"]] == [
        "The crowd took the hall.",
        "People took the hall.",
    ]


def test_a_link_that_only_the_reader_made_has_no_similarity():
    cells = _cells(TWO, [(0, 1, 0.9)])
    assert not math.isnan(cells["A"]["similarity"])
