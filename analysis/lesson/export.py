"""A class as one file: tables for spreadsheets and JSON, without the text of an article."""

from __future__ import annotations

import io
import json
import zipfile

import pandas as pd

from analysis.lesson.sessions import ClassAnswers
from analysis.lesson.tables import agreement_table, answers_table, comparison_table, map_table
from analysis.lesson.types import Lesson
from analysis.library import Classroom, Seat
from analysis.spreadsheet import to_csv

FORMAT = "parallax-class"
VERSION = 1

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Time of every file in the zip: the same class makes the same file."""

_ABOUT = """A class session of Parallax, exported by its teacher.

pupils.csv      one row a seat: number and the nickname that was typed
answers.csv     one row an answer; start and end are places in the original article, in
                characters from 0; for loaded words "answer" holds the places, "words" the words
agreement.csv   one row a question: pairs of pupils that agree, Krippendorff's alpha, 95 % range
                from drawing the sentences anew; empty where too few (under 20 sentences)
sentences.csv   one row a sentence: agreeing pairs of all pairs, for each question
compared.csv    answers that are the same as the tool's, and as the teacher's key
class.json      the same answers for programs

A text that a spreadsheet would take for a formula begins with '.
"""


def class_zip(lesson: Lesson, room: Classroom, found: ClassAnswers) -> bytes:
    """Return the zip; its file names are fixed and come from no title."""
    tables = {
        "pupils.csv": _pupils(found.seats),
        "answers.csv": answers_table(lesson, (*found.pupils, *found.key)),
        "agreement.csv": agreement_table(lesson, found.pupils),
        "sentences.csv": map_table(lesson, found.pupils).drop(columns="words"),
        "compared.csv": comparison_table(lesson, found.pupils, found.key),
    }
    files = {name: to_csv(table).encode("utf-8-sig") for name, table in tables.items()}
    files["class.json"] = _json(lesson, room, found)
    files["README.txt"] = _ABOUT.encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(zipfile.ZipInfo(name, _MOMENT), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _pupils(seats: tuple[Seat, ...]) -> pd.DataFrame:
    rows = [
        {"pupil": s.number, "name": s.name, "joined": s.joined_at, "committed": s.committed_at}
        for s in seats
    ]
    return pd.DataFrame(rows, columns=["pupil", "name", "joined", "committed"])


def _json(lesson: Lesson, room: Classroom, found: ClassAnswers) -> bytes:
    key = {each.who for each in found.key}
    kept = {
        "format": FORMAT,
        "version": VERSION,
        "lesson": lesson.id,
        "story": lesson.story,
        "minutes": lesson.minutes,
        "seed": lesson.seed,
        "opened": room.opened_at,
        "texts": [
            {"letter": t.letter, "article": t.article_id, "outlet": t.outlet, "sha256": t.sha256}
            for t in lesson.texts
        ],
        "pupils": [{"pupil": seat.number, "name": seat.name} for seat in found.seats],
        "key": sorted(key),
        "answers": [
            {"pupil": a.who, "task": a.task.value, "subject": a.subject, "value": a.value}
            for a in (*found.pupils, *found.key)
        ],
    }
    return json.dumps(kept, ensure_ascii=False, indent=1).encode()
