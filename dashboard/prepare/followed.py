"""What a batch can be asked for -> a list to choose from, in plain words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.corpus import SHARE
from analysis.lexicons import Contrast
from dashboard import words


@dataclass(frozen=True, slots=True)
class Followed:
    """One measure that can be followed over time, as readers call it."""

    key: str
    label: str
    words: str = ""
    """What is looked for in a sentence, for a share of sentences."""
    note: str = ""
    """The question of the word list, if there is one."""
    terms: tuple[str, ...] = ()
    """The words looked for, as the list has them now."""

    @property
    def is_share(self) -> bool:
        """Return whether sentences with a word are counted, not an average."""
        return self.key.startswith(SHARE)


def choices(
    measures: Sequence[str],
    uses: Mapping[str, int],
    contrasts: Sequence[Contrast],
    labels: Mapping[str, str],
) -> tuple[Followed, ...]:
    """Return what can be followed, the word lists with most uses first.

    The sides of a list stay together, in its own order; tone follows the lists that were
    found, and lists without any use come last. No two have the same label.
    """
    shares = _sides([key for key in measures if key.startswith(SHARE)], contrasts)
    total: dict[str, int] = {}
    for key in measures:
        total[_list_of(key)] = total.get(_list_of(key), 0) + uses.get(key, 0)
    shares.sort(key=lambda each: -total[_list_of(each.key)])  # stable: sides stay in order
    tone = [Followed(key, labels.get(key, key)) for key in measures if not key.startswith(SHARE)]
    found = [each for each in shares if total[_list_of(each.key)]]
    return _told_apart([*found, *tone, *(each for each in shares if each not in found)])


def _list_of(key: str) -> str:
    return key.removeprefix(SHARE).split(".", 1)[0]


def _sides(keys: Collection[str], contrasts: Sequence[Contrast]) -> list[Followed]:
    """Return the sides of the lists in their order; those of unknown lists by their ids."""
    known = [
        Followed(
            f"{SHARE}{each.id}.{side.id}",
            f"{each.label}: {side.label}",
            f"\u201c{side.label}\u201d",
            each.question,
            tuple(sorted({term.lemma for term in each.terms if term.side == side.id})),
        )
        for each in sorted(contrasts, key=lambda each: each.label)
        for side in each.sides
    ]
    named = [each for each in known if each.key in keys]
    rest = sorted(set(keys) - {each.key for each in named})
    return [*named, *(_unknown(key) for key in rest)]


def _unknown(key: str) -> Followed:
    name, side = (part.replace("_", " ") for part in key.removeprefix(SHARE).split(".", 1))
    return Followed(key, f"{words.capital(name)}: {side}", f"\u201c{side}\u201d")


def _told_apart(found: Sequence[Followed]) -> tuple[Followed, ...]:
    names = [each.label for each in found]
    return tuple(
        each if names.count(each.label) == 1 else replace(each, label=f"{each.label} ({each.key})")
        for each in found
    )
