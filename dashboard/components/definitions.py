"""The Method page's parts: a measure's definition, a word list, the rules, the limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.lexicons import Contrast
from analysis.measures import Measure
from analysis.render import Html, element, joined
from dashboard.components import html


def measure(entry: Measure) -> Html:
    """Return what a measure counts, how to read it, and what it cannot show."""
    return html.facts(
        ("Unit", entry.unit),
        ("Reading", entry.reading),
        ("Too few below", entry.minimum or "no limit: a plain count"),
        ("Caveat", entry.caveat),
        ("Source", entry.citation),
    )


def contrast(entry: Contrast) -> Html:
    """Return a word list: each entry with its side, reason and source."""
    labels = {side.id: side.label for side in entry.sides}
    rows: list[list[Html | str]] = [
        [term.lemma, labels[term.side], ", ".join(term.pos).lower(), term.reason, term.source]
        for term in entry.terms
    ]
    heads = ["Word", "Side", "Part of speech", "Why it is listed", "Source"]
    caption = f"{entry.label}, version {entry.version}, language {entry.language}"
    return joined(html.paragraph(entry.question), html.table(heads, rows, caption=caption))


def rules(reasons: Mapping[str, str]) -> Html:
    """Return the cleaning rules by name, each with what it says in plain words."""
    rows: list[list[Html | str]] = [[name, why] for name, why in sorted(reasons.items())]
    return html.table(["Rule", "What it does"], rows, caption="Rules that decide what is set aside")


def limits(sentences: Sequence[str]) -> Html:
    """Return the limits as a list."""
    return element("ul", *(element("li", each) for each in sentences), class_="px-limits")
