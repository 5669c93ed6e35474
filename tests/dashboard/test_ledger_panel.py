"""The ledger's tables: words as printed, how they are read, who says so, when, and the note."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from analysis.types import Bound, Figure, Voice
from dashboard import data, state
from dashboard.evidence_rows import evidence_rows
from dashboard.prepare import ledger
from tests.analysis.factories import annotated
from tests.dashboard.invented import shown, story


def _article(outlet, article_id, words, low, high, bound, *, published=None):
    made = annotated(f"The fire killed {words} people in the town.", "It rained.", outlet=outlet)
    start = made.text.index(words)
    figure = Figure(
        start, start + len(words), low, high, bound, "people", "killed", None, Voice.OUTLET
    )
    known = replace(made.article, id=article_id, story="harbour", published=published)
    return replace(made, article=known, figures=(figure,))


def _view(*articles):
    analysis = story(*articles)
    selection = state.Selection(
        "harbour",
        tuple(each.article.outlet for each in articles),
        state.Unit.SHARE,
        state.Words.OUTLET,
        state.Order.NAME,
        shared_copy=True,
    )
    return data.View(analysis, analysis, selection)


def _two():
    return _view(
        _article("Harbour Post", "post", "at least 18", 18, None, Bound.AT_LEAST),
        _article("Town Courier", "town", "12", 12, 12, Bound.EXACT, published="2024-05-03"),
    )


def test_headings_follow_the_order_of_the_ledger():
    assert ledger.things(_two().table("ledger")) == ["Deaths"]
    assert ledger.heading("house burn") == ledger.OTHER


def test_rows_say_words_range_source_day_and_note():
    rows = ledger.shown(_two().table("ledger"))
    assert rows.to_dict("list") == {
        "Outlet": ["Harbour Post", "Town Courier"],
        "As printed": ["at least 18", "12"],
        "Read as": ["at least 18 people", "12 people"],
        "Which of them": ["", ""],
        "Who says so": ["the outlet itself", "the outlet itself"],
        "As of": ["not known", "3 May 2024 (published)"],
        "Note": ["does not fit Town Courier", "does not fit Harbour Post"],
    }


def test_the_takeaway_counts_figures_outlets_and_conflicts():
    table = _two().table("ledger")
    assert ledger.takeaway(table, "Deaths") == (
        "Deaths: 2 figures in 2 outlets; 2 not fitting another outlet's figure for the same."
    )
    assert ledger.takeaway(table.head(1).assign(status="alone"), "Deaths") == (
        "Deaths: 1 figure in 1 outlet."
    )


def test_speakers_captions_and_other_things_are_said_in_words():
    table = _two().table("ledger")
    rows = table.assign(
        thing="house burn",
        event="burn",
        population="wooden houses",
        speaker=["Ana Bell", None],
        quote_id="q1",
        status=["alone", "superseded_by_date"],
        flagged=[True, False],
        date="2024-05-01",
        date_basis="text",
    )
    told = ledger.shown(rows)
    assert list(told["Who says so"]) == ["Ana Bell", "speaker not found"]
    assert list(told["Which of them"]) == ["burn, wooden houses"] * 2
    assert list(told["As of"]) == ["1 May 2024 (in the text)"] * 2
    assert list(told["Note"]) == [
        f"nobody else counts this; {ledger.FLAGGED}",
        "older than the figure of Harbour Post",
    ]


def test_every_row_opens_its_sentence():
    view = _two()
    table = view.table("ledger")
    found = [evidence_rows(view, point.query) for point in ledger.points(table)]
    assert [list(rows["node"]) for rows in found] == [
        ["The fire killed at least 18 people in the town."],
        ["The fire killed 12 people in the town."],
    ]


def _page(view):
    def page(view):
        from dashboard.panels.ledger import draw  # noqa: PLC0415 -- the app script is a body

        draw(view)

    return AppTest.from_function(page, kwargs={"view": view}, default_timeout=30).run()


def test_the_panel_shows_one_table_for_each_thing():
    at = _page(_two())
    assert not at.exception
    text = shown(at)
    assert "Deaths: 2 figures in 2 outlets" in text
    assert "does not fit Town Courier" in text
    assert "it does not say who is right" in text


def test_without_figures_the_panel_says_so():
    made = annotated("It rained.", outlet="Harbour Post")
    known = replace(made.article, id="post", story="harbour")
    at = _page(_view(replace(made, article=known)))
    assert not at.exception
    assert ledger.EMPTY in shown(at)
