"""Tellings of one article in, the same with an agent that another clause names out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.harm import harm
from analysis.types import Agency

_PRONOUNS = frozenset(
    "he she they it who someone somebody i we you those them him her us me himself herself "
    "themselves which that one others".split()
)
_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "of the a an and in at on two three four five six several many some at least".split()
)


def with_agents_elsewhere(tellings: Sequence[Agency]) -> tuple[Agency, ...]:
    """Return the tellings; one without an agent gets what another clause says of its event.

    The same event: same group ("killed", "murdered"), and a victim in the same words, proper
    names and nouns compared, or neither clause tells of a victim and there is one agent only.
    A pronoun is no agent here: it does not name anybody.
    """
    named = [t for t in tellings if t.agent and t.agent.lower() not in _PRONOUNS and not t.aside]
    return tuple(
        t if t.agent or t.aside else replace(t, agent_elsewhere=_elsewhere(t, named))
        for t in tellings
    )


def _elsewhere(telling: Agency, named: Sequence[Agency]) -> str | None:
    same = [other for other in named if _group(other) == _group(telling)]
    if telling.victim:
        words = _words(telling.victim)
        same = [other for other in same if other.victim and words & _words(other.victim)]
        return same[0].agent if same else None
    agents = {other.agent for other in same if not other.victim}
    return agents.pop() if len(agents) == 1 else None


def _group(telling: Agency) -> str:
    group = harm().events[telling.event].group
    # A shooting can be the killing of the same person.
    return "death" if group == "shoot" else group


def _words(phrase: str) -> set[str]:
    found = {word.lower() for word in _WORD.findall(phrase) if not word.isdigit()}
    return found - _SMALL - _PRONOUNS
