"""What ``python -m analysis lesson`` does: files without a server, agreement, classes here."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import library
from analysis.commands import analysis_of, refused_status
from analysis.errors import InputError, ParallaxError
from analysis.lesson import files, sessions, tables
from analysis.lesson.answers import Answer
from analysis.lesson.build import lesson_of
from analysis.lesson.export import class_zip
from analysis.lesson.handed_in import HandedIn, checked, read_answers
from analysis.lesson.types import Lesson
from analysis.spreadsheet import to_csv

if TYPE_CHECKING:
    import pandas as pd

SEED_BYTES = 4
"""Of a seed that nobody chose: another order of letters each time."""


def worksheet(arguments: argparse.Namespace) -> int:
    """Write the worksheet and, beside it, its key."""
    lesson, status = _lesson(arguments)
    out = arguments.out or f"{lesson.id}-worksheet.html"
    _write(files.worksheet_html(lesson), out)
    if out != "-":
        path = Path(out)
        _write(files.key_html(lesson), str(path.with_name(f"{path.stem}-key.html")))
    return status


def pack(arguments: argparse.Namespace) -> int:
    """Write the class pack."""
    lesson, status = _lesson(arguments)
    _write(files.pack_html(lesson), arguments.out or f"{lesson.id}-class-pack.html")
    return status


def agreement(arguments: argparse.Namespace) -> int:
    """Print how far the pupils agree whose files of answers are given."""
    found = _handed_in(arguments.files)
    first = found[0]
    result, collected = analysis_of(arguments.story or first.story)
    lesson = lesson_of(result, minutes=first.minutes, seed=first.seed, articles=first.articles)
    answers = [
        Answer(number, each.task, each.subject, each.value)
        for number, handed_in in enumerate(found, 1)
        for each in checked(lesson, handed_in).answers
    ]
    table = tables.map_table if arguments.sentences else tables.agreement_table
    _print(table(lesson, answers), arguments.format)
    print(f"{len(found)} pupils, {len(answers)} answers, lesson {lesson.id}", file=sys.stderr)
    return refused_status(collected)


def _handed_in(paths: Sequence[Path]) -> list[HandedIn]:
    """Read the files; of two by one pupil the later one counts."""
    found: dict[str, HandedIn] = {}
    for path in paths:
        try:
            handed_in = read_answers(path.read_bytes())
        except ParallaxError as err:
            message = f"{path.name}: {err}"
            raise InputError(message) from err
        found[handed_in.pupil] = handed_in
    return list(found.values())


def classes(arguments: argparse.Namespace) -> int:
    """List the classes on this machine."""
    for room in library.classes():
        n_seats = len(library.seats(room.id))
        state = "ended" if room.closed_at else room.step
        print(f"{room.code}  {room.opened_at}  {state:<8} {n_seats:>3} pupils  {room.story}")
    return 0


def key(arguments: argparse.Namespace) -> int:
    """Print a new way to a class whose teacher lost the old one."""
    made = library.new_teacher_key(arguments.code)
    print(f"/classroom?class-key={made}")
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Write everything of a class to a zip."""
    room = _room(arguments.code)
    data = class_zip(sessions.lesson_of_class(room.id), room, sessions.answers_of_class(room))
    out = Path(arguments.out or f"class-{room.code}.zip")
    out.write_bytes(data)
    print(f"wrote {out} ({len(data):,} bytes)", file=sys.stderr)
    return 0


def delete(arguments: argparse.Namespace) -> int:
    """Delete a class with every nickname and answer."""
    room = _room(arguments.code)
    pending = library.delete_class(library.new_teacher_key(room.code))
    print(pending or f"deleted: class {room.code}, every nickname and answer", file=sys.stderr)
    return 0


def _room(code: str) -> library.Classroom:
    room = library.class_for_code(code)
    if room is None:
        message = f"there is no class with the code '{code[:12]}'; list them: lesson classes"
        raise InputError(message)
    return room


def _lesson(arguments: argparse.Namespace) -> tuple[Lesson, int]:

    result, collected = analysis_of(arguments.story)
    seed = arguments.seed or secrets.token_hex(SEED_BYTES)
    lesson = lesson_of(
        result, minutes=arguments.minutes, seed=seed, articles=arguments.article or ()
    )
    return lesson, refused_status(collected)


def _write(page: str, out: str) -> None:
    if out == "-":
        sys.stdout.write(page)
        return
    Path(out).write_text(page, encoding="utf-8")
    print(f"wrote {out} ({len(page.encode()):,} bytes)", file=sys.stderr)


def _print(table: pd.DataFrame, kind: str) -> None:
    if kind == "csv":
        print(to_csv(table), end="")
    elif kind == "json":
        print(json.dumps(json.loads(table.to_json(orient="records")), indent=1))
    else:
        print(table.to_string(index=False))
