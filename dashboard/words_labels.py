"""The words of the panel about names for the same thing."""

from __future__ import annotations

NOTE = (
    "A small dot is a zero. Which phrases name the same thing is a proposal made from the words "
    "alone: of {n} checked by hand, {right} stood in the right group. Open the sentences, and "
    "move what is wrong."
)

CHECKED, RIGHT = 150, 126
"""Phrases of proposed groups judged by hand, and how many named what their group names
(docs/methods.md, "Names for the same thing")."""

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
