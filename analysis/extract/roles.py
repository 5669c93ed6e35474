"""data/lexicons/roles/*.toml -> what kind of speaker a description tells of, and by which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis import paths
from analysis.errors import LexiconError
from analysis.lexicons import read_toml
from analysis.types import Role

_FIELDS = ("id", "version", "language", "label", "source")

STRONG_FIRST = (
    Role.ANONYMOUS,
    Role.INTERGOVERNMENTAL,
    Role.OPPOSITION,
    Role.RELIGIOUS,
    Role.SECURITY,
    Role.GOVERNMENT,
    Role.CIVIL_SOCIETY,
    Role.EXPERT,
    Role.MEDIA,
    Role.BUSINESS,
    Role.PROTESTER,
    Role.WITNESS,
    Role.VICTIM,
    Role.CITIZEN,
)
"""Order in which roles win when one description has words of two at the same place."""


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A role and the words that decided it."""

    role: Role
    basis: str | None
    title: bool = False
    """Whether a personal title decided, not a word in the name of a body."""


@dataclass(frozen=True, slots=True)
class RoleLexicon:
    """Role words: personal titles and words in the names of bodies."""

    titles: Mapping[str, Role]
    bodies: Mapping[str, Role]
    title_words: frozenset[str]
    title_pattern: re.Pattern[str]
    body_pattern: re.Pattern[str]

    def is_body_word(self, word: str) -> bool:
        """Return whether a single word names a kind of body: "ministry", "police"."""
        return word.lower() in self.bodies

    def last_title(self, text: str) -> str:
        """Return the last personal title in the words, or an empty string."""
        found = [m.group() for m in self.title_pattern.finditer(text.lower())]
        return found[-1] if found else ""

    def role_of(self, description: str) -> RoleFinding:
        """Return the role that a description tells of; ``unknown`` where no word decides."""
        text = description.lower().replace("’", "'")
        hits = [(m.start(), self.titles[m.group()], m, True) for m in self.title_pattern.finditer(text)]
        hits += [(m.start(), self.bodies[m.group()], m, False) for m in self.body_pattern.finditer(text)]
        if not hits:
            return RoleFinding(Role.UNKNOWN, None)
        _, role, match, title = min(hits, key=lambda h: (STRONG_FIRST.index(h[1]), h[0]))
        basis = description[match.start() : match.end()]
        return RoleFinding(role, basis, title)


@lru_cache(maxsize=1)
def role_lexicon() -> RoleLexicon:
    """Return every list in ``data/lexicons/roles``, checked."""
    titles: dict[str, Role] = {}
    bodies: dict[str, Role] = {}
    for path in sorted((paths.LEXICONS / "roles").glob("*.toml")):
        table = _load(path)
        role = Role(table["id"])
        _enter(titles, table["titles"], role, path)
        _enter(bodies, table["institutions"], role, path)
    words = frozenset(w for t in titles for w in t.split())
    return RoleLexicon(titles, bodies, words, _pattern(titles), _pattern(bodies))


def _load(path: Path) -> dict[str, Any]:
    table = read_toml(path)
    missing = [key for key in (*_FIELDS, "titles", "institutions") if not table.get(key)]
    if missing:
        message = f"{path.name}: {missing} missing or empty; write each as a text or a list"
        raise LexiconError(message)
    if table["id"] not in {r.value for r in Role}:
        message = f"{path.name}: id '{table['id']}' is no role; known: {[r.value for r in Role]}"
        raise LexiconError(message)
    return table


def _enter(target: dict[str, Role], words: Iterable[str], role: Role, path: Path) -> None:
    for word in words:
        if target.setdefault(word, role) is not role:
            message = f"{path.name}: '{word}' already stands for '{target[word]}'; keep it in one list"
            raise LexiconError(message)


def _pattern(words: Mapping[str, Role]) -> re.Pattern[str]:
    body = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])")
