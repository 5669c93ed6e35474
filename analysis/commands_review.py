"""What ``python -m analysis review`` does: a draft beside a story, and what to check in it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from analysis import library
from analysis.commands import ProgressBar
from analysis.corrections import read_corrections
from analysis.review import (
    NO_PROFILE,
    HouseProfile,
    Severity,
    exit_severity,
    findings_of,
    load_profile,
    shipped,
)
from analysis.review.drafts import annotated, beside, read_draft
from analysis.review.finding import Finding
from analysis.review.listing import frame, lines, summary
from analysis.review.material import Material
from analysis.review.sarif import to_sarif
from analysis.spreadsheet import to_csv

EXIT = {None: 0, Severity.NOTE: 0, Severity.CHECK: 3, Severity.MUST: 4}
"""Exit status by the strictest finding; 1 is a failure and 2 a wrong use of the command."""


def review(arguments: argparse.Namespace) -> int:
    """Review a draft and print what to check; nothing of it is kept."""
    profile = _profile(arguments.profile)
    draft = read_draft(arguments.draft)
    story = library.load_story(arguments.against)
    found = beside(draft, story.articles, arguments.outlet)
    for outlet in found.same:
        print(f"notice: {outlet}: the draft itself, left out", file=sys.stderr)
    bar = ProgressBar(len(found.articles) + 1)
    try:
        material = annotated(
            draft, found.articles, read_corrections(story.id), story=story.id, progress=bar
        )
    finally:
        bar.close()
    findings = findings_of(material, profile)
    _print(findings, material, arguments)
    others = f"{len(material.others)} other articles"
    print(f"{summary(findings)}; read beside {others}", file=sys.stderr)
    return EXIT[exit_severity(findings)]


def _profile(name: str | None) -> HouseProfile:
    """Return a profile that comes with Parallax, by its id, or one in a file."""
    if name is None:
        return NO_PROFILE
    return load_profile(shipped().get(name, Path(name)))


def _print(
    findings: tuple[Finding, ...], material: Material, arguments: argparse.Namespace
) -> None:
    kind = arguments.format
    if kind == "csv":
        print(to_csv(frame(findings)), end="")
    elif kind == "sarif":
        uri = Path(arguments.draft).as_posix()
        log = to_sarif(findings, material.draft.text, uri)
        print(json.dumps(log, ensure_ascii=False, indent=2))
    elif kind == "json":
        rows = frame(findings).to_json(orient="records", lines=True, force_ascii=False)
        print(rows, end="")
    else:
        print("\n".join(lines(findings)), end="")
