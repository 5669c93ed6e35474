"""The names that files and archive members came with -> words that are safe to show."""

from __future__ import annotations

import re
import unicodedata

MAX_NAME_CHARS = 120
"""Longest name shown, in characters; file systems allow 255 bytes."""

_SEPARATORS = re.compile(r"[/\\]+")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode classes that show nothing, or change how what follows is shown."""


def shown_name(name: str) -> str:
    """Return the last part of a path, with every character that hides or steers made visible."""
    parts = [part for part in _SEPARATORS.split(name) if part.strip(" .")]
    return shown(parts[-1]) if parts else "unnamed"


def shown(words: str) -> str:
    """Return words in which control and direction characters stand as numbers, cut to size."""
    visible = "".join(map(_visible, words[: MAX_NAME_CHARS + 1]))
    return visible if len(visible) <= MAX_NAME_CHARS else f"{visible[: MAX_NAME_CHARS - 1]}…"


def _visible(char: str) -> str:
    if unicodedata.category(char) not in _HIDDEN:
        return char
    return char.encode("unicode_escape").decode("ascii")


def stem(name: str) -> str:
    """Return a file's name as it is shown, without its ending."""
    name = shown_name(name)
    head, dot, _ = name.rpartition(".")
    return head if dot and head else name
