"""How sure an article sounds: hedges, boosters, second-hand words, and what is taken as given."""

from __future__ import annotations

from functools import partial

from analysis.measures.base import MIN_WORDS, Measure
from analysis.measures.wordings import PER, wording_rates

CERTAINTY = Measure(
    key="certainty",
    label="Words of certainty",
    unit=f"uses per {PER:,} words",
    reading="higher = more words of this kind in this voice",
    citation=(
        "Categories: Hyland (2005), Hooper (1975), Karttunen (1971), Kiparsky & Kiparsky (1970); "
        "Garwood (1936) exact interval."
    ),
    caveat=(
        "A hedge can be care or doubt, and a sentence without one is not therefore certain. "
        "The list sees words, not what is known: open the sentences."
    ),
    minimum=f"{MIN_WORDS} words in the voice",
    compute=partial(wording_rates, list_id="certainty"),
)
