"""How a telling of harm says, or leaves out, who did it: the one list of parts and their names."""

from __future__ import annotations

from analysis.types import AgencyForm

NAMED = "named"
CAUSE = "cause"
PARTS = {
    NAMED: "said who did it",
    AgencyForm.AGENTLESS_PASSIVE.value: "passive, nobody named",
    AgencyForm.INTRANSITIVE.value: "\u201cdied\u201d and the like",
    AgencyForm.NOMINAL.value: "noun, nobody named",
    CAUSE: "a thing or event did it",
}
"""How a telling says, or leaves out, who did it -> the name shown to readers."""


def part_of(form: str, agent: object) -> str:
    """Return how a telling says, or leaves out, who did it: a key of ``PARTS``."""
    if isinstance(agent, str) and agent:
        return NAMED
    return CAUSE if form in {AgencyForm.AGENT_ACTIVE, AgencyForm.AGENT_BY} else form
