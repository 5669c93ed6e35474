"""The Method page's parts: a measure's definition, a word list, the rules, the limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.harm import Harm
from analysis.lexicons import Contrast
from analysis.markup import Html, element, joined
from analysis.measures import Measure
from dashboard.components import html


def measures(entries: Sequence[Measure]) -> Html:
    """Return every measure, to be unfolded: what it counts and what it cannot show."""
    return joined(*(html.folded(entry.label, entry.unit, _measure(entry)) for entry in entries))


def word_lists(entries: Sequence[Contrast]) -> Html:
    """Return every word list, to be unfolded."""
    folded = [
        html.folded(entry.label, f"{len(entry.terms)} entries", _contrast(entry))
        for entry in entries
    ]
    return joined(*folded)


def _measure(entry: Measure) -> Html:
    return html.facts(
        ("Unit", entry.unit),
        ("Reading", entry.reading),
        ("Too few below", entry.minimum or "no limit: a plain count"),
        ("Caveat", entry.caveat),
        ("Source", entry.citation),
    )


def _contrast(entry: Contrast) -> Html:
    labels = {side.id: side.label for side in entry.sides}
    rows: list[list[Html | str]] = [
        [term.lemma, labels[term.side], ", ".join(term.pos).lower(), term.reason, term.source]
        for term in entry.terms
    ]
    heads = ["Word", "Side", "Part of speech", "Why it is listed", "Source"]
    caption = f"{entry.label}, version {entry.version}, language {entry.language}"
    return joined(html.paragraph(entry.question), html.table(heads, rows, caption=caption))


def harm_words(harm: Harm) -> Html:
    """Return the words for harm, to be unfolded."""
    rows: list[list[Html | str]] = [
        [word.lemma, harm.events[word.event].label, word.role.replace("_", " "), word.reason]
        for entries in harm.words.values()
        for word in entries
    ]
    caption = f"Words that tell of harm, version {harm.version}"
    table = html.table(["Word", "Event", "How it tells", "Why it is listed"], rows, caption=caption)
    return html.folded("Words that tell of harm", f"{len(rows)} entries", table)


def rules(reasons: Mapping[str, str]) -> Html:
    """Return the cleaning rules by name, each with what it says in plain words."""
    rows: list[list[Html | str]] = [[name, why] for name, why in sorted(reasons.items())]
    table = html.table(
        ["Rule", "What it does"], rows, caption="Rules that decide what is set aside"
    )
    return html.folded("All rules", f"{len(rows)} rules", table)


def limits(sentences: Sequence[str]) -> Html:
    """Return the limits as a list."""
    return element("ul", *(element("li", each) for each in sentences), class_="px-limits")
