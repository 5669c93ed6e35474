"""python -m analysis.collect.reader SECONDS BYTES: read files where they can be stopped.

Takes jobs on standard input, each a line of JSON and the bytes it announces; answers on standard
output with one line of JSON for each item.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from analysis.collect.archive import Budget, opened, unpacked, wanted
from analysis.collect.candidate import Candidate, Refused
from analysis.collect.documents import read_items
from analysis.collect.language import detected_language
from analysis.collect.messages import OUT_OF_MEMORY, End, Message, Unit, to_line
from analysis.collect.names import shown
from analysis.collect.source import ADVICE, SUFFIXES, TABLES, Kind, Source, kind_of
from analysis.collect.stated import with_language, with_stated
from analysis.errors import InputError, ParallaxError
from analysis.process_limits import forbid_writing, limit_memory, limit_time

_PARSER_ERRORS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What parsers by others raise on files that are not as they should be. Anything else ends this
process, and the one that started it goes on with the next document."""

_NOT_ASCII = "é"
"""A text for which the language detector loads its model: it does so through a file, which is
not possible any more once the limits hold."""

_FORBIDDEN_EVENTS = frozenset(
    "os.exec os.fork os.forkpty os.posix_spawn os.system socket.bind socket.connect "
    "socket.getaddrinfo socket.sendto subprocess.Popen".split()
)


def main(cpu_seconds: int, memory_bytes: int) -> int:
    """Answer jobs until standard input ends, spending at most so much on each document."""
    # What parsers print must not get among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(2, 1)
    detected_language(_NOT_ASCII)
    sys.dont_write_bytecode = True
    limit_memory(memory_bytes)
    forbid_writing()
    sys.addaudithook(_guard)
    while header := sys.stdin.buffer.readline():
        job = json.loads(header)
        path = Path(job["path"]) if job["path"] else None
        data = None if path else sys.stdin.buffer.read(job["size"])
        source = Source(job["name"], Kind(job["kind"]), data, path)
        try:
            _answer(answers, messages(source, fill=job["fill"], skip=job["skip"]), cpu_seconds)
        except MemoryError:
            # Nothing can be relied on now, not even saying so.
            os._exit(OUT_OF_MEMORY)
    return 0


def _answer(answers: TextIO, found: Iterator[Message], cpu_seconds: int) -> None:
    limit_time(cpu_seconds)
    for message in found:
        if isinstance(message, Unit):
            limit_time(cpu_seconds)
        answers.write(to_line(message))
        answers.flush()


def messages(source: Source, *, fill: bool = True, skip: int = 0) -> Iterator[Message]:
    """Yield what is in a file; of an archive, from its member number ``skip`` on.

    ``fill`` fills the fields that the text itself states.
    """
    if source.kind is Kind.ARCHIVE:
        yield from _told(_members(source, fill, skip), source)
    else:
        yield Unit(0, source.label, 0)
        yield from _told(_filled(source) if fill else read_items(source), source)
    yield End()


def _filled(source: Source) -> Iterator[Message]:
    """Yield what is in a file; the columns of a table say all of a row but its language."""
    complete = with_language if source.kind in TABLES else with_stated
    for each in read_items(source):
        yield complete(each) if isinstance(each, Candidate) else each


def _told(found: Iterator[Message], source: Source) -> Iterator[Message]:
    """Yield what is found; an error becomes the reason why the rest is not."""
    try:
        yield from found
    except ParallaxError as err:
        yield Refused(source.label, str(err))
    except RecursionError:
        yield Refused(source.label, "nested too deeply to be a document")
    except _PARSER_ERRORS as err:
        reason = f"damaged, or not what its name says ({type(err).__name__}); save it again"
        yield Refused(source.label, reason)


def _members(source: Source, fill: bool, skip: int) -> Iterator[Message]:
    budget = Budget()
    with source.open() as stream:
        archive, files = opened(stream)
        names = {name for name in wanted([info.filename for info in files]) if _is_text(name)}
        if not names:
            message = "no documents in this archive"
            raise InputError(message)
        with archive:
            done = 0
            for number, info in enumerate(files):
                done += info.compress_size
                if info.filename in names and number >= skip and budget.left >= 0:
                    begin = Unit(number, replace(source, member=info.filename).label, done)
                    yield begin
                    try:
                        kind = _member_kind(info.filename)
                        data = unpacked(archive, info, budget)
                    except InputError as err:
                        yield Refused(begin.label, str(err))
                        continue
                    member = Source(source.name, kind, data, member=info.filename)
                    found = _filled(member) if fill else read_items(member)
                    for message in _told(found, member):
                        yield begin if isinstance(message, Unit) else message


def _is_text(name: str) -> bool:
    """Return whether a member can hold an article; pictures and scripts are passed over."""
    ending = Path(name.lower()).suffix
    return ending in SUFFIXES or ending in ADVICE


def _member_kind(name: str) -> Kind:
    kind = kind_of(name)
    if kind is Kind.ARCHIVE:
        message = "an archive inside an archive is not opened; unpack it first"
        raise InputError(message)
    return kind


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse connections and further processes: no reader needs them."""
    if event in _FORBIDDEN_EVENTS:
        message = f"{shown(event)} while reading a file"
        raise PermissionError(message)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
