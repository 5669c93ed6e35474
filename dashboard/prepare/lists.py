"""Word lists for the pages: packs, entries, a reader's own lists, their preview and history."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.errors import LexiconError
from analysis.lexicons import Contrast, Term
from analysis.library import Edit
from analysis.own_lists import ANY, CONTENT, parse_own
from analysis.preview import Match
from dashboard import words, words_lists

MAX_CHANGES = 5
"""Changes listed with a way to undo them."""

MAX_MATCHES = 50
"""Sentences shown in a preview; the counts are of all."""


@dataclass(frozen=True, slots=True)
class Change:
    """The latest change to one of the reader's lists, in words."""

    edit_id: int
    text: str


def marked(contrast: Contrast) -> Contrast:
    """Return the list as figures name it: a reader's own says so, and so do its sides."""
    if not contrast.is_own:
        return contrast
    sides = tuple(replace(side, label=_yours(side.label)) for side in contrast.sides)
    return replace(contrast, label=_yours(contrast.label), sides=sides)


def pack_name(contrast: Contrast) -> str:
    """Return what readers call the pack of a list."""
    name = words_lists.OWN if contrast.is_own else contrast.pack or "other subjects"
    return words.capital(name.replace("_", " ").replace("-", " "))


def by_pack(contrasts: Iterable[Contrast]) -> dict[str, list[Contrast]]:
    """Return pack name -> its lists, a reader's own first, then by name of the pack."""
    packs: dict[str, list[Contrast]] = {}
    for each in sorted(contrasts, key=lambda each: (not each.is_own, pack_name(each))):
        packs.setdefault(pack_name(each), []).append(each)
    return packs


def found(contrasts: Iterable[Contrast], text: str) -> list[Contrast]:
    """Return the lists that hold a text, each with only the entries that hold it.

    A text in the name, the question or a side's name keeps all entries.
    """
    wanted = " ".join(text.lower().split())
    result = []
    for each in contrasts:
        names = (each.label, each.question, pack_name(each), *(side.label for side in each.sides))
        if any(wanted in name.lower() for name in names):
            result.append(each)
        elif terms := tuple(term for term in each.terms if wanted in term.lemma.lower()):
            result.append(replace(each, terms=terms))
    return result


def entries(contrast: Contrast) -> list[list[str]]:
    """Return one row per entry: word, side, word classes, reason, source."""
    labels = {side.id: side.label for side in contrast.sides}
    return [
        [term.lemma, labels[term.side], classes(term), term.reason, term.source]
        for term in contrast.terms
    ]


def classes(term: Term) -> str:
    """Return the word classes of an entry in words."""
    if term.pos in (ANY, CONTENT):
        return words_lists.ANY_CLASS
    return ", ".join(term.pos).lower()


def counts(
    matches: Sequence[Match], contrast: Contrast, outlets: Sequence[str]
) -> tuple[list[str], list[list[str]]]:
    """Return heads and rows of a preview's table: outlets down, sides across."""
    number = Counter((match.outlet, match.side) for match in matches)
    heads = ["Outlet", *(side.label for side in contrast.sides)]
    rows = [
        [outlet, *(str(number[outlet, side.id]) for side in contrast.sides)] for outlet in outlets
    ]
    return heads, rows


def next_version(version: str) -> str:
    """Return the version after this one: results name it, so each change raises it."""
    *head, last = version.split(".")
    return ".".join([*head, str(int(last) + 1)]) if last.isdecimal() else f"{version}.1"


def changes(edits: Iterable[Edit]) -> list[Change]:
    """Return the latest change to each list, the newest first."""
    latest: dict[str, Edit] = {}
    for edit in edits:
        latest.setdefault(edit.key, edit)
    shown = list(latest.values())[:MAX_CHANGES]
    return [Change(edit.id, _in_words(edit)) for edit in shown]


def _in_words(edit: Edit) -> str:
    done = words_lists.CHANGE[edit.replaced is not None, edit.value is not None]
    day, _, time = edit.made_at.partition("T")
    return f"{day} {time[:5]} UTC: {_name(edit)} {done}"


def _name(edit: Edit) -> str:
    list_id = str(json.loads(edit.key)[0])
    try:
        return f"\u201c{parse_own(edit.value or edit.replaced or '', list_id).label}\u201d"
    except LexiconError:
        return f"\u201c{list_id}\u201d"


def _yours(label: str) -> str:
    return f"{label} ({words_lists.YOURS})"
