"""A story analysed -> files: CSV, JSON lines, Parquet, one workbook, or all in one archive."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.dictionary import HEADS, about, dictionary
from analysis.errors import InputError
from analysis.records import to_record
from analysis.result import TABLES, StoryAnalysis
from analysis.rights import Rights, rights_of
from analysis.spreadsheet import inert, to_csv
from analysis.types import AnnotatedArticle
from analysis.workbook import workbook

if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("xlsx", "csv", "jsonl", "parquet", "zip")

FOLDERS = frozenset({"csv", "parquet"})
"""Formats that are one file a table."""

STAMP = (1980, 1, 1, 0, 0, 0)
"""Time of every file in an archive, the earliest that the format knows: one story, one archive."""

_WHOLE = {"blocks": ("text",), "sentences": ("text",), "statements": ("text",)}
"""Columns whose rows together are the article: left out unless its rights allow all of it."""

_WORDS = {
    **_WHOLE,
    "quotes": ("text", "source_text"),
    "agency": ("text",),
    "facts": ("name", "text", "nearest_text"),
    "wire": ("text",),
}
"""Columns with words of the article: left out where only counts and its address may stand."""


def tables(analysis: StoryAnalysis, *, with_texts: bool = False) -> dict[str, pd.DataFrame]:
    """Return every table of a story by name.

    Texts that an article's rights keep on this machine are empty; ``with_texts`` keeps
    them, for use on this machine.
    """
    made = {name: analysis.table(name) for name in TABLES}
    if with_texts:
        return made
    rights = {each.article.id: rights_of(each.article) for each in analysis.articles}
    return {name: _allowed(name, frame, rights) for name, frame in made.items()}


def jsonl(analysis: StoryAnalysis, *, with_texts: bool = False) -> str:
    """Return one JSON object an article, as the data contract says.

    Where the text stays on this machine it is null, and content words are left out; all
    offsets are kept. With texts, reading it gives back exactly what was written.
    """
    lines = []
    for annotated in analysis.articles:
        record = to_record(annotated)
        if not with_texts and rights_of(annotated.article) is not Rights.FULL:
            record |= {"text": None, "lemmas": [], "statements": _bare(annotated)}
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    return "".join(lines)


def exported(analysis: StoryAnalysis, kind: str, *, with_texts: bool = False) -> bytes:
    """Return a story as one file: ``xlsx``, ``jsonl`` or ``zip``.

    Raises
    ------
    InputError
        If the format is not one of these.
    """
    if kind == "jsonl":
        return jsonl(analysis, with_texts=with_texts).encode()
    found = tables(analysis, with_texts=with_texts)
    if kind == "xlsx":
        return workbook(found, _about(analysis, with_texts=with_texts))
    if kind == "zip":
        return _archive(analysis, found, with_texts=with_texts)
    message = f"'{kind}' is not one file; there are: xlsx, jsonl, zip"
    raise InputError(message)


def write_tables(
    analysis: StoryAnalysis, kind: str, folder: Path, *, with_texts: bool = False
) -> list[Path]:
    """Write one file a table into a folder, ``csv`` or ``parquet``, and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, frame in tables(analysis, with_texts=with_texts).items():
        path = folder / f"{name}.{kind}"
        if kind == "csv":
            path.write_bytes(_csv(frame))
        else:
            frame.to_parquet(path, index=False)
        written.append(path)
    path = folder / "dictionary.csv"
    path.write_bytes(_dictionary())
    return [*written, path]


def _allowed(name: str, frame: pd.DataFrame, rights: Mapping[str, Rights]) -> pd.DataFrame:
    """Return a table without the texts that stay on this machine."""
    if name not in _WORDS or not len(frame):
        return frame
    result = frame
    of_row = frame["article_id"].map(rights)
    hidden = of_row == Rights.LINK
    if name == "facts":
        # A statement's name is the words of one of the texts that tell it.
        hidden = hidden.groupby(frame["fact_id"]).transform("any")
    if name == "wire":
        hidden |= frame["other_article_id"].map(rights) == Rights.LINK
    for column in _WORDS[name]:
        keep = (of_row == Rights.FULL) if name in _WHOLE else ~hidden
        result = result.assign(**{column: result[column].where(keep)})
    return result


def _bare(annotated: AnnotatedArticle) -> list[dict[str, object]]:
    """Return the statements without the content words that would tell the text."""
    return [{**row, "lemmas": [], "names": []} for row in to_record(annotated)["statements"]]


def _about(analysis: StoryAnalysis, *, with_texts: bool) -> list[tuple[str, str]]:
    """Return what the file is, for its first page."""
    texts = (
        "All texts are in this file: it is for this machine."
        if with_texts
        else "Texts that an article's rights keep on this machine are left empty."
    )
    versions = ", ".join(f"{name} {version}" for name, version in analysis.versions.items())
    return [
        ("story", analysis.story.title),
        ("made with", "Parallax: counts and evidence, no scores"),
        ("texts", texts),
        ("numbers", "Counts rest on rules that err; docs/accuracy.md says how often."),
        ("versions", versions),
    ]


def _archive(
    analysis: StoryAnalysis, found: Mapping[str, pd.DataFrame], *, with_texts: bool
) -> bytes:
    """Return the tables as CSV, the articles as JSON lines, and the dictionary, in one file."""
    about_lines = "".join(f"{k}: {v}\n" for k, v in _about(analysis, with_texts=with_texts))
    listed = "".join(f"{name}.csv: {about(name)}\n" for name in found)
    files = {
        "README.txt": f"{about_lines}\ndictionary.csv: what each column means\n"
        f"articles.jsonl: one object an article, everything found in it\n{listed}".encode(),
        "dictionary.csv": _dictionary(),
        "articles.jsonl": jsonl(analysis, with_texts=with_texts).encode(),
        **{f"{name}.csv": _csv(frame) for name, frame in found.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _csv(frame: pd.DataFrame) -> bytes:
    """Return a table as CSV that spreadsheets take for UTF-8."""
    return to_csv(frame).encode("utf-8-sig")


def _dictionary() -> bytes:
    rows = [HEADS, *dictionary(TABLES)]
    lines = (",".join(f'"{_quoted(cell)}"' for cell in row) for row in rows)
    return ("\n".join(lines) + "\n").encode("utf-8-sig")


def _quoted(cell: str) -> str:
    return str(inert(cell)).replace('"', '""')
