"""Which outlets give another figure for the same fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analysis.compare.facts.groups import Place
from analysis.types import Figure


def differing_figures(carried: Mapping[str, Sequence[Place]]) -> frozenset[str]:
    """Return the outlets whose figure cannot be true together with most outlets' figure.

    Figures are compared where unit, event and population agree, and differ where their
    intervals have no number in common. Where as many outlets give one figure as the other,
    all of them are returned.
    """
    given = {
        outlet: [figure for place in found for figure in _figures(place)]
        for outlet, found in carried.items()
    }
    result: set[str] = set()
    for outlet, figures in given.items():
        others = {o: theirs for o, theirs in given.items() if o != outlet}
        against = sum(_conflict(figures, theirs) for theirs in others.values())
        along = 1 + sum(_agree(figures, theirs) for theirs in others.values())
        if against >= along:
            result.add(outlet)
    return frozenset(result)


def _figures(place: Place) -> Iterable[Figure]:
    return (f for f in place.annotated.figures if place.statement.span.contains(f.span))


def _agree(own: Iterable[Figure], theirs: Sequence[Figure]) -> bool:
    return any(_is_comparable(a, b) and not _is_disjoint(a, b) for a in own for b in theirs)


def _conflict(own: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    comparable = [(a, b) for a in own for b in theirs if _is_comparable(a, b)]
    return bool(comparable) and all(_is_disjoint(a, b) for a, b in comparable)


def _is_comparable(a: Figure, b: Figure) -> bool:
    if a.unit is None or a.unit != b.unit:
        return False
    return all(
        one is None or other is None or one == other
        for one, other in ((a.event, b.event), (a.population, b.population))
    )


def _is_disjoint(a: Figure, b: Figure) -> bool:
    return _below(a.high, b.low) or _below(b.high, a.low)


def _below(high: float | None, low: float | None) -> bool:
    return high is not None and low is not None and high < low
