from dataclasses import replace

import pytest

from analysis.compare.agency import agency_forms, part_of, triples
from analysis.evidence import Wanted, evidence
from analysis.tables import tidy
from analysis.types import Agency, AgencyAside, AgencyForm, BlockKind, Voice
from tests.analysis.factories import annotated

TEXT = "Shot here. " * 8
ACTIVE, PASSIVE = AgencyForm.AGENT_ACTIVE, AgencyForm.AGENTLESS_PASSIVE


def _telling(place, form=PASSIVE, agent=None, victim="two men", **fields):
    row = {"event": "shoot", "harmed": "civilians", "voice": Voice.OUTLET, **fields}
    start = 11 * place
    return Agency(start=start, end=start + 4, form=form, agent=agent, victim=victim, **row)


def _article(*tellings, outlet="A", article_id="a1"):
    made = annotated(TEXT, (BlockKind.CAPTION, "Shot here."), outlet=outlet)
    return replace(made, article=replace(made.article, id=article_id), agency=tellings)


def _forms(*articles):
    return agency_forms(tidy("agency", articles), tidy("articles", articles))


def _row(table, form="all", harmed="all", voice="all", outlet="A"):
    where = {"form": form, "harmed": harmed, "voice": voice, "outlet": outlet}
    for column, value in where.items():
        table = table[table[column] == value]
    return table.to_dict("records")[0]


def test_forms_are_counted_with_those_that_leave_out_who_did_it():
    tellings = [_telling(i) for i in range(3)]
    tellings += [
        _telling(3, ACTIVE, "Guards"),
        _telling(4, ACTIVE),
        _telling(5, agent_elsewhere="G"),
    ]
    table = _forms(_article(*tellings))
    total = _row(table)
    assert (total["k"], total["n"], total["left_out"], total["elsewhere"]) == (6, 6, 5, 1)
    assert total["share"] == pytest.approx(5 / 6)
    assert total["low"] < 5 / 6 < total["high"]
    assert total["status"] == "ok"
    active = _row(table, ACTIVE)
    assert (active["k"], active["n"], active["left_out"], active["status"]) == (2, 6, 1, "too_few")


def test_kinds_of_harmed_and_voices_are_told_apart():
    table = _forms(
        _article(_telling(0), _telling(1, harmed="security"), _telling(2, voice=Voice.QUOTE))
    )
    assert _row(table, harmed="security")["k"] == 1
    assert _row(table, voice="quote")["k"] == 1


def test_an_outlet_without_tellings_has_a_row_without_share():
    row = _row(_forms(_article()))
    assert (row["k"], row["status"]) == (0, "not_applicable")
    assert row["share"] != row["share"]


def test_from_five_articles_on_the_article_is_the_unit():
    articles = [_article(_telling(0), article_id=f"a{i}") for i in range(5)]
    assert _row(_forms(*articles))["unit"] == "article"
    assert _row(_forms(*articles[:4]))["unit"] == "telling"


def test_what_is_set_aside_and_captions_are_not_counted():
    caption = Agency(len(TEXT) + 2, len(TEXT) + 6, "shoot", PASSIVE, None, None, None, Voice.OUTLET)
    article = _article(_telling(0), _telling(1, aside=AgencyAside.IRREALIS), caption)
    assert _row(_forms(article))["k"] == 1
    assert triples(tidy("agency", [article]))["k"].tolist() == [1]


def test_triples_count_the_same_words_whatever_their_capitals():
    article = _article(
        _telling(0, ACTIVE, "Guards"), _telling(1, ACTIVE, "guards"), _telling(2), outlet="B"
    )
    rows = triples(tidy("agency", [article]))
    assert rows["k"].tolist() == [2, 1]
    assert rows["agent"].tolist()[0] == "Guards"
    assert rows["agent"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("form", "agent", "part"),
    [
        ("agent_by", "guards", "named"),
        ("nominal", "guards", "named"),
        ("nominal", None, "nominal"),
        ("agent_active", None, "cause"),
        ("intransitive", float("nan"), "intransitive"),
        ("agentless_passive", "", "agentless_passive"),
    ],
)
def test_part_says_how_it_is_told(form, agent, part):
    assert part_of(form, agent) == part


@pytest.mark.parametrize(
    ("wanted", "starts"),
    [
        (Wanted(telling="all"), [0, 11]),
        (Wanted(telling="named"), [0]),
        (Wanted(telling="all", agent=""), [11]),
        (Wanted(telling="all", agent="guards", victim="two men", event="shoot"), [0]),
        (Wanted(telling="all", voice="quote"), []),
        (Wanted(telling="all", harmed="civilians"), [0, 11]),
    ],
)
def test_tellings_can_be_asked_for(wanted, starts):
    article = _article(
        _telling(0, ACTIVE, "Guards"), _telling(1), _telling(2, aside=AgencyAside.IRREALIS)
    )
    rows = evidence([article], wanted)
    assert rows["start"].tolist() == starts
    assert set(rows["counted"]) <= {True}
