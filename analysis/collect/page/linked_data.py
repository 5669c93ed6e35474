"""Structured data of a page (JSON-LD, schema.org) -> what it states of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import TypeAlias

Json: TypeAlias = "str | float | bool | list[Json] | dict[str, Json] | None"
"""What structured data can hold."""

ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review|WebPage)$")
"""Types of schema.org whose fields may speak of the article; those of an article come first."""

MAX_NODES = 5_000
"""Most objects looked at; a page's own description has some dozens."""

MAX_LEVELS = 30

_TAG = re.compile(r"<[^<>]*>")
_CONTROLS = re.compile(r"[\x00-\x1f]")
_OTHERS = frozenset(
    {"mentions", "citation", "relatedLink", "itemListElement", "hasPart", "comment"}
)
"""Fields that speak of other texts than the page's own."""


def article_data(texts: Iterable[str]) -> Mapping[str, Json]:
    """Return the fields of the object that describes the article; empty if none does."""
    best: dict[str, Json] = {}
    rank = -1
    for node in _objects(texts):
        own = _rank(node)
        if own > rank:
            best, rank = node, own
    return best


def _objects(texts: Iterable[str]) -> Iterator[dict[str, Json]]:
    seen = 0
    for text in texts:
        queue: list[tuple[Json, int]] = [(_loaded(text), 0)]
        while queue and seen < MAX_NODES:
            value, level = queue.pop(0)
            seen += 1
            if isinstance(value, list) and level < MAX_LEVELS:
                queue += [(each, level + 1) for each in value]
            elif isinstance(value, dict):
                yield value
                queue += [
                    (each, level + 1)
                    for name, each in value.items()
                    if isinstance(each, dict | list) and name not in _OTHERS and level < MAX_LEVELS
                ]


def _loaded(text: str) -> Json:
    """Return the value that the text writes, ``None`` if it is not JSON."""
    body = _CONTROLS.sub(" ", text).strip().removeprefix("<!--").removesuffix("-->").strip(" ;")
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _rank(node: Mapping[str, Json]) -> int:
    """Return how surely the object describes the page's article, -1 if it does not."""
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    kinds = [str(name) for name in names if ARTICLE_TYPES.search(str(name))]
    if not kinds:
        return -1
    named = any(kind.endswith(("Article", "Posting", "Report", "Review")) for kind in kinds)
    return 2 * named + sum(field in node for field in ("headline", "datePublished", "articleBody"))


def text_of(value: Json) -> str | None:
    """Return a field's text: of the first entry, or of its name."""
    if isinstance(value, list):
        return next((text for each in value if (text := text_of(each))), None)
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@id"))
    text = " ".join(unescape(value).split()) if isinstance(value, str) else ""
    return text or None


def names_of(value: Json) -> tuple[str, ...]:
    """Return the names of all entries of a field."""
    entries = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for each in entries if (name := text_of(each))))


def article_text(data: Mapping[str, Json]) -> str:
    """Return the text of the article that the structured data holds; often there is none."""
    body = data.get("articleBody")
    return unescape(_TAG.sub("\n", body)) if isinstance(body, str) else ""
