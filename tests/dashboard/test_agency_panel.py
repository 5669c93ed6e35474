from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from analysis.types import Agency, AgencyForm, Voice
from dashboard import data, state
from dashboard.evidence_rows import evidence_rows
from dashboard.prepare import agency
from tests.analysis.factories import annotated
from tests.dashboard.invented import shown, story

OUTLETS = ["Harbour Post", "Town Courier"]
TEXT = "Shot here. " * 8
ACTIVE, PASSIVE = AgencyForm.AGENT_ACTIVE, AgencyForm.AGENTLESS_PASSIVE


def _telling(place, form=PASSIVE, agent=None):
    start = 11 * place
    return Agency(start, start + 4, "shoot", form, agent, "two men", "civilians", Voice.OUTLET)


def _article(outlet, article_id, *tellings):
    made = annotated(TEXT, outlet=outlet)
    known = replace(made.article, id=article_id, story="harbour")
    return replace(made, article=known, agency=tellings)


def _view(n=4, words=state.Words.ALL):
    analysis = story(
        _article(
            "Harbour Post", "post", *(_telling(i) for i in range(n)), _telling(7, ACTIVE, "Guards")
        ),
        _article("Town Courier", "town", _telling(0)),
    )
    selection = state.Selection(
        "harbour", tuple(OUTLETS), state.Unit.SHARE, words, state.Order.NAME
    )
    return data.View(analysis, analysis, selection)


def _forms():
    return _view().table("agency_forms")


def test_takeaway_gives_counts_for_each_outlet():
    assert agency.takeaway(_forms(), OUTLETS, "all") == (
        "Harbour Post tells of harm 5 times, 4 of them without saying in the clause who did it; "
        "Town Courier 1 of 1."
    )


def test_takeaway_names_the_voice_and_who_tells_of_nothing():
    text = agency.takeaway(_forms(), ["Harbour Post", "Hill News"], "outlet")
    assert text.endswith("None told of in Hill News. Counted: the outlet's own words.")


def test_takeaway_without_any_harm_says_so():
    assert agency.takeaway(_forms(), OUTLETS, "quote").startswith("No harm or force is told of")


def test_parts_add_up_and_leave_out_outlets_with_few_tellings():
    table = agency.parts(_forms(), OUTLETS, "all")
    assert table["outlet"].unique().tolist() == ["Harbour Post"]
    assert table["tellings"].tolist() == [1, 4]
    assert table["share"].sum() == pytest.approx(1)
    assert agency.kinds(table) == ["said who did it", "passive, nobody named"]


def test_few_tellings_are_listed_in_words():
    assert agency.few(_forms(), OUTLETS, "all") == [
        ("Town Courier", "1 telling: passive, nobody named 1")
    ]
    assert agency.few(_forms(), ["Town Courier"], "quote") == [("Town Courier", "no tellings")]


def test_a_part_opens_its_sentences():
    view = _view()
    point = agency.points(agency.parts(_forms(), OUTLETS, "all"), "all")[1]
    rows = evidence_rows(view, point.query)
    assert rows["start"].tolist() == [0, 11, 22, 33]
    assert set(rows["outlet"]) == {"Harbour Post"}


def test_a_triple_opens_its_sentences():
    view = _view()
    table = agency.who(view.table("triples"))
    assert table["who"].tolist() == ["not told", "Guards", "not told"]
    point = next(p for p in agency.who_points(table) if p.labels[1].startswith("Guards"))
    assert evidence_rows(view, point.query)["start"].tolist() == [77]


def test_who_takeaway_counts_tellings_that_name_both_sides():
    table = agency.who(_view().table("triples"))
    assert agency.who_takeaway(table).startswith("3 different tellings of who did what to whom; 1 ")
    assert agency.who_takeaway(table.head(0)) == "No harm or force is told of in the chosen texts."


def test_table_shows_no_share_of_too_few():
    rows = agency.shown_forms(_forms(), OUTLETS, "all")
    row = rows[(rows["Outlet"] == "Town Courier") & (rows["Who was harmed"] == "all")].iloc[0]
    assert (row["Tellings"], row["Note"]) == (1, "too few to compare")
    assert row["Share from"] != row["Share from"]


@pytest.mark.parametrize("n", [0, 4])
@pytest.mark.parametrize("words", [state.Words.ALL, state.Words.QUOTE])
def test_panel_is_drawn_with_its_caveat(n, words):
    def page(view):
        from dashboard.panels import agency as panel  # noqa: PLC0415 -- AppTest runs the source alone

        panel.draw(view)

    at = AppTest.from_function(page, args=(_view(n, words),), default_timeout=30).run()
    assert not at.exception
    text = shown(at)
    assert "may be unknown to anyone" in text
    assert len(at.get("plotly_chart")) == (n == 4 and words is state.Words.ALL)
