"""Items as lines of JSON, so that nothing but plain data crosses from the reading process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from analysis.collect.candidate import Candidate, Item, Origin, Refused, ToFetch, Way
from analysis.errors import InputError
from analysis.stories import Known
from analysis.types import Article, Basis, Block, BlockKind

MAX_MESSAGE_CHARS = 64 * 1024 * 1024
"""Longest line, in characters: an article of the greatest length in which every character is a
paragraph of its own, each with its block."""


OUT_OF_MEMORY = 12
"""Exit status of a reading process that ran out of memory (the number of the system's ENOMEM)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The reading process begins one document: the limits count anew from here."""

    number: int
    """Of the documents in one file, from 0."""
    label: str
    done: int
    """Bytes of the file that lie behind."""


@dataclass(frozen=True, slots=True)
class End:
    """The reading process has read the file to its end."""


Message = Item | Unit | End

_ITEMS: Mapping[str, type[Message]] = {
    "candidate": Candidate,
    "fetch": ToFetch,
    "refused": Refused,
    "unit": Unit,
    "end": End,
}
_NAMES = {kind: name for name, kind in _ITEMS.items()}


def to_line(message: Message) -> str:
    """Return the message as one line of ASCII JSON."""
    return json.dumps({_NAMES[type(message)]: asdict(message)}) + "\n"


def from_line(line: str) -> Message:
    """Return the message that a line stands for.

    Raises
    ------
    InputError
        If it stands for none: the process that wrote it is not to be trusted any more.
    """
    try:
        [(name, fields)] = json.loads(line).items()
        if name == "candidate":
            return _candidate(fields)
        if name == "fetch":
            fields["origin"] = _origin(fields["origin"])
        return _ITEMS[name](**fields)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as err:
        message = "the process that reads files answered in a way it never does"
        raise InputError(message) from err


def _candidate(fields: dict[str, Any]) -> Candidate:
    article = dict(fields["article"])
    article["layout"] = tuple(
        Block(block["start"], block["end"], BlockKind(block["kind"]), block["rule"])
        for block in article["layout"]
    )
    for name in ("outlet_basis", "published_basis"):
        article[name] = Basis(article[name])
    known = tuple(
        Known(each["article_id"], each["field"], Basis(each["basis"]), each["why"])
        for each in fields["known"]
    )
    return Candidate(Article(**article), _origin(fields["origin"]), known, tuple(fields["notices"]))


def _origin(fields: dict[str, Any]) -> Origin:
    return Origin(Way(fields["way"]), fields["name"], fields["part"])
