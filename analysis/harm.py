"""data/lexicons/harm.toml -> words for harm, who can be harmed, and what is never an agent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis import paths
from analysis.errors import LexiconError
from analysis.lexicons import read_toml


class HarmRole(StrEnum):
    """What a word needs around it to tell of harm."""

    TRANSITIVE = "transitive"
    """A verb with an object: without one and without an auxiliary it is a short passive."""
    LABILE = "labile"
    """A verb whose object may be missing: "the police fired on the crowd"."""
    INTRANSITIVE = "intransitive"
    RECIPROCAL = "reciprocal"
    """A verb of two sides: "the police clashed with the crowd"."""
    RECIPROCAL_NOUN = "reciprocal_noun"
    SUFFERED = "suffered"
    """A noun whose possessor is harmed: "his death"."""
    DONE_TO = "done_to"
    """The same, but police or fighters before it act: "the police shooting"."""
    DONE_BY = "done_by"
    """A noun whose possessor acts: "the army's attack"."""
    ADJECTIVE = "adjective"


NOUN_ROLES = frozenset(
    {HarmRole.RECIPROCAL_NOUN, HarmRole.SUFFERED, HarmRole.DONE_TO, HarmRole.DONE_BY}
)

_GUARDS = tuple(
    "subject not_subject object not_object modifier not_modifier near not_context despite".split()
)


@dataclass(frozen=True, slots=True)
class HarmWord:
    """One word for an event; guards hold lemmas, ``#kind`` of a noun or ``%LABEL`` of a name.

    ``near`` must be subject, object or modifier; ``not_context`` must not stand in the same
    sentence unless a word of ``despite`` modifies this one.
    """

    event: str
    lemma: str
    role: HarmRole
    reason: str
    tool: bool = False
    """The object belongs to the phrase ("open *fire*") or is a weapon: nobody is harmed by it."""
    bare: bool = False
    """The verb has no object: "fired on the crowd", not "fired the coach on Monday"."""
    of: bool = False
    """Who is harmed stands in an of-phrase of the object: "claimed the lives *of* ..."."""
    possessor: str = ""
    """``agent`` if the possessor acts although the of-phrase is harmed: "Israel's bombing of"."""
    to: tuple[str, ...] = ()
    """Prepositions that bring in whoever is harmed."""
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    not_modifier: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_context: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HarmEvent:
    """One kind of event: its key, its name for readers, and why it is listed."""

    key: str
    label: str
    group: str
    """Events of one group can tell of the same thing: "killed", "murdered", "died"."""
    reason: str
    source: str
    causes: bool
    """Whether things can be the subject: "the blast killed", but not "the blast arrested"."""


@dataclass(frozen=True, slots=True)
class Harm:
    """The whole list."""

    version: str
    events: Mapping[str, HarmEvent]
    words: Mapping[str, tuple[HarmWord, ...]]
    """Lemma -> its entries, guarded entries first."""
    kinds: Mapping[str, str]
    """Kind of whoever can be harmed -> label shown to readers."""
    kind_of: Mapping[str, str]
    """Lemma -> kind."""
    forms: Mapping[str, str]
    """Word form -> lemma, for forms that the language model reads as other words."""
    groups: Mapping[str, frozenset[str]]
    """Lists of lemmas for rules: causes, natural, bodies, light_verbs and so on."""


RULE_LISTS = (
    "causes",
    "natural",
    "bodies",
    "light_verbs",
    "implicative_verbs",
    "unreal_governors",
    "unreal_modifiers",
)


@lru_cache(maxsize=1)
def harm() -> Harm:
    """Return the project's list of words for harm."""
    return load_harm(paths.LEXICONS / "harm.toml")


def load_harm(path: Path) -> Harm:
    """Return the list in one file, every entry checked.

    Raises
    ------
    LexiconError
        If a field is missing or unknown, or an entry names an event, set or role that is not
        declared; the message names the entry.
    """
    table = read_toml(path)
    events = {row["key"]: _event(row, path.name) for row in _rows(table, "events", path.name)}
    kinds = {row["id"]: row["label"] for row in _rows(table, "kinds", path.name)}
    words = [_word(row, events, table.get("sets", {}), path.name) for row in table.get("words", ())]
    words += [word for row in table["events"] for word in _plain_words(row)]
    by_lemma: dict[str, list[HarmWord]] = {}
    for word in words:
        by_lemma.setdefault(word.lemma, []).append(word)
    return Harm(
        version=str(table.get("version", "")),
        events=events,
        words={lemma: _without_shadowed(entries) for lemma, entries in by_lemma.items()},
        kinds=kinds,
        # The first list that holds a word decides.
        kind_of={
            word: row["id"] for row in reversed(table["kinds"]) for word in row.get("words", ())
        },
        forms=dict(table.get("forms", {})),
        groups={name: frozenset(table.get(name, ())) for name in RULE_LISTS},
    )


