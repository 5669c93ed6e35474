"""What gives away who printed a text -> stretches to be masked; the text itself never changes.

Masked are the names of outlets and agencies with their short forms, the names of authors, web
and e-mail addresses and handles. The spelling and the subject may still tell an outlet: the
lesson says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from analysis.compare.agencies import AGENCIES
from analysis.lesson.types import Mask
from analysis.metadata import Outlet, known_outlets
from analysis.spans import merged
from analysis.types import AnnotatedArticle, Article

ADDRESS, OUTLET, AGENCY, AUTHOR = "[address]", "[an outlet]", "[an agency]", "[author]"
"""What stands in place of what is masked."""

THIS_OUTLET = "[this outlet]"

MIN_NAME = 3
"""Shortest part of a name that is masked by itself: shorter ones are initials."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)@\w{2,}"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|media|eu|tv|co\.[a-z]{2}|[a-z]{2}(?=/))"
    r"\b(?:/\S*)?"
)
_BY = re.compile(r"^(?:by|from|written by)\s+|,.*$", re.IGNORECASE)
_PARTED = re.compile(r"\s+(?:and|with)\s+|\s*[,;/&|]\s*")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_WIRES = re.compile(rf"(?<![\w@])(?:{'|'.join(AGENCIES.values())})(?![\w@])")
_FIRM = frozenset(
    "the a news times post daily press agency media online staff wires editor editors reporter "
    "reporters correspondent service agencies team desk network world international".split()
)
"""Words of names that also stand in any sentence: never masked by themselves."""


Names = Mapping[str, tuple[str, ...]]
"""Name of an outlet -> every name by which a text may call it."""


def outlet_names(articles: Iterable[Article]) -> Names:
    """Return the names of the outlets of a lesson and of all known ones.

    One text may name the outlet of another; of outlets that print none of the texts only
    names that no other word is written like.
    """
    known = known_outlets()
    names = {
        each.name: tuple(n for n in each.names if len(n.split()) > 1 or n.isupper())
        for each in known
    }
    return {**names, **{each.label: own_names(each.label, known) for each in articles}}


def masks_of(annotated: AnnotatedArticle, names: Names) -> tuple[Mask, ...]:
    """Return the stretches of an article to be masked, in text order, none overlapping."""
    text, article = annotated.text, annotated.article
    own = names[article.label]
    others = {each for label in names if label != article.label for each in names[label]}
    found = [
        *_all(_ADDRESS.finditer(text), ADDRESS),
        *_all(_named(own, text), THIS_OUTLET),
        *_all(_WIRES.finditer(text), AGENCY),
        *_all(_named(sorted(others.difference(own)), text), OUTLET),
        *_all(_named(author_names(article.byline), text), AUTHOR),
    ]
    covered = merged(mask.span for mask in found)
    return tuple(
        Mask(*span, next(m.shown for m in found if span.overlaps(m.span))) for span in covered
    )


def own_names(label: str, known: Iterable[Outlet]) -> tuple[str, ...]:
    """Return every name by which a text may call an outlet, its short form and addresses too."""
    names = {label, label.removeprefix("The ")}
    for each in known:
        if label in (each.name, *each.aliases):
            names.update((*each.names, *each.domains))
    names |= {_initials(name) for name in tuple(names)}
    return tuple(sorted(name for name in names if _tells(name)))


def author_names(byline: str | None) -> tuple[str, ...]:
    """Return the names in a byline, whole and by surname."""
    people = [_BY.sub("", part.strip()) for part in _PARTED.split(byline or "")]
    whole = [each for each in people if len(each.split()) > 1 and _is_name(each)]
    last = [person.split()[-1] for person in whole]
    return tuple(dict.fromkeys(name for name in (*whole, *last) if _tells(name)))


def _is_name(words: str) -> bool:
    return not any(word[0].islower() for word in words.split())


def _initials(name: str) -> str:
    """Return the short form of a name of several words: Deutsche Welle -> DW."""
    words = [w for w in re.findall(r"[^\W\d_]+", name.removeprefix("The ")) if w[0].isupper()]
    made = "".join(word[0] for word in words)
    return made if _ACRONYM.fullmatch(made) else ""


def _tells(name: str) -> bool:
    return len(name) >= MIN_NAME - name.isupper() and name.lower() not in _FIRM


def _named(names: Iterable[str], text: str) -> Iterator[re.Match[str]]:
    wanted = tuple(names)
    if wanted:
        yield from _pattern(wanted).finditer(text)


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{words})(?:['\u2019]s)?(?!\w)")


def _all(matches: Iterable[re.Match[str]], shown: str) -> list[Mask]:
    return [Mask(*match.span(), shown) for match in matches]
