"""Harm that the draft tells without saying who did it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.agency import counted_tellings
from analysis.review.finding import Elsewhere, Found
from analysis.review.material import Material, elsewhere, spread
from analysis.review.rule import Rule
from analysis.types import Agency, AgencyForm, Voice
from analysis.vocabulary import listed

_HIDES = frozenset({AgencyForm.AGENTLESS_PASSIVE, AgencyForm.INTRANSITIVE, AgencyForm.NOMINAL})


def agentless_harm(material: Material) -> Iterator[Found]:
    """Yield tellings of harm in the draft's own words that do not say who did it.

    A passive is told always; "died" and nouns ("the killing") only where another article says
    of the same event and kind of victim who did it. Named elsewhere in the draft: a note.
    """
    draft = material.draft
    for telling in counted_tellings(draft):
        if telling.agent or telling.voice is not Voice.OUTLET or telling.form not in _HIDES:
            continue
        evidence = _named_by_others(material, telling)
        if not evidence and telling.form is not AgencyForm.AGENTLESS_PASSIVE:
            continue
        words = telling.span.of(draft.text)
        yield Found(
            telling.span,
            f"{telling.event} {words}",
            f"\u201c{words}\u201d does not say who did it.{_told(telling, evidence)} "
            "Check whether it is known, and whether the sentence should say so.",
            len(evidence),
            spread(evidence),
            is_weak=bool(telling.agent_elsewhere),
        )


def _told(telling: Agency, evidence: list[Elsewhere]) -> str:
    said = ""
    if telling.agent_elsewhere:
        said += f" Another sentence of the draft does (\u201c{telling.agent_elsewhere}\u201d)."
    if evidence:
        names = [f"{each.outlet}: {each.note}" for each in evidence]
        said += f" Told with who did it by {listed(list(dict.fromkeys(names))[:3])}."
    return said


def _named_by_others(material: Material, telling: Agency) -> list[Elsewhere]:
    return [
        elsewhere(each, other.span, other.agent or "")
        for each in material.others
        for other in counted_tellings(each)
        if other.agent and other.event == telling.event and other.harmed == telling.harmed
    ]


HARM = (
    Rule(
        id="harm.agentless",
        title="Harm without the one who did it",
        about="Killed, injured, detained: tellings in the draft's own words that leave out who "
        "did it. Often nobody knows yet; the other articles' sentences show whether they say it.",
        find=agentless_harm,
        guidance="accuracy",
    ),
)
