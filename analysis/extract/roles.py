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
from analysis.extract.word_patterns import any_of
from analysis.lexicons import read_toml
from analysis.types import Role

_FIELDS = ("id", "version", "language", "label", "source")

SHARED_TITLES = frozenset(
    {
        "president",
        "vice president",
        "leader",
        "secretary",
        "official",
        "commissioner",
        "speaker",
        "officer",
    }
)
"""Titles that many kinds of body have: the body in the description decides."""

OWN_BODIES = frozenset(
    {
        Role.BUSINESS,
        Role.CIVIL_SOCIETY,
        Role.EXPERT,
        Role.RELIGIOUS,
        Role.MEDIA,
        Role.INTERGOVERNMENTAL,
        Role.SECURITY,
        Role.OPPOSITION,
    }
)
"""Roles that a body lends to whoever has a shared title in it."""


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A role and the words that decided it."""

    role: Role
    basis: str | None


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

    def is_common(self, word: str) -> bool:
        """Return whether a capitalised word is a listed common noun: "Analysts", "Authorities"."""
        return word.lower() in self.bodies or word.lower() in self.titles

    def last_title(self, text: str) -> str:
        """Return the last personal title in the words, or an empty string."""
        found = [m.group() for m in self.title_pattern.finditer(text.lower())]
        return found[-1] if found else ""

    def role_of(self, description: str) -> RoleFinding:
        """Return the role that a description tells of; ``unknown`` where no word decides.

        A personal title decides before a word in the name of a body; a title that
        many bodies share ("president") takes the role of the body that is named.
        """
        for part in description.split(" | "):
            finding = self._role_of_part(part)
            if finding.role is not Role.UNKNOWN:
                return finding
        return RoleFinding(Role.UNKNOWN, None)

    def _role_of_part(self, description: str) -> RoleFinding:
        """Return the role of one phrase: English puts the deciding word last."""
        text = description.lower().replace("’", "'")
        title = _last(self.title_pattern, text)
        body = _last(self.body_pattern, text)
        if body is not None and (title is None or self._lends(body.group(), title.group())):
            match, role = body, self.bodies[body.group()]
        elif title is not None:
            match, role = title, self.titles[title.group()]
        else:
            return RoleFinding(Role.UNKNOWN, None)
        return RoleFinding(role, description[match.start() : match.end()])

    def _lends(self, body: str, title: str) -> bool:
        """Return whether a body decides the role of whoever has this title in it."""
        return title in SHARED_TITLES and self.bodies[body] in OWN_BODIES


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
    # The head of a title is what a name follows; "human" and "rights" begin names of bodies.
    words = frozenset(title.split()[-1] for title in titles)
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
            message = (
                f"{path.name}: '{word}' already stands for '{target[word]}'; keep it in one list"
            )
            raise LexiconError(message)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match before the first preposition, else the first match of all."""
    core = re.split(r" (?:of|for|in|at|from|with|who|on) ", text, maxsplit=1)[0]
    found = None
    for found in pattern.finditer(core):  # noqa: B007 -- the last one is wanted
        pass
    return found or pattern.search(text)


def _pattern(words: Mapping[str, Role]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(words)})(?![\w-])")
