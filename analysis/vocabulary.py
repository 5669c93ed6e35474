"""The words that readers see for the names in the tables: one list for pages and files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

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

FACT_STATUSES = {
    "stated": "stated",
    "attributed": "attributed",
    "different_figure": "another figure",
    "absent": "not found",
    "absent_but_earlier": "appeared earlier",
}

FACT_SHAPES = {
    "stated": "\u25cf",
    "attributed": "\u25c6",
    "different_figure": "\u25a0",
    "absent": "\u25cb",
    "absent_but_earlier": "\u2013",
}

FACT_MEANINGS = {
    "stated": "stated in the outlet's own words",
    "attributed": "reported as what somebody said",
    "different_figure": "told with a figure that does not fit the others'",
    "absent": "not found in this text",
    "absent_but_earlier": "not found, but the text appeared before this was known",
}

THINGS = {
    "killed": "Deaths",
    "injured": "Injuries",
    "harmed": "Dead or injured",
    "hospitalised": "Taken to hospital",
    "missing": "Missing people",
    "arrested": "Arrests",
    "displaced": "Displaced people",
    "troops": "Troops",
}
"""What readers call each thing of the ledger of numbers."""

UNKNOWN_SPEAKER = "Speaker not found"


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


def day_words(day: date) -> str:
    """Return "6 January 2022"."""
    return f"{day.day} {day:%B %Y}"


def is_day(text: str) -> bool:
    """Return whether the text begins with a day such as 2022-01-06."""
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def date_span(published: Iterable[str | None]) -> str:
    """Return the days from the first to the last of some ISO dates, in words."""
    days = sorted({each[:10] for each in published if each})
    shown = [day_words(d) for d in map(date.fromisoformat, days)]
    return " to ".join(dict.fromkeys([*shown[:1], *shown[-1:]])) or "no dates known"
