"""A story -> its widest differences as sentences made of counts; never an order of merit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations, zip_longest
from typing import TYPE_CHECKING

from analysis.lexicons import Contrast, contrasts
from analysis.markup import element
from analysis.measures.base import MIN_QUOTES
from analysis.measures.sourcing import OFFICIAL
from analysis.measures.statistics import Interval, wilson
from analysis.vocabulary import THINGS, capital, plural, shortened

if TYPE_CHECKING:
    from analysis.result import StoryAnalysis

MAX_STATEMENT = 110
"""Characters of a statement within a sentence; its evidence has it in full."""

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a number stands for; the same names as the keywords of ``StoryAnalysis.evidence``."""

    outlet: str | None = None
    """``None`` = every outlet that has it."""
    contrast: str | None = None
    side: str | None = None
    voice: str | None = None
    quotes: bool = False
    """All quotes of the outlet; ``given`` = "named", "direct" or "official" of them."""
    given: str | None = None
    fact: str | None = None
    sentence: tuple[str, str] | None = None
    """Article id and sentence id."""


@dataclass(frozen=True, slots=True)
class Number:
    """A count as it stands in a sentence, and what its evidence is asked for with."""

    text: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence of counts; its numbers stand in it in order."""

    kind: str
    """What it is about: words, voices, numbers or facts."""
    parts: tuple[str | Number, ...]
    note: str = ""
    """What keeps a reader from making too much of it."""

    @property
    def text(self) -> str:
        """Return the sentence."""
        return "".join(p.text if isinstance(p, Number) else p for p in self.parts)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Return the numbers in the sentence."""
        return tuple(part for part in self.parts if isinstance(part, Number))

    def _repr_html_(self) -> str:
        """Return the sentence with its numbers told apart, for a notebook."""
        parts = [element("strong", p.text) if isinstance(p, Number) else p for p in self.parts]
        return element("p", *parts, element("small", f" {self.note}") if self.note else "").markup


OVERLAP = "The ranges overlap: similar in these texts."


def differences(
    analysis: StoryAnalysis,
    *,
    lists: Sequence[Contrast] | None = None,
    outlets: Collection[str] | None = None,
    shared_copy: bool = False,
    at_most: int = 5,
) -> tuple[Difference, ...]:
    """Return the differences that are widest in counts, of as many kinds as there are.

    Kinds take turns (words, voices, numbers, facts, words again), so that no kind fills the
    page. Left out is what rests on too little text. ``lists`` are the word lists with their
    labels; without them those that come with Parallax. ``outlets`` are those compared, all of
    them if not given; with ``shared_copy`` what several texts print counts in each of them.
    """
    compared = analysis if shared_copy else analysis.without_shared

    def rows(source: StoryAnalysis, name: str) -> list[Row]:
        return [row for row in source.rows(name) if outlets is None or row["outlet"] in outlets]

    kinds: list[list[Difference]] = [
        _words(rows(compared, "framing"), contrasts() if lists is None else lists),
        _voices(rows(compared, "diversity"), rows(compared, "roles")),
        _numbers(rows(analysis, "ledger")),
        _facts(rows(analysis, "facts")),
    ]
    in_turn = [each for turn in zip_longest(*kinds) for each in turn if each is not None]
    return tuple(in_turn[:at_most])


@dataclass(frozen=True, slots=True)
class _Share:
    """k of n in one outlet, with its range."""

    outlet: str
    k: int
    n: int
    low: float
    high: float
    articles: int = 1

    @property
    def of(self) -> str:
        return f"{self.k} of {self.n}"


def _widest(shares: Iterable[_Share]) -> tuple[_Share, _Share] | None:
    """Return the two outlets furthest apart; nothing if none differ."""
    found = list(shares)
    pairs = [(a, b) for a, b in permutations(found, 2) if a.k / a.n > b.k / b.n]
    return max(pairs, key=_gap, default=None)


def _gap(pair: tuple[_Share, _Share]) -> tuple[bool, float, float]:
    """Return what gaps are compared by: ranges apart, distance in shares, distance of ranges."""
    most, least = pair
    return least.high < most.low, most.k / most.n - least.k / least.n, most.low - least.high


def _note(pair: tuple[_Share, _Share]) -> str:
    return "" if _gap(pair)[0] else OVERLAP


def _words(framing: Iterable[Row], lists: Sequence[Contrast]) -> list[Difference]:
    shares = _shares(
        row for row in framing if row["voice"] == "outlet" and row["status"] in {"ok", "zero"}
    )
    found = []
    for contrast in lists:
        sides = [
            (pair, side.id, side.label)
            for side in contrast.sides
            if not side.plain and (pair := _widest(shares.get((contrast.id, side.id), ())))
        ]
        if sides:
            pair, side, label = max(sides, key=lambda each: _gap(each[0]))
            found.append((_gap(pair), _of_words(contrast.id, side, label, pair)))
    found.sort(key=lambda each: each[0], reverse=True)
    return [difference for _, difference in found]


def _shares(rows: Iterable[Row]) -> dict[tuple[str, str], list[_Share]]:
    """Return (list, side) -> its share in each outlet: read once, because lists are many."""
    found: dict[tuple[str, str], list[_Share]] = {}
    for row in rows:
        share = _Share(
            str(row["outlet"]),
            int(str(row["k"])),
            int(str(row["n"])),
            float(str(row["low"])),
            float(str(row["high"])),
            int(str(row["articles"])),
        )
        found.setdefault((str(row["contrast"]), str(row["side"])), []).append(share)
    return found


