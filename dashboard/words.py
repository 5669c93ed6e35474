"""The words shown to readers for the names in the tables: one catalogue, no verdicts."""

from __future__ import annotations

from analysis.notes import (
    GAP_NOTE,
    HOLLOW_NOTE,
    LIMITS,
    METHOD,
    NOTICE,
    RANGE_NOTE,
    READING_NOTE,
    ROLE_NOTE,
    STRIP_NOTE,
    TONE_NOTE,
    VERB_NOTE,
    WHERE_NOTE,
    WORDING_NOTE,
    notice,
)
from analysis.vocabulary import (
    BASES,
    CUES,
    ROLES,
    STATUSES,
    USES,
    VOICES,
    capital,
    date_span,
    is_day,
    listed,
    plural,
    shortened,
)

__all__ = [
    "BASES",
    "CUES",
    "GAP_NOTE",
    "HOLLOW_NOTE",
    "LIMITS",
    "METHOD",
    "NOTICE",
    "RANGE_NOTE",
    "READING_NOTE",
    "ROLES",
    "ROLE_NOTE",
    "STATUSES",
    "STRIP_NOTE",
    "TONE_NOTE",
    "USES",
    "VERB_NOTE",
    "VOICES",
    "WHERE_NOTE",
    "WORDING_NOTE",
    "capital",
    "date_span",
    "is_day",
    "listed",
    "notice",
    "plural",
    "shortened",
]
# One list for pages and files: these come from analysis and are handed on to the pages.

MATRIX_NOTE = (
    "A small dot is a zero. A word in this list may be right in one sentence and not in another."
)

TONE_MEANS = (
    "Mean share of positive and of negative words in a sentence, each voice apart, "
    "with the range from resampling the sentences."
)

VOICES_NOTE = (
    "A small dot is a zero. Indirect speech is found less surely than direct speech, and a "
    "speaker the rules could not find is counted apart, never guessed."
)

TOO_MANY_LAYERS = "Two kinds of marks at a time stay readable: the first two are shown."

CLEANING = (
    "An article page holds more than the article. What is set aside never reaches a count; "
    "every piece is listed here with the rule that decided. If a rule is wrong, put the piece "
    "back: the story is then analysed again, and the decision is kept on this computer."
)

LEGENDS = {
    "Frames": [("listed word", "px-frame px-side-1", "tint and tag: a listed word and its side")],
    "Voices": [
        ("quotation", "px-voice px-quote", "solid: someone's own words"),
        ("paraphrase", "px-voice px-paraphrase", "dashed: reported, not quoted"),
        ("no name", "px-voice px-unnamed", "dotted: the speaker is not named"),
        ("none", "", "no line: the outlet's own words"),
    ],
    "Tone": [
        (
            "tone +0.40",
            "px-tone",
            "grey and tag: a sentence with emotional vocabulary, from \u22121 to +1",
        )
    ],
    "Figures": [
        ("dozens", "px-figure", "box and tag: a number, the range it is read as, what is counted")
    ],
    "Agency": [
        ("killed", "px-agency px-acted", "double line: harm told with who or what did it"),
        ("were killed", "px-agency px-untold", "dotted line: harm told without who did it"),
        ("by police", "px-tag", "tag: who did it, or how that is left out"),
    ],
}
"""Samples of each layer's marks: (words shown, style, meaning)."""

TAP_HINT = "Click a mark (tap twice on a touch screen), or use the lists below it."

LIST_HINT = "Choose a number in the lists to read its sentences."

OWN_ACCOUNT = "In how many sentences an outlet uses them on its own account"

PARAMETERS = {
    "story": "story",
    "outlets": "outlet",
    "unit": "way of counting",
    "words": "choice of words",
    "order": "order",
    "sent": "sentence",
    "left": "article",
    "right": "article",
    "contrast": "contrast",
    "article": "article",
    "list": "word list",
    "fact": "statement",
    "kind": "kind of statement",
    "align": "way of laying out",
    "look": "part of the page",
    "section": "section",
    "view": "way of showing",
    "speaker": "speaker",
    "wording": "list of words",
    "shelf": "part of the page",
    "kept": "article",
    "way": "way in",
    "review": "part of the page",
    "follow": "what is followed",
    "voice": "choice of words",
    "step": "step in time",
    "papers": "outlet",
    "another": "outlet",
}
"""URL parameters in plain words, for the notice about an unknown one."""
