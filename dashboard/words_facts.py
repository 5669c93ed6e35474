"""The words of the page about facts."""

from __future__ import annotations

from analysis.vocabulary import FACT_MEANINGS as MEANINGS
from analysis.vocabulary import FACT_SHAPES as SHAPES
from analysis.vocabulary import FACT_STATUSES as STATUSES

__all__ = ["MEANINGS", "SHAPES", "STATUSES"]

TITLE = "What is reported where?"

NOTE = (
    "Statements are reported, not checked: Parallax does not say what is true. Which sentences "
    "report the same is a proposal from their words and meaning; some links are wrong and some "
    "are missed (Method page). \u201cNot found\u201d means that no sentence came near enough, and "
    "an article that appeared before a thing was known cannot tell it."
)

SINGLE = "A statement stands here when at least two texts report it. Choose two outlets or more."

NOTHING = (
    "No statement was found in two of the chosen texts. They may tell of different things, or "
    "in words too far apart: read them side by side."
)

SYMBOLS = {
    "stated": "circle",
    "attributed": "diamond",
    "different_figure": "square",
    "absent": "circle-open",
    "absent_but_earlier": "line-ew",
}
"""Marker of each status in the figure."""

FILTERS = {
    "all": "all",
    "all_but_one": "in all texts but one",
    "figures": "with another figure",
    "voices": "stated by some, attributed by others",
}

UNIQUE_WORDS = "Marked: content words that no other text here uses for this."

APPEARED_EARLIER = "This text appeared before the first one that tells this."

CHANGE = "Correct this fact"

EDITS = "Changed by readers"

SHARED_COPY = (
    "Passages that two texts share word for word, quotations left out: often copy of an agency. "
    "They are one source told twice, not two."
)

NO_SHARED_COPY = "No passage of twelve words or more is shared by two of the chosen texts."

ALIGNED = (
    "{n} statements stand in both texts. They are found from words and meaning: some are missed, "
    "and some pairs only look alike. Captions and galleries are left out here."
)
