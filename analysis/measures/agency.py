"""Who did it: the share of tellings of harm that leave out the one who acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.harm import harm
from analysis.measures.base import VOICES, Measure, measurement
from analysis.measures.statistics import wilson
from analysis.types import ARTICLE_KINDS, Agency, AnnotatedArticle, Measurement, Voice

MIN_TELLINGS = 5
"""Tellings below which a share is too few: 2 of 4 is anything from 15 to 85 % (Wilson)."""

UNKNOWN = "unknown"
"""Kind of someone harmed whom no list names: pronouns, names of persons, rare nouns."""

KEY = "agent_left_out"


def counted_tellings(annotated: AnnotatedArticle) -> tuple[Agency, ...]:
    """Return the tellings that count: in the article itself, told as having happened.

    Left out are captions and galleries, and whatever is denied, feared, planned or supposed,
    or done by nobody (illness, accident, force of nature).
    """
    places = [block.span for block in annotated.blocks if block.kind in ARTICLE_KINDS]
    return tuple(
        telling
        for telling in annotated.agency
        if telling.aside is None and any(place.contains(telling.span) for place in places)
    )


def agent_left_out(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the share of tellings of harm whose clause does not say who did it.

    Higher = more of the harm is told without the one who did it. Key ``agent_left_out`` in
    each voice, and ``agent_left_out.<kind>`` by who was harmed, in all voices and in the
    outlet's own. In ``[0, 1]``; ``n`` = tellings.

    References
    ----------
    Trew (1979), "Theory and ideology at work"; Fowler (1991), *Language in the News*.
    """
    found = counted_tellings(annotated)
    for voice in VOICES:
        yield _share(KEY, [t for t in found if voice in (None, t.voice)], voice)
    for voice in (None, Voice.OUTLET):
        for kind in (*harm().kinds, UNKNOWN):
            rows = [t for t in found if voice in (None, t.voice) and t.harmed == kind]
            yield _share(f"{KEY}.{kind}", rows, voice)


def _share(key: str, found: Sequence[Agency], voice: Voice | None) -> Measurement:
    n = len(found)
    k = sum(1 for telling in found if telling.agent is None)
    value = k / n if n else None
    return measurement(key, value, n, wilson(k, n), enough=n >= MIN_TELLINGS, voice=voice)


AGENCY = Measure(
    key=KEY,
    label="Harm without the one who did it",
    unit="share of tellings of harm",
    reading="higher = more of the harm is told without saying in the clause who did it",
    citation="Trew (1979) and Fowler (1991) on agents left out; Wilson (1927) interval.",
    caveat=(
        "The one who did it may be known to nobody, or be named in the sentence before. A share "
        "says how it is told in these texts, not why."
    ),
    minimum=f"{MIN_TELLINGS} tellings",
    compute=agent_left_out,
)
