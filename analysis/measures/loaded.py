"""How many words carry more than the thing they name: stress, softness, insult, praise, blame."""

from __future__ import annotations

from functools import partial

from analysis.measures.base import MIN_WORDS, Measure
from analysis.measures.wordings import PER, wording_rates

LOADED = Measure(
    key="loaded",
    label="Loaded words",
    unit=f"uses per {PER:,} words",
    reading="higher = more words of this kind in this voice",
    citation=(
        "Categories: Recasens et al. (2013), Quirk et al. (1985), Martin & White (2005); "
        "Garwood (1936) exact interval."
    ),
    caveat=(
        "A listed word may be right where it stands, and most loaded wording is on no list. "
        "The list sees words, not irony, negation or context: open the sentences."
    ),
    minimum=f"{MIN_WORDS} words in the voice",
    compute=partial(wording_rates, list_id="loaded"),
)
