"""The words of the panel about names for the same thing."""

from __future__ import annotations

from analysis.notes import LABEL_NOTE

NOTE = f"A small dot is a zero. {LABEL_NOTE} Open the sentences, and move what is wrong."

NOTHING = (
    "No person or thing is named in two ways in the chosen texts. "
    "Choose more outlets, or add articles to the story."
)

CHANGE = "Change what belongs together"

EDITS = "Changed by readers"

NOT_THIS = "none of them (take it out)"

FORMS = {
    "name": "name",
    "title": "title before a name",
    "apposition": "description beside a name",
    "predicate": "said to be",
    "noun": "description",
}
