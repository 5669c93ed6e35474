"""Notes in Markdown -> plain text, with what their head says of the article."""

from __future__ import annotations

import re

from analysis.collect.columns import NAMES, plain_name
from analysis.collect.fields import Given, Reading
from analysis.collect.names import shown, stem

_HEAD = re.compile(r"\A---[ \t]*\r?\n(.{0,5000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEAD_LINE = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$\r?\n?", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]\n]{0,1000})\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"(?<!!)\[([^\]\n]{1,1000})\]\([^)\n]{0,2000}\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])")


def read_markdown(text: str, name: str) -> Reading:
    """Return the text without its marks; words of links and headings stay, pictures go."""
    given: dict[str, Given] = {}
    head = _HEAD.match(text)
    if head:
        given = _given(head[1])
        text = text[head.end() :]
    heading = _HEADING.search(text)
    if "title" not in given and heading and text[heading.start()] == "#" and heading[1].strip():
        given["title"] = Given(heading[1].strip(), f"the first heading: {shown(heading[1])}")
    for pattern, words in (
        (_RULE, ""),
        (_QUOTED, ""),
        (_PICTURE, ""),
        (_LINK, r"\1"),
        (_HEADING, r"\1"),
        (_STRONG, r"\2"),
        (_EMPHASIS, r"\1"),
    ):
        text = pattern.sub(words, text)
    return Reading(stem(name), text.lstrip("\r\n"), given)


def _given(head: str) -> dict[str, Given]:
    """Return the fields in the lines ``name: value`` at the top of a note."""
    lines = {plain_name(match[1]): match[2].strip("\"'") for match in _HEAD_LINE.finditer(head)}
    found: dict[str, Given] = {}
    for field, names in NAMES.items():
        for each in names:
            if field not in {"id", "text"} and lines.get(each):
                found[field] = Given(lines[each], f"the head of the note: {each}")
                break
    return found
