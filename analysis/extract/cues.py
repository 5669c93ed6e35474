"""data/lexicons/cues/*.toml -> what a reporting word adds to the words it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import paths
from analysis.errors import LexiconError
from analysis.lexicons import read_toml
from analysis.types import CueClass

if TYPE_CHECKING:
    from analysis.parsing import Token

_FIELDS = ("id", "version", "language", "label", "source")
_GUARD_FIELDS = frozenset({"verb", "prepositions", "objects", "subjects", "reason"})
_COMPLEMENTS = frozenset({"dobj", "oprd", "acomp", "attr", "nsubjpass", "xcomp", "ccomp"})


@dataclass(frozen=True, slots=True)
class Guard:
    """Surroundings in which a verb is no cue: "admitted to hospital" concedes nothing."""

    verb: str
    prepositions: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    reason: str


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The classes of reporting verbs and nouns, with the guards on them."""

    verbs: Mapping[str, CueClass]
    nouns: Mapping[str, CueClass]
    guards: Mapping[str, tuple[Guard, ...]]

    def cue_class(self, token: Token) -> CueClass:
        """Return the class of a cue word, ``none`` where no list has it."""
        words = cue_lemma(token)
        table = self.verbs if token.pos_ in {"VERB", "AUX"} else self.nouns
        other = self.nouns if table is self.verbs else self.verbs
        for key in (words, token.lemma_.lower(), token.lower_):
            if key in table:
                return table[key]
        return next((other[k] for k in (words, token.lower_) if k in other), CueClass.NONE)

    def is_guarded(self, token: Token) -> bool:
        """Return whether the surroundings show that the word reports nothing."""
        guards = self.guards.get(token.lemma_.lower(), ())
        return any(_applies(guard, token) for guard in guards)


def cue_lemma(token: Token) -> str:
    """Return the lemma of a cue with its particle: "point out"."""
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "")
    lemma = token.lemma_.lower()
    return f"{lemma} {particle}" if particle else lemma


def possible_classes(token: Token) -> frozenset[CueClass]:
    """Return every class that a word can have, whatever particle follows it and ``none`` too."""
    lemma, word = token.lemma_.lower(), token.lower_
    found = {CueClass.NONE} | _classes_with_particle().get(lemma, frozenset())
    for table in (cue_lexicon().verbs, cue_lexicon().nouns):
        found |= {table[key] for key in (lemma, word) if key in table}
    return frozenset(found)


@lru_cache(maxsize=1)
def _classes_with_particle() -> Mapping[str, frozenset[CueClass]]:
    """Return the classes of each word that is listed with a particle: "point out"."""
    found: dict[str, frozenset[CueClass]] = {}
    for table in (cue_lexicon().verbs, cue_lexicon().nouns):
        for words, name in table.items():
            lemma, _, particle = words.partition(" ")
            if particle:
                found[lemma] = found.get(lemma, frozenset()) | {name}
    return found


@lru_cache(maxsize=1)
def cue_lexicon() -> CueLexicon:
    """Return every list in ``data/lexicons/cues``, checked."""
    verbs: dict[str, CueClass] = {}
    nouns: dict[str, CueClass] = {}
    guards: dict[str, list[Guard]] = {}
    for path in sorted((paths.LEXICONS / "cues").glob("*.toml")):
        table, name = _load(path)
        _enter(verbs, table["verbs"], name, path)
        _enter(nouns, table["nouns"], name, path)
        for row in table.get("guards", ()):
            guard = _guard(row, path)
            guards.setdefault(guard.verb, []).append(guard)
    return CueLexicon(verbs, nouns, {verb: tuple(rows) for verb, rows in guards.items()})


def _load(path: Path) -> tuple[dict[str, Any], CueClass]:
    table = read_toml(path)
    missing = [key for key in (*_FIELDS, "verbs", "nouns") if not table.get(key)]
    if missing:
        message = f"{path.name}: {missing} missing or empty; write each as a text or a list"
        raise LexiconError(message)
    if table["id"] not in {c.value for c in CueClass}:
        message = (
            f"{path.name}: id '{table['id']}' is no cue class; known: {[c.value for c in CueClass]}"
        )
        raise LexiconError(message)
    return table, CueClass(table["id"])


def _enter(target: dict[str, CueClass], words: list[str], name: CueClass, path: Path) -> None:
    for word in words:
        if word in target:
            message = (
                f"{path.name}: '{word}' is already in class '{target[word]}'; keep it in one list"
            )
            raise LexiconError(message)
        target[word] = name


def _guard(row: dict[str, Any], path: Path) -> Guard:
    unknown = set(row) - _GUARD_FIELDS
    if unknown or not row.get("verb") or not row.get("reason"):
        message = (
            f"{path.name}: [[guards]] needs verb and reason, and knows {sorted(_GUARD_FIELDS)}"
        )
        raise LexiconError(message)
    return Guard(
        row["verb"],
        frozenset(row.get("prepositions", ())),
        frozenset(row.get("objects", ())),
        frozenset(row.get("subjects", ())),
        row["reason"],
    )


def _applies(guard: Guard, token: Token) -> bool:
    children = list(token.children)
    if guard.subjects:
        return any(c.dep_ == "nsubj" and c.lemma_.lower() in guard.subjects for c in children)
    if guard.prepositions:
        preps = [c for c in children if c.dep_ == "prep" and c.lower_ in guard.prepositions]
        if not guard.objects:
            return bool(preps)
        return any(o.lemma_.lower() in guard.objects for p in preps for o in p.children)
    return any(c.dep_ in _COMPLEMENTS and c.lemma_.lower() in guard.objects for c in children)
