"""Two sequences in, which of their items stand for each other out; bounded for any input."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from analysis.near_copies.shingles import CHARACTER
from analysis.types import Span

MAX_CELLS = 400_000_000
"""Items of one side times items of the other up to which they are aligned: a quarter of a second
and 50 MB (one bit each). Two articles of 100,000 characters, all reworded, have 300,000,000."""

HALF = 0.5
"""Share of the words of two sentences that both have, in order, from which they are one."""

_GAP = re.compile(r"\s+")
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_CLOSERS = "\"'”’»)]"
_ENDS = (".", "!", "?", "…")
_SHORT_FORM = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z][A-Za-z]{0,2}|Sept|Prof|Capt|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
"""A title, month or initials before a full stop: Mr., Sept., U.S."""

_TAIL = 12
"""Characters looked at before a gap: the longest short form with closing marks."""

_TOKEN = re.compile(rf"{CHARACTER}|\w+(?:['’]\w+)*|[^\w\s]")


class Match(NamedTuple):
    """The places of two items that stand for each other."""

    left: int
    right: int


class Units(NamedTuple):
    """A text and the stretches of it that are compared; between them is white space only."""

    text: str
    spans: tuple[Span, ...]

    def words(self) -> list[str]:
        """Return what the stretches say."""
        return [span.of(self.text) for span in self.spans]


def sentences(text: str) -> Units:
    """Return the sentences of a text by its marks: enough to compare, with no language model."""
    found: list[Span] = []
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for gap in _GAP.finditer(text, start, end):
        if _is_end(text, gap):
            found.append(Span(start, gap.start()))
            start = gap.end()
    if start < end:
        found.append(Span(start, end))
    return Units(text, tuple(found))


def tokens(text: str, within: Span) -> Units:
    """Return the words and marks of a stretch of a text."""
    found = _TOKEN.finditer(text, within.start, within.end)
    return Units(text, tuple(Span(match.start(), match.end()) for match in found))


def common(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """Return the longest run of items that both have in the same order.

    Of two sequences longer than ``MAX_CELLS`` allows, only the common beginning and end.
    """
    head = _n_equal(left, right)
    tail = _n_equal(left[head:][::-1], right[head:][::-1])
    ours, theirs = left[head : len(left) - tail], right[head : len(right) - tail]
    middle = _aligned(ours, theirs) if len(ours) * len(theirs) <= MAX_CELLS else []
    return [
        *(Match(place, place) for place in range(head)),
        *(Match(head + match.left, head + match.right) for match in middle),
        *(Match(len(left) - place, len(right) - place) for place in range(tail, 0, -1)),
    ]


def counterparts(left: Units, right: Units, same: Sequence[Match]) -> list[Match]:
    """Return the sentences between the ``same`` ones that are rewordings of each other."""
    ends = (Match(-1, -1), *same, Match(len(left.spans), len(right.spans)))
    return [
        match
        for before, after in pairwise(ends)
        for match in _reworded(
            left, range(before.left + 1, after.left), right, range(before.right + 1, after.right)
        )
    ]


def _reworded(left: Units, ours: range, right: Units, theirs: range) -> Iterator[Match]:
    """Yield the pairs of sentences with enough words in common, the likest first.

    The words of all are aligned at once, so no two pairs can cross.
    """
    if not ours or not theirs:
        return
    of_ours, of_theirs = _words(left, ours), _words(right, theirs)
    matches = common([word for word, _ in of_ours], [word for word, _ in of_theirs])
    shared = Counter((of_ours[m.left][1], of_theirs[m.right][1]) for m in matches)
    lengths = Counter(n for _, n in of_ours), Counter(n for _, n in of_theirs)
    share = {
        pair: 2 * count / (lengths[0][pair[0]] + lengths[1][pair[1]])
        for pair, count in shared.items()
    }
    taken: tuple[set[int], set[int]] = set(), set()
    for pair in sorted(share, key=lambda each: (-share[each], each)):
        is_free = pair[0] not in taken[0] and pair[1] not in taken[1]
        if share[pair] >= HALF and is_free:
            taken[0].add(pair[0])
            taken[1].add(pair[1])
            yield Match(*pair)


def _words(units: Units, chosen: range) -> list[tuple[str, int]]:
    """Return the words of the chosen sentences without marks, each with its sentence's place."""
    return [
        (word.lower(), place)
        for place in chosen
        for word in tokens(units.text, units.spans[place]).words()
        if word[0].isalnum()
    ]


def _aligned(left: Sequence[str], right: Sequence[str]) -> Iterator[Match]:
    """Yield the longest common subsequence."""
    numbers: dict[str, int] = {}
    ours, theirs = ([numbers.setdefault(each, len(numbers)) for each in s] for s in (left, right))
    for code in LCSseq.opcodes(ours, theirs):
        if code.tag == "equal":
            for step in range(code.src_end - code.src_start):
                yield Match(code.src_start + step, code.dest_start + step)


def _n_equal(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many items the two begin with in common."""
    pairs = zip(left, right, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _is_end(text: str, gap: re.Match[str]) -> bool:
    """Return whether a sentence ends before this white space."""
    if _LINE_END.search(gap.group()):
        return True
    tail = text[max(0, gap.start() - _TAIL) : gap.start()].rstrip(_CLOSERS)
    goes_on = text[gap.end() : gap.end() + 1].islower()
    return tail.endswith(_ENDS) and not goes_on and not _SHORT_FORM.search(tail)
