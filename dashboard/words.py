"""The words shown to readers for the names in the tables: one catalogue, no verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

_OPEN = "Word lists miss irony, quotation and context: open the sentences before you conclude."

NOTICE = (
    "One article per outlet, chosen by us. Differences describe these texts, not the outlets. "
    f"{_OPEN}"
)


def notice(articles: Collection[int], enough: int) -> str:
    """Return what the numbers may speak of, from how many articles each outlet has.

    ``enough`` articles of every outlet let a number speak of the outlets.
    """
    fewest, most = min(articles, default=1), max(articles, default=1)
    if most == 1:
        return NOTICE
    if fewest < enough:
        return (
            f"{fewest} to {most} articles per outlet, chosen by us. With fewer than {enough} of "
            f"each, differences describe these texts, not the outlets. {_OPEN}"
        )
    return (
        f"At least {fewest} articles per outlet, chosen by us. Ranges of word choice say how far "
        f"the numbers hang on which articles were chosen. {_OPEN}"
    )


RANGE_NOTE = "The line is the 95 % range from counting alone; the real uncertainty is larger."

HOLLOW_NOTE = "A hollow mark is a zero: the words were looked for and not found."

MATRIX_NOTE = (
    "A small dot is a zero. A word in this list may be right in one sentence and not in another."
)

WHERE_NOTE = "A hollow mark stands in someone else's words. Captions and galleries are left out."

TONE_NOTE = (
    "Emotional vocabulary, not an opinion: reports of violence use negative words whoever "
    "tells them. The list was made for social media and misses much news vocabulary."
)

STRIP_NOTE = "A hollow mark is a sentence that is, in whole or in part, someone else's words."

TONE_MEANS = (
    "Mean share of positive and of negative words in a sentence, each voice apart, "
    "with the range from resampling the sentences."
)

VOICES_NOTE = (
    "A small dot is a zero. Indirect speech is found less surely than direct speech, and a "
    "speaker the rules could not find is counted apart, never guessed."
)

ROLE_NOTE = "Roles are read from the words of the article alone and are sometimes wrong."

VERB_NOTE = "What a verb adds is taken from a list; the sentence may use it in another sense."

READING_NOTE = (
    "Formulas count syllables, letters and listed easy words; they do not know whether a text "
    "is clear. Long names raise them."
)

TOO_MANY_LAYERS = "Two kinds of marks at a time stay readable: the first two are shown."

CLEANING = (
    "An article page holds more than the article. What is set aside never reaches a count; "
    "every piece is listed here with the rule that decided. If a rule is wrong, put the piece "
    "back: the story is then analysed again, and the decision is kept on this computer."
)

METHOD = (
    "Parallax counts words, voices and sentences and shows each number with the sentences "
    "behind it. It gives no score for an outlet, no political label and no order of merit."
)

LIMITS = (
    "One article is not an outlet: differences describe the texts, not who published them.",
    "Word lists see words, not meanings; irony, negation and unlisted words escape them.",
    "Reported speech that the rules do not find counts as the outlet's own words.",
    "A role is read from the article's own words; names are not looked up and not profiled.",
    "Ranges come from counting alone: the choice of articles and errors of the rules add to them.",
    "Statements are reported, not checked: Parallax does not say what is true.",
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
            "px-tag",
            "tag after a sentence: its emotional vocabulary, from \u22121 to +1",
        )
    ],
    "Figures": [
        ("dozens", "px-figure", "box and tag: a number, the range it is read as, what is counted")
    ],
}
"""Samples of each layer's marks: (words shown, style, meaning)."""

GAP_NOTE = "Gaps between short texts are easily chance: the ranges are on the pages behind."

TAP_HINT = "Click a mark (tap twice on a touch screen), or use the lists below it."

WORDING_NOTE = (
    "A word on these lists may be right where it stands: a hedge can be care, and praise can be "
    "deserved. The list says that it is there. Open the sentences before you conclude."
)

DISTINCTIVE_NOTE = (
    "Leads to read, not results. A filled mark lies beyond the dashed line, which is the highest "
    "that any word reached in 95 of 100 random deals of the same {units}. Of twenty stories "
    "without any difference, one would still show a word beyond it."
)

LIST_HINT = "Choose a number in the lists to read its sentences."

VOICES = {
    "all": "all words",
    "outlet": "the outlet's own words",
    "paraphrase": "paraphrase",
    "quote": "quotation",
    "mixed": "partly quoted",
}

USES = {
    "plain": "the outlet's own words",
    "attributed": "reported as someone's words, not quoted",
    "quoted": "inside a quotation",
    "fragment": "a quoted word or phrase",
    "scare": "in quotation marks, no speaker",
    "so_called": "after \u201cso-called\u201d",
}

ROLES = {
    "government": "government",
    "security": "police and army",
    "foreign_government": "foreign government",
    "intergovernmental": "international body",
    "opposition": "opposition",
    "civil_society": "civil society",
    "expert": "expert",
    "religious": "religious group",
    "business": "business",
    "media": "media",
    "witness": "witness",
    "citizen": "resident",
    "protester": "protester",
    "victim": "person affected",
    "anonymous": "unnamed on request",
    "other": "other",
    "unknown": "not clear",
}

CUES = {
    "neutral": "plain verb",
    "claiming": "keeps a distance",
    "confirming": "takes it as fact",
    "conceding": "as if giving in",
    "emotive": "adds feeling",
    "hedged": "adds doubt",
    "ordering": "orders or asks",
    "none": "no verb",
}

STATUSES = {
    "ok": "",
    "zero": "none found",
    "too_few": "too few to compare",
    "not_measured": "not measured",
    "not_applicable": "nothing to count",
}

BASES = {
    "stated": "stated on the page",
    "inferred": "inferred",
    "unknown": "not known",
}

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
    "speaker": "speaker",
    "wording": "list of words",
}
"""URL parameters in plain words, for the notice about an unknown one."""


def plural(number: int, one: str, many: str | None = None) -> str:
    """Return "1 quote", "2 quotes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: list[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def shortened(text: str, longest: int) -> str:
    """Return the text, cut to ``longest`` characters with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "\u2026"


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def date_span(published: Iterable[str | None]) -> str:
    """Return the days from the first to the last of some ISO dates, in words."""
    days = sorted({each[:10] for each in published if each})
    shown = [f"{d.day} {d:%B %Y}" for d in map(date.fromisoformat, days)]
    return " to ".join(dict.fromkeys([*shown[:1], *shown[-1:]])) or "no dates known"
