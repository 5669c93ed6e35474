"""Scored pairs and the reader's decisions in, facts out: statements that report the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.compare.facts.alignment import Alignment, Pair
from analysis.corrections import Corrections
from analysis.library import EditKind
from analysis.types import AnnotatedArticle, Statement

LINKED = "linked"
APART = "apart"

AGREEMENT = 0.8
"""Share of the threshold that two groups must reach on average to become one: without it a
chain of look-alikes ends in a group whose ends have nothing in common."""

MIN_NAME_WORDS = 4
"""Words from which a statement can stand as the name of a fact."""

MAX_NAME_WORDS = 25

Key = tuple[str, str]
"""Article and first offset of a statement, as edits name it."""


@dataclass(frozen=True, slots=True)
class Place:
    """One statement with the article it stands in."""

    article: int
    annotated: AnnotatedArticle
    statement: Statement

    @property
    def key(self) -> Key:
        """Return how edits name the statement."""
        return self.annotated.article.id, str(self.statement.start)

    @property
    def text(self) -> str:
        """Return the words of the statement."""
        return self.statement.span.of(self.annotated.text)


@dataclass(frozen=True, slots=True)
class Fact:
    """Statements of two or more articles that report the same."""

    id: str
    """Article and first offset of its first statement."""
    statements: tuple[int, ...]
    name: str
    is_named_by_reader: bool


def places(articles: Sequence[AnnotatedArticle]) -> tuple[Place, ...]:
    """Return the statements of a story in the order in which alignments number them."""
    return tuple(
        Place(number, annotated, statement)
        for number, annotated in enumerate(articles)
        for statement in annotated.statements
    )


def facts(
    alignment: Alignment, found: Sequence[Place], corrections: Corrections
) -> tuple[Fact, ...]:
    """Return what two or more articles report, carried by most articles first.

    Statements are linked one to one where each is the other's best match between their two
    articles, above the threshold; groups grow from the surest link on, and only while they
    agree on average. Statements that readers linked belong together, those they put apart
    do not.
    """
    groups = _Groups(alignment, found, _decided(found, corrections))
    for i, j, _ in sorted(_mutual(alignment, found), key=lambda pair: (-pair[2], pair[:2])):
        groups.join(i, j)
    for i, j, score in sorted(alignment.pairs, key=lambda pair: (-pair[2], pair[:2])):
        if score >= alignment.threshold:
            groups.adopt(i, j)
    shared = [
        members
        for members in groups.listed()
        if len({found[number].article for number in members}) > 1
    ]
    names = corrections.of(EditKind.FACT)
    result = [_fact(members, found, names) for members in shared]
    return tuple(sorted(result, key=lambda fact: _order(fact, found)))


class _Groups:
    """Groups of statements that grow; only this file knows that they change."""

    def __init__(
        self, alignment: Alignment, found: Sequence[Place], decided: Mapping[tuple[int, int], str]
    ) -> None:
        self._scores = {(i, j): score for i, j, score in alignment.pairs}
        self._least = AGREEMENT * alignment.threshold
        self._article = [place.article for place in found]
        self._group = {number: [number] for number in range(len(found))}
        self._apart = {pair for pair, value in decided.items() if value == APART}
        for (i, j), value in decided.items():
            if value == LINKED:
                self._unite(i, j)

    def join(self, i: int, j: int) -> None:
        """Make one group of the two, if they agree and nobody put them apart."""
        if self._group[i] is not self._group[j] and self._agree(self._group[i], self._group[j]):
            self._unite(i, j)

    def adopt(self, i: int, j: int) -> None:
        """Let a statement that stands alone join the group of its match."""
        if (len(self._group[i]) == 1) != (len(self._group[j]) == 1):
            self.join(i, j)

    def listed(self) -> list[list[int]]:
        """Return each group once, its statements in order."""
        unique = {id(group): group for group in self._group.values()}
        return [sorted(group) for group in unique.values()]

    def _unite(self, i: int, j: int) -> None:
        one, other = self._group[i], self._group[j]
        if one is other:
            return
        one.extend(other)
        for number in other:
            self._group[number] = one

    def _agree(self, one: Sequence[int], other: Sequence[int]) -> bool:
        pairs = [(min(i, j), max(i, j)) for i in one for j in other]
        if any(pair in self._apart for pair in pairs):
            return False
        compared = [p for p in pairs if self._article[p[0]] != self._article[p[1]]]
        total = sum(self._scores.get(pair, 0.0) for pair in compared)
        return bool(compared) and total / len(compared) >= self._least


def _decided(found: Sequence[Place], corrections: Corrections) -> dict[tuple[int, int], str]:
    """Return the reader's links by statement number; statements that are gone are left out."""
    numbers = {place.key: number for number, place in enumerate(found)}
    result: dict[tuple[int, int], str] = {}
    for (article, start, other_article, other_start), value in corrections.of(
        EditKind.LINK
    ).items():
        i, j = numbers.get((article, start)), numbers.get((other_article, other_start))
        if i is not None and j is not None:
            result[min(i, j), max(i, j)] = value
    return result


def _mutual(alignment: Alignment, found: Sequence[Place]) -> Iterable[Pair]:
    """Yield the pairs above the threshold that are each other's best between two articles."""
    best: dict[tuple[int, int], float] = {}
    strong = [pair for pair in alignment.pairs if pair[2] >= alignment.threshold]
    for i, j, score in strong:
        for key in ((i, found[j].article), (j, found[i].article)):
            best[key] = max(best.get(key, 0.0), score)
    for i, j, score in strong:
        if best[i, found[j].article] == score == best[j, found[i].article]:
            yield i, j, score


def _fact(
    members: Sequence[int], found: Sequence[Place], names: Mapping[tuple[str, ...], str]
) -> Fact:
    article, start = found[members[0]].key
    given = [names[found[n].key] for n in members if names.get(found[n].key)]
    name = given[0] if given else _shortest([found[n] for n in members])
    return Fact(f"{article}:{start}", tuple(members), name, bool(given))


def _shortest(statements: Sequence[Place]) -> str:
    """Return the shortest statement that can be understood by itself."""

    def unclear(place: Place) -> tuple[bool, bool, int]:
        words = place.text.split()
        statement = place.statement
        is_whole = statement.predicate is not None and words[0][0].isupper()
        fits = MIN_NAME_WORDS <= len(words) <= MAX_NAME_WORDS
        return not fits, not is_whole, len(words)

    return " ".join(min(statements, key=unclear).text.split())


def _order(fact: Fact, found: Sequence[Place]) -> tuple[int, int]:
    return -len({found[n].annotated.article.label for n in fact.statements}), fact.statements[0]
