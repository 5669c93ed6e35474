from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from analysis.measures import measure
from analysis.types import Lemma, Searched
from dashboard import data, reference, state
from dashboard.evidence_rows import evidence_rows
from dashboard.figures.beyond_chance import WordColumns, beyond_chance
from dashboard.prepare import certainty, distinctive, sides
from dashboard.query import Query
from dashboard.theme import LIGHT
from tests.analysis.factories import annotated, prose
from tests.dashboard.invented import shown, story

OUTLETS = ["Harbour Post", "Town Courier"]
KINDS = [("certainty", "hedge"), ("certainty", "booster"), ("loaded", "evaluative")]


def _article(outlet, article_id, hedges, pier=0):
    text = [f"Rain may fall number {i}." for i in range(hedges)]
    blocks = [prose(20), *text, *[f"The pier stood {i}." for i in range(pier)]]
    made = annotated(*blocks, wordings={("certainty", "hedge"): ["may"]}, outlet=outlet)
    lemmas = tuple(
        Lemma(i, i + 4, word)
        for i in range(len(made.text))
        for word in ("pier", "tabl")
        if made.text.startswith(word, i)
    )
    found = replace(
        made,
        article=replace(made.article, id=article_id, story="harbour"),
        searched=tuple(Searched("test", "1", *kind) for kind in KINDS),
        lemmas=lemmas,
    )
    return replace(found, measures=measure(found))


def _view(pier=5):
    analysis = story(
        _article("Harbour Post", "post", hedges=4, pier=pier), _article("Town Courier", "town", 0)
    )
    selection = state.Selection(
        "harbour", tuple(OUTLETS), state.Unit.SHARE, state.Words.OUTLET, state.Order.NAME
    )
    return data.View(analysis, analysis, selection)


def _certainty():
    return reference.wording_lists()[0]


def test_kinds_that_do_not_count_are_not_shown():
    assert all(side.id != "exempt" for each in reference.wording_lists() for side in each.sides)
    assert all(term.side != "exempt" for each in reference.wording_lists() for term in each.terms)


def test_dots_tell_rate_range_and_counts():
    rates = certainty.of_list(_view().table("wording_rates"), _certainty(), "outlet")
    dots = certainty.dots_by_kind(rates, _certainty(), OUTLETS)["hedge"]
    # 4 hedges in 200 + 4 * 5 + 5 * 4 words; none in 200.
    assert list(dots["label"]) == ["4 in 240 words", "0 in 200 words"]
    assert list(dots["value"].round(1)) == [16.7, 0.0]
    assert list(dots["key"]) == ["hedge|Harbour Post", "hedge|Town Courier"]


def test_a_kind_that_was_not_looked_for_says_so():
    rates = certainty.of_list(_view().table("wording_rates"), _certainty(), "outlet")
    dots = certainty.dots_by_kind(rates, _certainty(), OUTLETS)["implicative"]
    assert set(dots["label"]) == {"not measured"}
    assert dots["value"].isna().all()


def test_too_little_text_has_no_position():
    rates = certainty.of_list(_view().table("wording_rates"), _certainty(), "quote")
    dots = certainty.dots_by_kind(rates, _certainty(), OUTLETS)["hedge"]
    assert set(dots["label"]) == {"nothing to count"}


def test_takeaway_gives_the_counts_of_the_widest_gap():
    rates = certainty.of_list(_view().table("wording_rates"), _certainty(), "outlet")
    assert certainty.takeaway(rates, _certainty(), "outlet") == (
        "Hedges: may, perhaps, likely. Harbour Post 4 in 240 words; Town Courier 0 in 200 words. "
        "The ranges overlap: similar in these texts. Counted: the outlet's own words."
    )


def test_takeaway_without_any_such_word_says_so():
    rates = certainty.of_list(
        _view().table("wording_rates"), reference.wording_lists()[1], "outlet"
    )
    assert certainty.takeaway(rates, reference.wording_lists()[1], "outlet").startswith(
        "None of these"
    )


def test_all_panels_share_an_axis_that_ends_at_a_whole_five():
    rates = certainty.of_list(_view().table("wording_rates"), _certainty(), "outlet")
    dots = certainty.dots_by_kind(rates, _certainty(), OUTLETS)
    assert certainty.axis_end(list(dots.values())) % 5 == 0


def test_a_rate_opens_its_sentences():
    view = _view()
    point = sides.points(_certainty(), OUTLETS, "outlet")[0]
    rows = evidence_rows(view, point.query)
    assert list(rows["node"]) == ["may"] * 4
    assert set(rows["outlet"]) == {"Harbour Post"}


def test_words_are_shown_with_their_counts_against_the_others():
    table = distinctive.rows(_view().table("distinctive"))
    mine = distinctive.by_outlet(table, OUTLETS)["Harbour Post"]
    assert list(mine["label"]) == ["5 against 0"]
    shown_rows = distinctive.shown(mine)
    assert list(shown_rows["Word"]) == ["pier"]
    assert "Chance alone reaches z" in shown_rows.columns


def test_a_word_opens_its_sentences():
    view = _view()
    point = distinctive.points(distinctive.rows(view.table("distinctive")))[0]
    rows = evidence_rows(view, point.query)
    assert list(rows["node"]) == ["pier"] * 5
    assert set(rows["use"]) == {"plain"}


def test_takeaway_counts_the_words_beyond_chance():
    table = distinctive.rows(_view().table("distinctive")).head(1)
    table = table.assign(chance_z=2.0, above_chance=True)
    assert distinctive.takeaway(table) == (
        "Beyond what chance alone reaches (z = 2.0): 1 of 1. \u201cpier\u201d 5 against 0 "
        "(Harbour Post)."
    )


def test_no_such_word_is_said_in_words():
    table = distinctive.rows(_view(pier=0).table("distinctive"))
    assert distinctive.takeaway(table).startswith("No word is used three times or more")


def test_few_articles_are_said_to_speak_of_texts_only():
    table = distinctive.rows(_view().table("distinctive"))
    assert distinctive.caveat(table).endswith("Fewer than five articles an outlet: texts only.")


def test_a_mark_is_filled_only_beyond_the_line():
    table = distinctive.rows(_view().table("distinctive")).iloc[[0, 0]].assign(z=[1.0, 3.0])
    columns = WordColumns("name", "z", "key", "label")
    figure = beyond_chance(table, columns, chance=2.0, top=4.0, title="z", colours=LIGHT)
    assert list(figure.data[0].marker.color) == [LIGHT.background, LIGHT.marks[0]]
    assert [(s.x0, s.line.dash) for s in figure.layout.shapes if s.line.dash] == [(2.0, "dash")]


@pytest.mark.parametrize("panel", ["certainty", "distinctive"])
@pytest.mark.parametrize("pier", [0, 5])
def test_panels_are_drawn(panel, pier):
    def page(panel, view):
        from importlib import import_module  # noqa: PLC0415 -- the app runs this function alone

        import_module(f"dashboard.panels.{panel}").draw(view)

    at = AppTest.from_function(page, args=(panel, _view(pier)), default_timeout=30).run()
    assert not at.exception
    assert "Hedges" in shown(at) or "pier" in shown(at) or "No word" in shown(at)


def test_a_query_for_a_word_is_no_query_for_a_term():
    assert Query("x", word="pier").term is None
