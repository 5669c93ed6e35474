"""Head of a page -> what it states of its article, before anyone chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.collect.page.linked_data import Json
from analysis.types import Basis

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_FIELD_CHARS = 500
"""Longest title, name or date taken from a page's head, in characters."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a page says of one field of its article."""

    field: str
    value: str
    basis: Basis
    why: str
    """The words of the page that show it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page states, before anyone chooses."""

    meta: Mapping[str, str]
    """Each ``<meta>`` by its name or property in small letters; the first of each."""
    data: Mapping[str, Json]
    """The structured data of the article."""
    title: str | None
    language: str | None
    canonical: str | None
    notes: tuple[str, ...] = ()


def read_head(root: HtmlElement, data: Mapping[str, Json], notes: tuple[str, ...]) -> Head:
    """Return what the head of the page states."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = " ".join((element.get("content") or "").split())
        if name and value and len(value) <= MAX_FIELD_CHARS:
            meta.setdefault(name.lower().strip(), value)
    canonical = next(
        (
            link.get("href")
            for link in root.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ),
        None,
    )
    title = next((" ".join("".join(t.itertext()).split()) for t in root.iter("title")), "")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Head(meta, data, title[:MAX_FIELD_CHARS] or None, language, canonical, notes)
