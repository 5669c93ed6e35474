from dataclasses import replace

import pytest

from analysis.measures.agency import agent_left_out, counted_tellings
from analysis.types import Agency, AgencyAside, AgencyForm, BlockKind, Status, Voice
from tests.analysis.factories import annotated

TEXT = "Shot here. " * 6


def _telling(start, agent=None, harmed="civilians", **fields):
    row = {
        "event": "shoot",
        "form": AgencyForm.AGENTLESS_PASSIVE,
        "victim": "a man",
        "voice": Voice.OUTLET,
        **fields,
    }
    return Agency(start=start, end=start + 4, agent=agent, harmed=harmed, **row)


def _article(*tellings):
    return replace(annotated(TEXT, (BlockKind.CAPTION, "Shot here.")), agency=tellings)


def _row(article, key="agent_left_out", voice=None):
    return next(r for r in agent_left_out(article) if (r.measure, r.voice) == (key, voice))


def test_share_is_tellings_without_agent_of_all():
    # 3 of 5 name nobody.
    tellings = [_telling(11 * i, agent="guards" if i < 2 else None) for i in range(5)]
    row = _row(_article(*tellings))
    assert (row.value, row.n, row.status) == (pytest.approx(0.6), 5, Status.OK)
    assert row.low < 0.6 < row.high


def test_four_tellings_are_too_few_but_kept():
    row = _row(_article(*(_telling(11 * i) for i in range(4))))
    assert (row.value, row.n, row.status) == (1.0, 4, Status.TOO_FEW)


def test_everybody_named_is_a_zero():
    row = _row(_article(*(_telling(11 * i, agent="guards") for i in range(5))))
    assert (row.value, row.status) == (0.0, Status.ZERO)


def test_no_telling_is_not_applicable():
    assert _row(_article()).status is Status.NOT_APPLICABLE


def test_kinds_of_harmed_are_counted_apart_in_all_voices_and_the_outlets():
    article = _article(
        _telling(0), _telling(11, harmed="police"), _telling(22, voice=Voice.PARAPHRASE)
    )
    assert _row(article, "agent_left_out.civilians").n == 2
    assert _row(article, "agent_left_out.civilians", Voice.OUTLET).n == 1


def test_voices_are_counted_apart():
    article = _article(_telling(0), _telling(11, voice=Voice.QUOTE))
    assert (_row(article, voice=Voice.QUOTE).n, _row(article, voice=Voice.OUTLET).n) == (1, 1)


def test_what_did_not_happen_or_nobody_did_and_captions_do_not_count():
    caption = len(TEXT) + 2
    article = _article(
        _telling(0),
        _telling(11, aside=AgencyAside.IRREALIS),
        _telling(22, aside=AgencyAside.NO_AGENT),
        _telling(caption),
    )
    assert [telling.start for telling in counted_tellings(article)] == [0]
