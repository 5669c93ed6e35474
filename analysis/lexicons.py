"""data/lexicons/**.toml -> word lists, each entry with its reason and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis import paths, patterns, toml_text
from analysis.errors import LexiconError
from analysis.toml_fields import check_fields, id_of, rows_of, text_of, words_of
from analysis.toml_text import MAX_BYTES, Toml

MAX_TERMS = 20_000
"""Most entries in one list (design/safety limit)."""

MAX_SIDES = 12
"""Most sides of one list; a figure shows one panel a side."""

MAX_GUARD_WORDS = 100_000
"""Most words in all guards of one list, with the sets they name written out."""

CLASSES = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN SCONJ VERB X".split())
"""Word classes an entry may name; X is the tagger's class for foreign words ("coup d'etat")."""

__all__ = ["MAX_BYTES"]


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a contrast: what to match, on which side, why, and who says so.

    ``lemma`` is one or more words separated by blanks, each a lemma or a literal form, with
    ``*`` for any letters. The guards name lemmas or word sets that must (or must not) be
    the subject, object or modifier of the first word; a passive subject counts as an object.
    """

    side: str
    lemma: str
    pos: tuple[str, ...]
    reason: str
    source: str
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    not_modifier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contrast, with the name shown to readers."""

    id: str
    label: str
    plain: bool = False
    """The everyday words for the thing: counted, but no difference to point at first."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Rival words for one thing."""

    id: str
    lexicon: str
    version: str
    language: str
    label: str
    question: str
    sides: tuple[Side, ...]
    terms: tuple[Term, ...]
    pack: str = ""
    """The subject it belongs to: the folder of its file; ``own`` = a reader's list."""
    is_own: bool = False
    """Whether a reader made it, on this computer."""

    def __hash__(self) -> int:
        """Spare going through all terms: a list is a key of what is made from it."""
        return hash((self.id, self.version))


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of one TOML file.

    Raises
    ------
    LexiconError
        If the file is too large, not UTF-8, or not TOML; the message names file and line.
    """
    return dict(toml_text.read(_text_of(path), path.name).table)


@lru_cache(maxsize=1)
def contrasts() -> tuple[Contrast, ...]:
    """Return every contrast in ``data/lexicons/contrasts``; a folder there is a pack.

    Raises
    ------
    LexiconError
        If one breaks its own rules, or two have one id.
    """
    root = paths.LEXICONS / "contrasts"
    files = sorted(root.rglob("*.toml"))
    found = [load_contrast(file, file.parent.relative_to(root).as_posix()) for file in files]
    by_id: dict[str, Contrast] = {}
    for each in found:
        other = by_id.setdefault(each.id, each)
        if other is not each:
            message = f"{each.lexicon}.toml: id '{each.id}' is taken by {other.lexicon}; rename one"
            raise LexiconError(message)
    return tuple(found)


def versions() -> dict[str, str]:
    """Return the version of every word list that states one, by its path without suffix."""
    lists = {
        path.relative_to(paths.LEXICONS).with_suffix("").as_posix(): read_toml(path).get("version")
        for path in sorted(paths.LEXICONS.rglob("*.toml"))
    }
    return {name: str(version) for name, version in lists.items() if version}


def load_contrast(path: Path, pack: str = "") -> Contrast:
    """Return the contrast in one file, every entry checked.

    Raises
    ------
    LexiconError
        If a field is missing, unknown or empty, or a side is not declared; the message
        names file, line where an entry begins, and field.
    """
    pack = "" if pack == "." else pack
    lexicon = "/".join(filter(None, ("contrasts", pack, path.stem)))
    return contrast_of(toml_text.read(_text_of(path), path.name), lexicon, pack)


def contrast_of(toml: Toml, lexicon: str, pack: str, *, is_own: bool = False) -> Contrast:
    """Return the contrast in a parsed text, every entry checked.

    Raises
    ------
    LexiconError
        As ``load_contrast``.
    """
    table = toml.table
    head = {key: text_of(table, key, toml.name) for key in _HEAD_FIELDS}
    id_of(table, toml.name)
    sides = tuple(
        _side(row, toml.where("sides", number))
        for number, row in enumerate(rows_of(toml, "sides", MAX_SIDES), start=1)
    )
    known = [side.id for side in sides]
    terms = _terms(toml, known)
    if len(sides) < 2 or not terms:
        message = f"{toml.name}: a contrast needs at least two [[sides]] and one [[terms]] entry"
        raise LexiconError(message)
    if len(set(known)) < len(known):
        message = f"{toml.name}: two [[sides]] have one id; there are: {known}; rename one"
        raise LexiconError(message)
    return Contrast(lexicon=lexicon, sides=sides, terms=terms, pack=pack, is_own=is_own, **head)


_HEAD_FIELDS = ("id", "version", "language", "label", "question")
_TEXT_FIELDS = ("side", "lemma", "reason", "source")
GUARDS = ("subject", "not_subject", "object", "not_object", "modifier", "not_modifier")


def _text_of(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        message = f"{path.name}: larger than {MAX_BYTES:,} bytes; split the list into several files"
        raise LexiconError(message)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as err:
        message = f"{path.name}: not UTF-8 ({err}); save it as plain text in UTF-8"
        raise LexiconError(message) from err


def _side(row: Mapping[str, Any], where: str) -> Side:
    return Side(id_of(row, where), text_of(row, "label", where), row.get("plain") is True)


def _terms(toml: Toml, sides: list[str]) -> tuple[Term, ...]:
    sets = toml.table.get("sets", {})
    if not isinstance(sets, dict):
        message = f"{toml.name}: 'sets' is not a table; write [sets] and one set a line"
        raise LexiconError(message)
    words = {name: words_of(sets, name, f"{toml.name}: [sets]") for name in sets}
    found: list[Term] = []
    guards = 0
    for number, row in enumerate(rows_of(toml, "terms", MAX_TERMS), start=1):
        found.append(_term(row, sides, words, toml.where("terms", number)))
        guards += sum(len(getattr(found[-1], guard)) for guard in GUARDS)
        if guards > MAX_GUARD_WORDS:
            message = (
                f"{toml.where('terms', number)}: the guards up to here hold {guards:,} words; "
                f"at most {MAX_GUARD_WORDS:,} are read in one list"
            )
            raise LexiconError(message)
    return tuple(found)


def _term(
    row: Mapping[str, Any], sides: list[str], sets: Mapping[str, tuple[str, ...]], where: str
) -> Term:
    check_fields(row, (*_TEXT_FIELDS, *GUARDS, "pos"), where)
    texts = {key: text_of(row, key, where) for key in _TEXT_FIELDS}
    if texts["side"] not in sides:
        message = f"{where}: side '{texts['side']}' is not declared; known: {sorted(sides)}"
        raise LexiconError(message)
    if problem := patterns.problem(texts["lemma"]):
        message = f"{where}: 'lemma' {problem}"
        raise LexiconError(message)
    pos = words_of(row, "pos", where)
    if not pos or not set(pos) <= CLASSES:
        message = f"{where}: 'pos' is {list(pos)}; list one or more of {sorted(CLASSES)}"
        raise LexiconError(message)
    guards = {key: _expanded(words_of(row, key, where), sets, where) for key in GUARDS}
    return Term(
        side=texts["side"],
        lemma=texts["lemma"],
        pos=pos,
        reason=texts["reason"],
        source=texts["source"],
        **guards,
    )


def _expanded(
    words: tuple[str, ...], sets: Mapping[str, tuple[str, ...]], where: str
) -> tuple[str, ...]:
    """Return the guard's lemmas, each ``@name`` replaced by the set it names."""
    result: list[str] = []
    for word in words:
        if word.startswith("@"):
            if word[1:] not in sets:
                message = f"{where}: word set '{word}' is not in [sets]; known: {sorted(sets)}"
                raise LexiconError(message)
            result += sets[word[1:]]
        else:
            result.append(word)
    return tuple(result)
