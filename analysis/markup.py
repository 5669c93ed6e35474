"""Strings in, escaped HTML out: the one place that makes markup.

Every character that reaches it goes through ``html.escape``; tags, attribute names and
classes come from this project's code, never from a text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"[a-z][a-z0-9-]*")
"""Tag and attribute names that may be written; ``on...`` handlers are refused apart."""

SAFE_LINK = re.compile(r"https?://|/(?!/)|[?#]", re.IGNORECASE)
"""How a link may begin; anything else (``javascript:``, ``data:``) is left out."""

REFUSED_TAGS = frozenset({"script", "style", "iframe", "img", "object", "embed", "link", "form"})
"""Elements that run, load or send something; nothing here needs them."""

VOID_TAGS = frozenset({"br", "hr", "wbr"})


@dataclass(frozen=True, slots=True)
class Html:
    """Markup whose text has been escaped; only this module makes it from strings."""

    markup: str

    def __str__(self) -> str:
        return self.markup

    def __html__(self) -> str:
        return self.markup

    def _repr_html_(self) -> str:
        return self.markup


def element(tag: str, *children: Html | str, **attributes: str | float | bool | None) -> Html:
    """Return one HTML element; plain strings are escaped, ``Html`` is kept.

    ``class_`` writes ``class``, ``data_id`` writes ``data-id``. ``None`` and ``False``
    leave an attribute out, ``True`` writes its bare name.

    Raises
    ------
    ValueError
        If a tag or attribute name is not a plain lower-case name.
    """
    written = [name for key, value in attributes.items() if (name := _attribute(key, value))]
    opened = " ".join([_name(tag), *written])
    if tag in VOID_TAGS:
        return Html(f"<{opened}>")
    return Html(f"<{opened}>{joined(*children).markup}</{tag}>")


def joined(*children: Html | str) -> Html:
    """Return the children one after another; plain strings are escaped."""
    return Html("".join(c.markup if isinstance(c, Html) else html.escape(c) for c in children))


def style_sheet(path: Path) -> Html:
    """Return a style element with one of this project's own style sheets."""
    return Html(f"<style>{path.read_text(encoding='utf-8')}</style>")


def _name(name: str) -> str:
    if not NAME.fullmatch(name) or name.startswith("on") or name in REFUSED_TAGS:
        message = f"'{name}' is not a name this renderer writes; use a plain lower-case HTML name"
        raise ValueError(message)
    return name


def _attribute(key: str, value: str | float | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    name = name if name == "style" else _name(name)
    if value is None or value is False:
        return ""
    if value is True:
        return name
    if name == "href" and not SAFE_LINK.match(str(value)):
        return ""
    return f'{name}="{html.escape(str(value), quote=True)}"'