def _without_shadowed(entries: list[HarmWord]) -> tuple[HarmWord, ...]:
    """Return the entries; a plain one falls away where a guarded one has its event and role."""
    guarded = {(word.event, word.role) for word in entries if word.reason}
    return tuple(w for w in entries if w.reason or (w.event, w.role) not in guarded)


def _rows(table: Mapping[str, Any], name: str, where: str) -> list[dict[str, Any]]:
    rows = table.get(name, [])
    if not rows:
        message = f"{where}: there is no [[{name}]] entry; add at least one"
        raise LexiconError(message)
    return rows


def _event(row: Mapping[str, Any], where: str) -> HarmEvent:
    missing = [key for key in _EVENT_FIELDS if not row.get(key)]
    unknown = set(row) - {*_EVENT_FIELDS, "causes", *_PLAIN}
    if missing or unknown:
        message = (
            f"{where}: [[events]] '{row.get('key')}': missing {missing}, unknown {sorted(unknown)}"
        )
        raise LexiconError(message)
    return HarmEvent(
        **{key: row[key] for key in _EVENT_FIELDS}, causes=row.get("causes", False) is True
    )


_EVENT_FIELDS = ("key", "label", "group", "reason", "source")
_PLAIN = {
    "transitive": HarmRole.TRANSITIVE,
    "labile": HarmRole.LABILE,
    "intransitive": HarmRole.INTRANSITIVE,
    "suffered": HarmRole.SUFFERED,
    "done_to": HarmRole.DONE_TO,
    "done_by": HarmRole.DONE_BY,
    "adjectives": HarmRole.ADJECTIVE,
}

_PLAIN_TO = {HarmRole.DONE_BY: ("on", "against", "upon", "of"), HarmRole.DONE_TO: ("of", "against")}


def _plain_words(row: Mapping[str, Any]) -> list[HarmWord]:
    """Return the words of an event that need no guard."""
    return [
        HarmWord(event=row["key"], lemma=lemma, role=role, reason="", to=_PLAIN_TO.get(role, ()))
        for field, role in _PLAIN.items()
        for lemma in row.get(field, ())
    ]


def _word(
    row: Mapping[str, Any],
    events: Mapping[str, HarmEvent],
    sets: Mapping[str, list[str]],
    where: str,
) -> HarmWord:
    name = f"{where}: [[words]] '{row.get('lemma')}'"
    unknown = set(row) - set(HarmWord.__dataclass_fields__)
    if unknown:
        message = f"{name}: unknown field {sorted(unknown)}"
        raise LexiconError(message)
    if row.get("event") not in events:
        message = f"{name}: event '{row.get('event')}' is not declared; known: {sorted(events)}"
        raise LexiconError(message)
    if row.get("role") not in set(HarmRole) or not row.get("reason"):
        message = f"{name}: 'role' must be one of {[r.value for r in HarmRole]}, with a 'reason'"
        raise LexiconError(message)
    role = HarmRole(row["role"])
    fields: dict[str, Any] = {
        **row,
        "role": role,
        "to": tuple(row.get("to", _PLAIN_TO.get(role, ()))),
        **{key: _expanded(row.get(key, ()), sets, name) for key in _GUARDS},
    }
    return HarmWord(**fields)


def _expanded(entries: list[str], sets: Mapping[str, list[str]], where: str) -> tuple[str, ...]:
    """Return a guard's entries, each ``@name`` replaced by the set it names."""
    result: list[str] = []
    for entry in entries:
        if not entry.startswith("@"):
            result.append(entry)
        elif entry[1:] in sets:
            result += sets[entry[1:]]
        else:
            message = f"{where}: word set '{entry}' is not in [sets]; known: {sorted(sets)}"
            raise LexiconError(message)
    return tuple(dict.fromkeys(result))