def _of_words(contrast: str, side: str, label: str, pair: tuple[_Share, _Share]) -> Difference:
    most, least = pair
    asked = [
        Asked(each.outlet, contrast=contrast, side=side, voice="outlet") for each in (most, least)
    ]
    where = "this article" if most.articles == 1 else f"{most.articles} articles"
    parts = (
        f"In {where}, {most.outlet} uses {label} on its own account in ",
        Number(f"{most.of} sentences", asked[0]),
        f"; {least.outlet} in ",
        Number(least.of, asked[1]),
        ".",
    )
    return Difference("words", parts, _note(pair))


_NAMED = ("named", "names the speaker of", "of", "quotes")
_DIRECT = ("direct", "gives words in quotation marks in", "in", "quotes")
_OFFICIAL = ("official", "takes from governments, forces and international bodies", "", "quotes")


def _voices(diversity: Iterable[Row], roles: Iterable[Row]) -> list[Difference]:
    """Return the ways of giving others a voice, those that differ most first."""
    outlets = [row for row in diversity if int(str(row["quotes"])) >= MIN_QUOTES]
    found = []
    for told, count in (
        (_OFFICIAL, _official(roles)),
        (_NAMED, lambda row: int(str(row["named"]))),
        (_DIRECT, lambda row: int(str(row["direct"]))),
    ):
        pair = _widest(_share(row, count(row)) for row in outlets)
        if pair:
            found.append((_gap(pair), _of_voices(told, pair)))
    found.sort(key=lambda each: each[0], reverse=True)
    return [difference for _, difference in found]


def _official(roles: Iterable[Row]) -> Callable[[Row], int]:
    official = {role.value for role in OFFICIAL}
    counts: Counter[object] = Counter()
    for row in roles:
        if row["role"] in official:
            counts[row["outlet"]] += int(str(row["quotes"]))
    return lambda row: counts[row["outlet"]]


def _share(row: Row, k: int) -> _Share:
    n = int(str(row["quotes"]))
    low, high = wilson(k, n) or Interval(0.0, 1.0)
    return _Share(str(row["outlet"]), k, n, low, high)


def _of_voices(told: tuple[str, str, str, str], pair: tuple[_Share, _Share]) -> Difference:
    given, verb, link, unit = told
    most, least = pair
    parts = (
        f"{most.outlet} {verb} ",
        Number(f"{most.of} {unit}", Asked(most.outlet, quotes=True, given=given)),
        f"; {least.outlet} {link} ".replace("  ", " "),
        Number(least.of, Asked(least.outlet, quotes=True, given=given)),
        ".",
    )
    return Difference("voices", parts, _note(pair))


def _numbers(ledger: Iterable[Row]) -> list[Difference]:
    """Return pairs of figures for the same thing that share no number, one pair a thing."""
    by_thing: dict[object, list[Row]] = {}
    for row in ledger:
        if row["status"] == "conflict" and not row["flagged"]:
            by_thing.setdefault(row["thing"], []).append(row)
    found = []
    for clashing in by_thing.values():
        pairs = [(a, b) for a, b in permutations(clashing, 2) if _names(a, b)]
        if pairs:
            found.append(_of_numbers(*pairs[0]))
    return found


def _names(one: Row, other: Row) -> bool:
    """Return whether a figure is said not to fit the other outlet's."""
    return str(other["outlet"]) in str(one["against"]).split("; ")


def _of_numbers(one: Row, other: Row) -> Difference:
    told, same = (_figure(row) for row in (one, other))
    thing = str(one["thing"])
    name = THINGS.get(thing, capital(thing))
    parts = (f"{name}: {one['outlet']} prints ", told, f"; {other['outlet']} ", same, ".")
    return Difference("numbers", parts, "The two share no number; that does not say who is right.")


def _figure(row: Row) -> Number:
    place = (str(row["article_id"]), str(row["sentence_id"]))
    return Number(f"\u201c{row['words']}\u201d", Asked(str(row["outlet"]), sentence=place))


def _facts(facts: Iterable[Row]) -> list[Difference]:
    """Return statements that most texts tell and one does not, those told most first."""
    by_fact: dict[str, list[Row]] = {}
    for row in facts:
        by_fact.setdefault(str(row["fact_id"]), []).append(row)
    found = []
    for fact, rows in by_fact.items():
        told = [row for row in rows if row["status"] not in {"absent", "absent_but_earlier"}]
        missing = [row for row in rows if row["status"] == "absent"]
        if len(told) > 1 and len(missing) == 1 == len(rows) - len(told):
            found.append((len(told), _of_fact(fact, told, missing[0])))
    found.sort(key=lambda each: -each[0])
    return [difference for _, difference in found]


def _of_fact(fact: str, told: Sequence[Row], missing: Row) -> Difference:
    name = shortened(" ".join(str(missing["name"]).split()), MAX_STATEMENT)
    number = Number(f"{len(told)} of {plural(len(told) + 1, 'text')}", Asked(fact=fact))
    parts = (number, f" report \u201c{name}\u201d; it was not found in {missing['outlet']}.")
    return Difference("facts", parts, "Found from words and meaning: the rules can miss a telling.")
