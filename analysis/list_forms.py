"""A form filled in by a reader <-> a word list as TOML; every problem belongs to a field."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from analysis import patterns
from analysis.lexicons import GUARDS, Contrast, Term
from analysis.own_lists import ANY, CONTENT, MAX_LABEL, MAX_OWN_TERMS, REASON, SOURCE
from analysis.toml_fields import MAX_ID
from analysis.toml_text import unseen

MAX_NOTE = 500
"""Longest note beside a word, in characters."""

MIN_SIDES = 2
"""A contrast needs a rival."""


@dataclass(frozen=True, slots=True)
class FormSide:
    """One side as a reader writes it: its name, and words one a line, ``word | note``."""

    label: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A word list as a reader writes it."""

    name: str = ""
    question: str = ""
    sides: tuple[FormSide, ...] = (FormSide(), FormSide())

    @property
    def filled(self) -> tuple[tuple[int, FormSide], ...]:
        """Return the sides in which something is written, numbered from 1, and at least two."""
        numbered = list(enumerate(self.sides, start=1))
        filled = [(n, s) for n, s in numbered if s.label.strip() or s.words.strip()]
        empty = [each for each in numbered if each not in filled]
        return tuple(sorted(filled + empty[: max(0, MIN_SIDES - len(filled))], key=_number))


def _number(numbered: tuple[int, FormSide]) -> int:
    return numbered[0]


def problems(form: Form, names: Collection[str] = ()) -> dict[str, str]:
    """Return field -> what is wrong with it, in plain words; nothing = it can be saved.

    Fields are ``name``, ``question``, ``label-1``, ``words-1`` and so on; ``names`` are
    those of the reader's other lists.
    """
    found = {"name": _named(form.name, "the list"), "question": _seen(form.question)}
    if _one_line(form.name) in names:
        found["name"] = "Another of your lists has this name: choose another."
    labels: set[str] = set()
    words: dict[str, int] = {}
    for number, side in form.filled:
        label = _one_line(side.label).lower()
        twice = "Another side has this name: choose another." if label in labels else None
        found[f"label-{number}"] = _named(side.label, "this side") or twice
        found[f"words-{number}"] = _listed(side.words, number, words)
        labels.add(label)
    return {field: text for field, text in found.items() if text}


def named(form: Form) -> Form:
    """Return the form with names where none are written yet, so that its words can be tried."""
    sides = tuple(
        replace(side, label=f"side {number}" if _named(side.label, "") else side.label)
        for number, side in enumerate(form.sides, start=1)
        if side.words.strip()
    )
    name = "this list" if _named(form.name, "") else form.name
    return Form(name, "", sides)


def toml_of(form: Form, list_id: str, version: str = "1") -> str:
    """Return a form without problems as a word list in TOML."""
    head = {"id": list_id, "version": version, "label": form.name, "question": form.question}
    parts = [_table("", {key: value for key, value in head.items() if _one_line(value)})]
    sides = [(f"side-{number}", side) for number, side in form.filled]
    parts += [_table("[[sides]]", {"id": key, "label": side.label}) for key, side in sides]
    parts += [
        _table("[[terms]]", {"side": key, "lemma": word, **({"reason": note} if note else {})})
        for key, side in sides
        for _, word, note in _lines(side.words)
    ]
    return "\n".join(parts)


def form_of(contrast: Contrast) -> Form | None:
    """Return the form that gives this list, or nothing if it holds more than a form can."""
    if not all(_is_plain(term) for term in contrast.terms):
        return None
    sides = tuple(
        FormSide(side.label, "\n".join(_line(t) for t in contrast.terms if t.side == side.id))
        for side in contrast.sides
    )
    return Form(contrast.label, contrast.question, sides)


def export(contrast: Contrast) -> str:
    """Return a list as TOML with every field written out, to be changed and added again."""
    head = ("id", "version", "language", "label", "question")
    parts = [_table("", {key: getattr(contrast, key) for key in head})]
    for side in contrast.sides:
        plain = {"plain": True} if side.plain else {}
        parts.append(_table("[[sides]]", {"id": side.id, "label": side.label, **plain}))
    fields = ("side", "lemma", "pos", *GUARDS, "reason", "source")
    for term in contrast.terms:
        values = {name: getattr(term, name) for name in fields}
        parts.append(_table("[[terms]]", {k: v for k, v in values.items() if v}))
    return "\n".join(parts)


def new_id(name: str, taken: Collection[str]) -> str:
    """Return an id made from a list's name that no other list has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain)[: MAX_ID - 4].strip("-") or "list"
    ids = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in ids if each not in taken)


def _lines(words: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, word and note of each line in which something stands."""
    for number, line in enumerate(words.splitlines(), start=1):
        word, _, note = line.partition("|")
        if line.strip():
            yield number, _one_line(word), _one_line(note)


def _listed(text: str, side: int, words: dict[str, int]) -> str | None:
    """Return what is wrong with the words of a side; ``words`` are those seen so far."""
    lines = list(_lines(text))
    if not lines:
        return "Write at least one word, one a line."
    for number, word, note in lines:
        wrong = patterns.problem(word) or _unseen(word + note)
        if wrong:
            return f"Line {number}: '{word[:40]}' {wrong}."
        if len(note) > MAX_NOTE:
            return f"Line {number}: the note has {len(note)} characters; at most {MAX_NOTE}."
        other = words.setdefault(word.lower(), side)
        if other != side:
            return f"Line {number}: '{word}' stands on side {other} too; keep one."
    if len(words) > MAX_OWN_TERMS:
        return f"The list has {len(words):,} words; at most {MAX_OWN_TERMS:,} are searched."
    return None


def _named(text: str, what: str) -> str | None:
    return f"Give {what} a name." if not text.strip() else _seen(text)


def _seen(text: str) -> str | None:
    if len(text) > MAX_LABEL:
        return f"This has {len(text)} characters; at most {MAX_LABEL} fit over a figure."
    found = _unseen(_one_line(text))
    return f"This {found}." if found else None


def _unseen(text: str) -> str | None:
    found = unseen(text)
    return f"holds {found}; delete it" if found else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_plain(term: Term) -> bool:
    default = ANY if len(term.lemma.split()) > 1 else CONTENT
    return (
        term.pos == default
        and term.source == SOURCE
        and "|" not in term.lemma
        and not any(getattr(term, guard) for guard in GUARDS)
    )


def _line(term: Term) -> str:
    return term.lemma if term.reason == REASON else f"{term.lemma} | {term.reason}"


def _table(head: str, values: dict[str, object]) -> str:
    # A JSON text or list of texts is written in TOML in the same way.
    lines = [f"{key} = {json.dumps(_flat(v), ensure_ascii=False)}" for key, v in values.items()]
    return "\n".join([*([head] if head else []), *lines, ""])


def _flat(value: object) -> object:
    return _one_line(value) if isinstance(value, str) else value
