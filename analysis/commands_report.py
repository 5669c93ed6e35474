"""What ``python -m analysis report`` and ``export`` do: a story as files for people."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis import own_lists
from analysis.commands import analysis_of, refused_status
from analysis.errors import InputError
from analysis.exports import FOLDERS, exported, write_tables
from analysis.lexicons import contrasts
from analysis.report import report_html
from analysis.whole_file import whole_file


def report(arguments: argparse.Namespace) -> int:
    """Write the report of a story as one HTML file."""
    result, collected = analysis_of(arguments.story)
    lists = own_lists.merged(contrasts(), own_lists.kept())
    data = report_html(result, lists=lists).encode()
    _write(data, arguments.out or f"{result.story.id}-report.html")
    return refused_status(collected)


def export(arguments: argparse.Namespace) -> int:
    """Write the tables of a story in one of the formats."""
    kind = arguments.format
    out = arguments.out
    if kind in FOLDERS and out == "-":
        print(f"usage: {kind} writes one file a table: add --out FOLDER", file=sys.stderr)
        return 2
    result, collected = analysis_of(arguments.story)
    out = out or f"{result.story.id}-{kind}" * (kind in FOLDERS) or f"{result.story.id}.{kind}"
    if kind in FOLDERS:
        paths = write_tables(result, kind, Path(out), with_texts=arguments.with_texts)
        print(f"wrote {len(paths)} files to {out}", file=sys.stderr)
    else:
        _write(exported(result, kind, with_texts=arguments.with_texts), out)
    return refused_status(collected)


def _write(data: bytes, out: str) -> None:
    """Write a file whole or not at all; ``-`` is standard output."""
    if out == "-":
        sys.stdout.buffer.write(data)
        return
    path = Path(out)
    if path.is_dir():
        message = f"'{out}' is a folder; this is one file: add a file name to it"
        raise InputError(message)
    with whole_file(path) as part:
        part.write_bytes(data)
    print(f"wrote {out} ({len(data):,} bytes)", file=sys.stderr)
