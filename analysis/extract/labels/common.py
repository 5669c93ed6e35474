"""Common nouns of a story -> which of them may name one thing, by kind and by whose it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from analysis.extract.labels.candidates import Candidate
from analysis.extract.labels.kinds import kinds
from analysis.extract.labels.named import Named

DOMINANT = 0.4
"""Share of a kind's marked phrases from which one without a mark is taken to bear it too."""

_BARE = "bare"


class CommonNouns:
    """The common nouns of a story: those of one kind, parted by owners and compounds.

    A mark is what a phrase says besides its head: a country ("Ruritanian troops"), another
    name ("Lee's team") or a noun ("security forces"). Phrases of one kind with different
    owners name different things; a phrase without a mark joins the one that prevails in the
    story, so that the same words name the same thing in every article.
    """

    def __init__(self, found: Sequence[Candidate], named: Named) -> None:
        self._named = named
        self._sizes = Counter(kinds().of(c.head) for c in found)
        self._compounds = self._owners_of_compounds(found)
        self._tally = self._marks(found)

    def key(self, candidate: Candidate) -> str:
        """Return the key of what a common noun names."""
        kind = self._kind(candidate)
        mark = self._mark(kind, candidate) or self._prevailing(kind)
        one = ":one" if _is_one(candidate) else ""
        return f"{kind}:{mark}{one}"

    def _kind(self, candidate: Candidate) -> str:
        """Return the kind of a noun: for people, a rival kind where the story speaks more of it.

        A noun that only a contrast knows joins its rivals where it takes up something known.
        """
        head = candidate.head
        own = kinds().listed.get(head)
        rivals = kinds().rivals.get(head, ())
        best = max(rivals, key=lambda kind: (self._sizes[kind], kind), default=None)
        if best is None or not self._sizes[best]:
            return own or head
        if own is None:
            return best if candidate.definite else head
        more = own in kinds().people and self._sizes[best] > self._sizes[own]
        return best if more else own

    def _owner_marks(self, candidate: Candidate) -> list[str]:
        """Return whose a thing is: countries, then names as far as they tell things apart.

        A person or body stands for its country. A person of no known country parts people
        ("Lee's lawyers") but not things: "Lee's inquiry" is "the harbour inquiry".
        """
        named = [self._named.owner(name) for name in candidate.owners]
        kept = [
            mark for mark in named if not mark.is_person or kinds().names_people(candidate.head)
        ]
        return list(dict.fromkeys([*candidate.countries, *(mark.words for mark in kept)]))

    def _mark(self, kind: str, candidate: Candidate) -> str | None:
        owners = self._owner_marks(candidate)
        if owners:
            at_home = owners[0] == self._named.home and not kinds().names_people(candidate.head)
            return None if at_home else owners[0]
        parted = kind in kinds().people or kind == candidate.head
        parts = candidate.compounds and parted and " " not in candidate.head
        if not parts:
            return None
        compound = candidate.compounds[-1]
        return self._compounds.get((kind, compound), compound)

    def _owners_of_compounds(self, found: Iterable[Candidate]) -> dict[tuple[str, str], str]:
        """Return whose a compound is where all its owners in the story are one."""
        owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for candidate in found:
            for compound in candidate.compounds:
                marks = self._owner_marks(candidate)
                owners[self._kind(candidate), compound].update(marks[:1])
        return {key: marks.pop() for key, marks in owners.items() if len(marks) == 1}

    def _marks(self, found: Iterable[Candidate]) -> dict[str, Counter[str]]:
        marks: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for candidate in found:
            kind = self._kind(candidate)
            mark = self._mark(kind, candidate)
            if mark:
                marks[kind][mark] += 1
        return marks

    def _prevailing(self, kind: str) -> str:
        """Return the mark that a phrase without one belongs to, the same in all articles."""
        marks = self._tally.get(kind)
        if not marks:
            return _BARE
        mark, n = marks.most_common(1)[0]
        return mark if n >= DOMINANT * marks.total() else _BARE


def _is_one(candidate: Candidate) -> bool:
    """Return whether a phrase names a single person: "a soldier" is not "the soldiers"."""
    head = candidate.head
    if candidate.plural or head in kinds().collectives:
        return False
    return kinds().names_people(head)
