"""The rules of the review in the order in which their findings are shown."""

from __future__ import annotations

from analysis.review.attribution import ATTRIBUTION
from analysis.review.claims import CLAIMS
from analysis.review.harm import HARM
from analysis.review.level import LEVEL
from analysis.review.numbers import NUMBERS
from analysis.review.rule import Rule
from analysis.review.sources import SOURCES
from analysis.review.voices import VOICES
from analysis.review.wire import WIRE
from analysis.review.words import WORDS

RULES: tuple[Rule, ...] = (
    *CLAIMS,
    *NUMBERS,
    *WORDS,
    *ATTRIBUTION,
    *SOURCES,
    *HARM,
    *VOICES,
    *WIRE,
    *LEVEL,
)
"""Every rule that comes with Parallax; a house profile adds its own."""

HOUSE = "house"
"""What the ids of a profile's own rules begin with."""
