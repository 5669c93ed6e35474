"""What the commands of classes, desks and large corpora take; nothing heavy is imported for it."""

from __future__ import annotations

import argparse
from pathlib import Path

from analysis.choices import BATCH_ROWS, DEMO, LESSON_FORMATS, LESSON_MINUTES, REVIEW_FORMATS
from analysis.later import Later
from analysis.process_limits import n_cores

Subparsers = argparse._SubParsersAction

lesson_commands = Later("analysis.commands_lesson")
batch_commands = Later("analysis.commands_batch")
review_commands = Later("analysis.commands_review")


def add_lesson(subparsers: Subparsers) -> None:
    """Describe ``lesson`` and its actions."""
    lesson = subparsers.add_parser("lesson", help="worksheet, class pack, agreement, classes")
    actions = lesson.add_subparsers(required=True, metavar="ACTION")
    for name, command, words in (
        ("worksheet", lesson_commands.worksheet, "write a worksheet to print, and its key"),
        ("pack", lesson_commands.pack, "write a class pack: a lesson in one HTML file"),
    ):
        made = actions.add_parser(name, help=words)
        made.add_argument("story", nargs="?", default=DEMO, help="story id or articles")
        made.add_argument("--minutes", type=int, choices=LESSON_MINUTES, default=LESSON_MINUTES[0])
        made.add_argument("--seed", help="the same seed gives the same letters and sentences")
        made.add_argument("--article", action="append", metavar="ID", help="only this; repeatable")
        made.add_argument("-o", "--out", help="file, or - for stdout")
        made.set_defaults(command=command)
    agree = actions.add_parser("agreement", help="say how far pupils agree, from their files")
    agree.add_argument("files", nargs="+", type=Path, metavar="ANSWERS.json")
    agree.add_argument("--story", help="story id or articles; the one that the files name")
    agree.add_argument("--sentences", action="store_true", help="one row a sentence")
    agree.add_argument("--format", choices=LESSON_FORMATS, default="text")
    agree.set_defaults(command=lesson_commands.agreement)
    actions.add_parser("classes", help="list the classes on this machine").set_defaults(
        command=lesson_commands.classes
    )
    for name, command, words in (
        ("key", lesson_commands.key, "print a new address for a teacher who lost it"),
        ("export", lesson_commands.export, "write a class to a zip"),
        ("delete", lesson_commands.delete, "delete a class with every nickname and answer"),
    ):
        made = actions.add_parser(name, help=words)
        made.add_argument("code", metavar="CODE")
        made.set_defaults(command=command, out=None)


def add_review(subparsers: Subparsers) -> None:
    """Describe ``review``."""
    review = subparsers.add_parser(
        "review",
        help="check a draft beside a story's articles and a house's rules",
        epilog="Exit status: 0 nothing or notes only, 3 something to check, 4 something that the "
        "house says must be seen to; 1 failure, 2 usage.",
    )
    review.add_argument("draft", type=Path, metavar="DRAFT", help="a .txt, .md, .html or .docx")
    review.add_argument("--against", required=True, metavar="STORY", help="story id")
    review.add_argument("--profile", metavar="FILE", help="a .toml file, or the id of an example")
    review.add_argument("--outlet", help="whose draft it is: its articles are left out")
    review.add_argument("--format", choices=REVIEW_FORMATS, default="text")
    review.set_defaults(command=review_commands.review)


def add_batch(subparsers: Subparsers) -> None:
    """Describe ``batch``."""
    batch = subparsers.add_parser(
        "batch", help="analyse any number of articles into a folder of tables (docs/batch.md)"
    )
    batch.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="tables (.parquet, .jsonl, .csv), folders or patterns of them; s3:// and the like too",
    )
    batch.add_argument("out", metavar="OUT/", help="the result folder; a second run goes on in it")
    batch.add_argument(
        "--scheduler", metavar="ADDRESS", help="a Dask cluster; without: this machine"
    )
    batch.add_argument("--workers", type=count, default=n_cores(), help="processes on this machine")
    batch.add_argument(
        "--partition-rows",
        type=count,
        default=BATCH_ROWS,
        help=f"articles a part; default: {BATCH_ROWS}",
    )
    batch.set_defaults(command=batch_commands.batch)


def count(text: str) -> int:
    """Return a number of at least one; argparse tells of what is not."""
    if not text.isdecimal() or not int(text):
        message = f"'{text}' is not a number from 1"
        raise argparse.ArgumentTypeError(message)
    return int(text)
