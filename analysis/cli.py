"""python -m analysis ...: the command line; data on stdout, messages on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis import arguments as further
from analysis.arguments import count
from analysis.choices import DEMO, EXPORT_FORMATS, INPUT_HELP, TABLES
from analysis.errors import ParallaxError
from analysis.later import Command, Later
from analysis.listing import FORMATS

OK, FAILURE, INTERRUPTED = 0, 1, 130

commands = Later("analysis.commands")
commands_add = Later("analysis.commands_add")
commands_library = Later("analysis.commands_library")
commands_lists = Later("analysis.commands_lists")
commands_report = Later("analysis.commands_report")
commands_run = Later("analysis.commands_run")
commands_swap = Later("analysis.commands_swap")


class _VersionAction(argparse.Action):
    """Print the versions of all that decides the numbers, and leave."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="versions of code, model, word lists")

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Print and leave."""
        commands.versions(namespace)
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = _parser().parse_args(argv)
    command: Command = arguments.command
    try:
        return command(arguments)
    except ParallaxError as err:
        print(f"error: {err}", file=sys.stderr)
        return FAILURE
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; nothing is wrong.
        sys.stderr.close()
        return OK
    except OSError as err:
        where = f"'{err.filename}': " if err.filename else ""
        print(
            f"error: {where}{err.strerror or err or type(err).__name__}; choose another place",
            file=sys.stderr,
        )
        return FAILURE
    except KeyboardInterrupt:
        print("stopped; unfinished output was not kept", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Count how outlets tell the same story; every number with its evidence.",
        epilog="Exit status: 0 all read, 1 failure, 2 usage, 3 some inputs refused or findings.",
    )
    parser.add_argument("--version", action=_VersionAction)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_run(subparsers)
    _add_table(subparsers)
    _add_kwic(subparsers)
    _add_lists(subparsers)
    _add_add(subparsers)
    _add_library(subparsers)
    _add_files(subparsers)
    further.add_lesson(subparsers)
    further.add_review(subparsers)
    further.add_batch(subparsers)
    _add_rest(subparsers)
    return parser


def _add_run(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    run = subparsers.add_parser("run", help="analyse articles and write everything found")
    run.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help=INPUT_HELP)
    run.add_argument("--story", help="take all articles as one story with this id")
    run.add_argument(
        "--no-clean", action="store_true", help="the texts are clean: all of each is the article"
    )
    run.add_argument("--format", choices=("jsonl", "csv", "parquet"), default="jsonl")
    run.add_argument(
        "--workers",
        type=count,
        metavar="N",
        help="worker processes; one a core if not given",
    )
    run.add_argument("--out", default="-", help="file (jsonl) or folder (csv, parquet); - = stdout")
    run.set_defaults(command=commands_run.run)


def _add_table(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    table = subparsers.add_parser("table", help="print one table of a story")
    table.add_argument("name", choices=TABLES, metavar="NAME", help=", ".join(TABLES))
    table.add_argument("story", help="story id, story folder, or articles")
    table.add_argument("--format", choices=("csv", "json", "md"), default="csv")
    table.set_defaults(command=commands.print_table)


def _add_kwic(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    kwic = subparsers.add_parser("kwic", help="show a word or phrase in its sentences")
    kwic.add_argument("pattern", help="words, with * for any letters, such as 'peacekeep*'")
    kwic.add_argument("story", nargs="?", default=DEMO, help="story id, folder or articles")
    kwic.add_argument("--outlet", help="only this outlet")
    kwic.add_argument("--sort", choices=("left", "right", "outlet"), default="outlet")
    kwic.set_defaults(command=commands.kwic)


def _add_lists(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    lists = subparsers.add_parser("lists", help="show the word lists; add, try or remove your own")
    lists.set_defaults(command=commands_lists.show)
    actions = lists.add_subparsers(metavar="ACTION")
    add = actions.add_parser("add", help="keep a list of yours; one with its id is replaced")
    add.set_defaults(command=commands_lists.add)
    export = actions.add_parser("export", help="print a list as TOML")
    export.set_defaults(command=commands_lists.export)
    remove = actions.add_parser("remove", help="take a list of yours out of use")
    remove.set_defaults(command=commands_lists.remove)
    preview = actions.add_parser("preview", help="show what a list would match, without keeping it")
    preview.add_argument("--story", default=DEMO, help="story id")
    preview.set_defaults(command=commands_lists.try_out)
    for action in (add, preview):
        action.add_argument("file", type=Path, metavar="FILE.toml")
    for action in (export, remove):
        action.add_argument("id", metavar="ID")


def _add_add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    add = subparsers.add_parser("add", help="add articles to the library, from files or the web")
    add.add_argument("inputs", nargs="+", metavar="INPUT", help=f"{INPUT_HELP}; or a web address")
    add.add_argument("--story", help="id or title of a story; a new title makes a new story")
    add.add_argument("--outlet", help="name this outlet for all of them")
    add.add_argument("--fetch", action="store_true", help="fetch the addresses found in files")
    add.add_argument("--dry-run", action="store_true", help="say what would be added; add nothing")
    _add_format(add)
    add.set_defaults(command=commands_add.add)


def _add_library(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    shelf = subparsers.add_parser("library", help="list, search, take back, back up, restore")
    shelf.set_defaults(command=commands_library.show_all, story=None, outlet=None, format="csv")
    actions = shelf.add_subparsers(metavar="ACTION")
    listed = actions.add_parser("list", help="list the articles, the last added first")
    listed.add_argument("--story", help="only this story")
    listed.add_argument("--outlet", help="only this outlet")
    found = actions.add_parser("find", help="list the articles that hold all of the words")
    found.add_argument("words", nargs="+", metavar="WORD")
    shown = actions.add_parser("show", help="print an article and what is known of it")
    shown.add_argument("id", metavar="ID")
    shown.add_argument("--format", choices=("text", "json"), default="text")
    shown.set_defaults(command=commands_library.show)
    stories = actions.add_parser("stories", help="list the stories")
    history = actions.add_parser("history", help="list what was done, the latest first")
    history.add_argument("story", nargs="?", metavar="STORY", help="only this story")
    proposed = actions.add_parser("propose", help="list articles that may make a story")
    for parser, command in (
        (listed, commands_library.show_all),
        (found, commands_library.find),
        (stories, commands_library.stories),
        (history, commands_library.history),
        (proposed, commands_library.propose),
    ):
        _add_format(parser)
        parser.set_defaults(command=command)
    _add_library_changes(actions)
    _add_library_files(actions)


def _add_library_changes(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    undo = actions.add_parser("undo", help="take a deed back whole")
    undo.add_argument("act", metavar="DEED", help="its name in the history")
    undo.set_defaults(command=commands_library.undo)
    moved = actions.add_parser("bin", help="move articles to the bin; undo brings them back")
    moved.set_defaults(command=commands_library.bin_articles)
    forget = actions.add_parser("forget", help="delete articles for good")
    forget.add_argument("--yes", action="store_true", help="really; it cannot be taken back")
    forget.set_defaults(command=commands_library.forget)
    for parser in (moved, forget):
        parser.add_argument("ids", nargs="+", metavar="ID")


def _add_library_files(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = actions.add_parser("check", help="read everything; exit 3 if anything is damaged")
    check.set_defaults(command=commands_library.check)
    backup = actions.add_parser("backup", help="write the whole library to one file")
    backup.set_defaults(command=commands_library.backup)
    restore = actions.add_parser("restore", help="bring a backup back")
    restore.set_defaults(command=commands_library.restore)
    export = actions.add_parser("export", help="write a story to one file")
    export.add_argument("story", metavar="STORY")
    export.add_argument(
        "--respect-rights", action="store_true", help="leave out texts that may not be shared"
    )
    export.set_defaults(command=commands_library.export_story)
    bring = actions.add_parser("import", help="bring in a story from a file")
    bring.set_defaults(command=commands_library.import_story)
    for parser in (backup, restore, export, bring):
        parser.add_argument("file", type=Path, metavar="FILE")


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="csv")


def _add_files(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = subparsers.add_parser("report", help="write a story's report as one HTML file")
    report.add_argument("story", nargs="?", default=DEMO, help="story id or articles")
    report.add_argument("-o", "--out", help="file, or - for stdout; STORY-report.html by default")
    report.set_defaults(command=commands_report.report)
    export = subparsers.add_parser("export", help="write all tables of a story")
    export.add_argument("story", nargs="?", default=DEMO, help="story id or articles")
    export.add_argument("--format", choices=EXPORT_FORMATS, default="xlsx")
    export.add_argument("-o", "--out", help="file, or folder (csv, parquet); - = stdout")
    export.add_argument(
        "--with-texts",
        action="store_true",
        help="keep texts that rights keep on this machine: for use here only",
    )
    export.set_defaults(command=commands_report.export)


def _add_rest(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain = subparsers.add_parser("explain", help="say what a measure, contrast or rule counts")
    explain.add_argument("key", nargs="?", help="without a key: list all keys")
    explain.set_defaults(command=commands.explain)
    validate = subparsers.add_parser("validate", help="check articles, a story or a word list")
    validate.add_argument("inputs", nargs="+", type=Path, metavar="INPUT")
    validate.set_defaults(command=commands.validate)
    swap = subparsers.add_parser("swap", help="replace names and list what then changed")
    swap.add_argument("story", nargs="?", default=DEMO, help="story id or articles")
    swap.add_argument(
        "--names",
        action="append",
        metavar="X,Y",
        help="two names that change places; may be given again; without it all names are masked",
    )
    swap.add_argument("--format", choices=("text", "csv"), default="text")
    swap.set_defaults(command=commands_swap.swap)
    demo = subparsers.add_parser("demo", help="analyse the demonstration story and say what next")
    demo.set_defaults(command=commands.demo)
