"""What ``python -m analysis lists`` does: show, add, remove, export and try word lists."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from analysis import list_forms, own_lists
from analysis.errors import LexiconError
from analysis.lexicons import Contrast, contrasts
from analysis.limits import checked_size
from analysis.preview import PREVIEW_NOTE, preview
from analysis.store import load_analysis


def show(_: argparse.Namespace) -> int:
    """Print every list: id, pack, version, number of entries, name."""
    own, problems = own_lists.read_own(own_lists.kept())
    for each in (*contrasts(), *own):
        n_terms = f"{len(each.terms)} entries"
        print(f"{each.id:<24} {each.pack:<12} {each.version:<8} {n_terms:<14} {each.label}")
    for problem in problems.values():
        print(f"not searched: {problem}", file=sys.stderr)
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Keep a list of the reader's; one of the same id is replaced."""
    contrast = own_lists.save(_text(arguments.file), arguments.file.name)
    print(
        f"kept '{contrast.id}' with {len(contrast.terms)} entries; "
        "stories are analysed with it when they are next opened",
        file=sys.stderr,
    )
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Take a list of the reader's out of use."""
    own_lists.remove(arguments.id)
    print(f"removed '{arguments.id}'; its history is kept", file=sys.stderr)
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Print a list as TOML."""
    kept = own_lists.kept()
    if arguments.id in kept:
        print(kept[arguments.id].rstrip("\n"))
        return 0
    shipped = {each.id: each for each in contrasts()}
    if arguments.id not in shipped:
        known = ", ".join((*shipped, *kept))
        message = f"no list is called '{arguments.id[:60]}'; there are: {known}"
        raise LexiconError(message)
    print(list_forms.export(shipped[arguments.id]).rstrip("\n"))
    return 0


def try_out(arguments: argparse.Namespace) -> int:
    """Print what a list would match in a story, each match between bars."""
    contrast = own_lists.parse_own(_text(arguments.file), arguments.file.name)
    found = preview(contrast, load_analysis(arguments.story).articles)
    for match in found:
        line = f"{match.left[-60:]:>60} | {match.words} | {match.right[:60]}"
        print(f"{match.outlet:<24.24} {match.side:<16.16} {match.voice:<10} {line}")
    for (outlet, side), number in Counter((m.outlet, m.side) for m in found).items():
        print(f"{outlet}: {_label(contrast, side)}: {number}", file=sys.stderr)
    print(f"{len(found)} matches. {PREVIEW_NOTE}", file=sys.stderr)
    return 0


def _label(contrast: Contrast, side_id: str) -> str:
    return next(side.label for side in contrast.sides if side.id == side_id)


def _text(path: Path) -> str:
    checked_size(path, own_lists.MAX_OWN_BYTES)
    return own_lists.text_of(path.read_bytes(), path.name)
