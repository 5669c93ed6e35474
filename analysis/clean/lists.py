"""data/lexicons/cleaning/*.toml -> word sets and phrase lists, matched in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any

from analysis import paths
from analysis.errors import LexiconError
from analysis.lexicons import read_toml
from analysis.types import BlockKind

FOLDER = "cleaning"
WORDS_FILE = "words.toml"

MAX_GAP = 6
"""Most words a ``*`` stands for; longer gaps would join unrelated phrases."""

DEFAULT_MAX_WORDS = 14
"""Longest line, in words, a whole-line phrase is looked for in: phrases are at most this long."""

MAX_MATCHED_WORDS = 160
"""No phrase list looks at longer lines; a paragraph of more words is never page furniture."""

_TOKEN = re.compile(r"[^\W_]+(?:['.,\-][^\W_]+)*|[@©:|]")
_DIGIT = re.compile(r"\d")
_CHOICE = re.compile(r"\(([^()]*)\)")
_MATCHES = ("whole", "start", "any")
_FIELDS = frozenset(
    {"rule", "kind", "match", "why", "phrases", "max_words", "sentence", "list_heading",
     "only_after_heading"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Phrases that make a line something other than the article."""

    rule: str
    kind: BlockKind
    match: str
    why: str
    max_words: int
    sentence: bool
    """The phrases may also be the last sentence of a paragraph."""
    list_heading: bool
    """The line announces a list of links."""
    only_after_heading: bool
    """The phrases count only below the heading of the readers' comments."""


@dataclass(slots=True)
class _Node:
    """One step of the phrase tree."""

    children: dict[str, _Node] = field(default_factory=dict)
    lists: list[PhraseList] = field(default_factory=list)

    def add(self, pattern: tuple[str, ...], phrases: PhraseList) -> None:
        node = self
        for part in pattern:
            node = node.children.setdefault(part, _Node())
        if phrases not in node.lists:
            node.lists.append(phrases)


class PhraseIndex:
    """All phrases as two trees of words, so that a line costs a few look-ups a word."""

    def __init__(self, phrases: Iterable[tuple[PhraseList, Iterable[tuple[str, ...]]]]) -> None:
        self._at_start = _Node()
        self._anywhere = _Node()
        for phrase_list, patterns in phrases:
            root = self._anywhere if phrase_list.match == "any" else self._at_start
            for pattern in patterns:
                root.add(pattern, phrase_list)

    def lists(self, tokens: tuple[str, ...]) -> tuple[PhraseList, ...]:
        """Return the lists with a phrase in these words, in order of where it begins."""
        if len(tokens) > MAX_MATCHED_WORDS:
            return ()
        found: dict[str, PhraseList] = {}
        for phrases, end in _walked(self._at_start, tokens, 0):
            if phrases.match == "start" or end == len(tokens):
                found.setdefault(phrases.rule, phrases)
        for at, token in enumerate(tokens):
            if token in self._anywhere.children or _DIGIT.search(token):
                for phrases, _ in _walked(self._anywhere, tokens, at):
                    found.setdefault(phrases.rule, phrases)
        return tuple(phrases for phrases in found.values() if len(tokens) <= phrases.max_words)


def _walked(root: _Node, tokens: tuple[str, ...], at: int) -> Iterator[tuple[PhraseList, int]]:
    """Yield each list with a phrase that begins at a word, and where the phrase ends."""
    states = [(root, 0)]
    for end in range(at, len(tokens) + 1):
        states = _with_gaps(states)
        for node, _ in states:
            for phrases in node.lists:
                yield phrases, end
        if end == len(tokens):
            return
        states = _stepped(states, tokens[end])
        if not states:
            return


def _with_gaps(states: list[tuple[_Node, int]]) -> list[tuple[_Node, int]]:
    """Return the states and those behind a ``*``, which may still swallow MAX_GAP words."""
    gaps = [(node.children["*"], MAX_GAP) for node, _ in states if "*" in node.children]
    return states + gaps


def _stepped(states: list[tuple[_Node, int]], token: str) -> list[tuple[_Node, int]]:
    keys = (token, "#") if _DIGIT.search(token) else (token,)
    after: dict[int, tuple[_Node, int]] = {}
    for node, gap in states:
        steps = [(node.children[key], 0) for key in keys if key in node.children]
        if gap:
            steps.append((node, gap - 1))
        for step in steps:
            known = after.get(id(step[0]))
            if known is None or known[1] < step[1]:
                after[id(step[0])] = step
    return list(after.values())


def tokens_of(text: str) -> tuple[str, ...]:
    """Return the words of a line in small letters, with the marks ``@ © : |``."""
    return tuple(_TOKEN.findall(text.replace("’", "'").casefold()))


@lru_cache(maxsize=1)
def word_sets() -> Mapping[str, frozenset[str]]:
    """Return the word sets of ``words.toml`` by name."""
    table = read_toml(paths.LEXICONS / FOLDER / WORDS_FILE)
    return {name: frozenset(words) for name, words in table["sets"].items()}


@lru_cache(maxsize=1)
def phrase_index() -> PhraseIndex:
    """Return every phrase of the cleaning lists."""
    return PhraseIndex(_read_lists())


@lru_cache(maxsize=1)
def list_reasons() -> Mapping[str, str]:
    """Return why each list sets a line aside, by rule."""
    return {phrases.rule: phrases.why for phrases, _ in _read_lists()}


def _read_lists() -> Iterator[tuple[PhraseList, tuple[tuple[str, ...], ...]]]:
    for path in sorted((paths.LEXICONS / FOLDER).glob("*.toml")):
        if path.name == WORDS_FILE:
            continue
        for number, row in enumerate(read_toml(path).get("lists", ()), start=1):
            where = f"{path.name}: [[lists]] {number}"
            yield _phrase_list(row, where), _patterns(row["phrases"], where)


def _phrase_list(row: Mapping[str, Any], where: str) -> PhraseList:
    unknown = set(row) - _FIELDS
    if unknown:
        message = f"{where}: unknown field {sorted(unknown)}; known: {sorted(_FIELDS)}"
        raise LexiconError(message)
    missing = {"rule", "kind", "match", "why", "phrases"} - set(row)
    if missing:
        message = f"{where}: {sorted(missing)} missing; add it"
        raise LexiconError(message)
    if row["match"] not in _MATCHES:
        message = f"{where}: 'match' is {row['match']!r}; write one of {list(_MATCHES)}"
        raise LexiconError(message)
    return PhraseList(
        rule=row["rule"],
        kind=BlockKind(row["kind"]),
        match=row["match"],
        why=row["why"],
        max_words=row.get("max_words", DEFAULT_MAX_WORDS),
        sentence=row.get("sentence", False),
        list_heading=row.get("list_heading", False),
        only_after_heading=row.get("only_after_heading", False),
    )


def _patterns(phrases: Iterable[str], where: str) -> tuple[tuple[str, ...], ...]:
    patterns: dict[tuple[str, ...], None] = {}
    for phrase in phrases:
        for words in _expanded(phrase):
            pattern = tuple(part for word in words.split() for part in _pattern_tokens(word))
            if not pattern or pattern[0] == "*":
                message = f"{where}: {phrase!r} does not begin with a word; begin it with one"
                raise LexiconError(message)
            patterns[pattern] = None
    return tuple(patterns)


def _expanded(phrase: str) -> Iterator[str]:
    """Yield the phrase once for every way through its choices."""
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    for way in product(*choices):
        yield "".join(way)


def _pattern_tokens(word: str) -> tuple[str, ...]:
    return (word,) if word in ("*", "#") else tokens_of(word)
