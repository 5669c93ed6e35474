import csv
import io
import json
import math
import re
import zipfile
from dataclasses import replace

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.exports import exported, jsonl, tables, write_tables
from analysis.records import from_record
from analysis.result import TABLES
from analysis.spreadsheet import to_csv
from analysis.workbook import MAX_CELL, workbook
from tests.analysis.report.stories import full, with_rights

LEADS = ("=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
PREFIXES = ("", " ", "\ufeff", "\u200b", "\u2060", "\u00a0", "\u200e", "\u3000", "\n")
RUNNING = (
    *(f"{prefix}{lead}1+1" for lead in LEADS for prefix in PREFIXES),
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.test","x")',
    '=WEBSERVICE("http://evil.test")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1-1",
    "-2+3+cmd|' /C calc'!A0",
)
PLAIN = ("The Post", "a=b", "“- ” he said", "5 people", "")


def _hostile(cell):
    made = full()
    first, second = made.articles
    article = replace(first.article, outlet=f"{cell}o", title=cell, byline=cell, rights="full")
    return replace(made, articles=(replace(first, article=article), second))


def _cells(data):
    """Return every cell of a workbook as (type, text), sheet by sheet, formulas apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        xml = {name: book.read(name).decode() for name in sheets}
        shared = book.read("xl/sharedStrings.xml").decode()
    return xml, shared


@pytest.mark.parametrize("cell", RUNNING)
def test_csv_never_begins_a_cell_that_would_run(cell):
    frame = pd.DataFrame({"title": [cell, f"first line\r{cell}"], "n": [-1.5, 2.0]})
    rows = list(csv.DictReader(io.StringIO(to_csv(frame), newline="")))
    assert [row["title"] for row in rows] == [f"'{cell}", f"first line\r{cell}"]
    assert [float(row["n"]) for row in rows] == [-1.5, 2.0]


@pytest.mark.parametrize("cell", PLAIN)
def test_csv_leaves_other_texts_alone(cell):
    frame = pd.DataFrame({"title": [cell], "n": [1]})
    assert next(csv.DictReader(io.StringIO(to_csv(frame))))["title"] == cell


def test_csv_files_hold_no_cell_that_would_run(tmp_path):
    paths = write_tables(_hostile("=1+1"), "csv", tmp_path)
    cells = [
        cell
        for path in paths
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        for cell in row
    ]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+")) or cell == "=1+1"]


def test_headings_cannot_run_either():
    assert to_csv(pd.DataFrame({"=1+1": [1.0]})) == "'=1+1\n1.0\n"


@pytest.fixture(scope="module")
def hostile_book():
    frame = pd.DataFrame({"title": pd.Series(RUNNING, dtype="str"), "n": [-1.5] * len(RUNNING)})
    return _cells(workbook({"articles": frame}, [("story", "=1+1")]))


def test_workbook_holds_no_formula(hostile_book):
    xml, _ = hostile_book
    assert not [name for name, sheet in xml.items() if "<f>" in sheet or "<f " in sheet]


def test_workbook_keeps_texts_exact_and_typed(hostile_book):
    xml, shared = hostile_book
    sheet = xml["xl/worksheets/sheet2.xml"]
    cells = re.findall(r'<c r="A(\d+)"[^>]*t="s"', sheet)
    assert len(cells) == len(RUNNING) + 1
    assert "=HYPERLINK(&quot;" in shared or '=HYPERLINK("' in shared


def test_workbook_keeps_numbers_as_numbers(hostile_book):
    xml, _ = hostile_book
    assert len(
        re.findall(r'<c r="B\d+"[^>]*><v>-1\.5</v>', xml["xl/worksheets/sheet2.xml"])
    ) == len(RUNNING)


def test_workbook_marks_what_could_run_as_text(hostile_book):
    with zipfile.ZipFile(
        io.BytesIO(workbook({"articles": pd.DataFrame({"title": ["=1"]})}, []))
    ) as book:
        assert 'quotePrefix="1"' in book.read("xl/styles.xml").decode()


def test_workbook_has_the_dictionary_and_a_sheet_a_table():
    with zipfile.ZipFile(io.BytesIO(exported(full(), "xlsx"))) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        shared = book.read("xl/sharedStrings.xml").decode()
    assert names == ["dictionary", *TABLES]
    assert "VADER compound score" in shared


def test_workbook_cuts_a_text_that_no_cell_holds():
    frame = pd.DataFrame({"text": ["x" * (MAX_CELL + 10)]})
    _, shared = _cells(workbook({"articles": frame}, []))
    assert "x" * MAX_CELL in shared
    assert "x" * (MAX_CELL + 1) not in shared


def test_missing_and_infinite_numbers_stay_empty():
    frame = pd.DataFrame({"value": [math.nan, math.inf, 2.0]})
    xml, _ = _cells(workbook({"tone": frame}, []))
    assert re.findall(r"<v>([^<]+)</v>", xml["xl/worksheets/sheet2.xml"])[1:] == ["2"]


@pytest.mark.parametrize("cell", RUNNING[:12])
def test_json_lines_give_back_exactly_what_was_written(cell):
    made = _hostile(cell)
    lines = jsonl(made, with_texts=True).splitlines()
    assert tuple(from_record(json.loads(line)) for line in lines) == made.articles


def test_json_lines_leave_out_what_rights_keep_here():
    first, second = (json.loads(line) for line in jsonl(with_rights("full")).splitlines())
    assert first["text"].startswith("Harbour stays calm")
    assert second["text"] is None
    assert second["lemmas"] == []
    assert second["quotes"] == json.loads(json.dumps(second["quotes"]))


@pytest.mark.parametrize(
    ("rights", "sentences", "quotes"),
    [("full", True, True), ("excerpt", False, True), (None, False, True), ("link", False, False)],
)
def test_tables_hold_the_texts_that_rights_allow(rights, sentences, quotes):
    found = tables(with_rights(rights))
    for name, held in (("sentences", sentences), ("blocks", sentences), ("quotes", quotes)):
        rows = found[name]
        assert rows.loc[rows["article_id"] == "post", "text"].notna().all() == held, name


def test_with_texts_keeps_all():
    found = tables(with_rights("link"), with_texts=True)
    assert found["sentences"]["text"].notna().all()


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_one_file_a_table_and_the_dictionary(kind, tmp_path):
    paths = write_tables(full(), kind, tmp_path / "out")
    assert {path.name for path in paths} == {f"{n}.{kind}" for n in TABLES} | {"dictionary.csv"}
    assert all(path.is_file() for path in paths)


def test_parquet_keeps_texts_and_numbers_exact(tmp_path):
    write_tables(_hostile("=1+1"), "parquet", tmp_path)
    rows = pd.read_parquet(tmp_path / "articles.parquet")
    assert rows["title"][0] == "=1+1"
    assert rows["n_words"].dtype == "int64"


def test_archive_is_the_same_for_the_same_story_and_says_what_is_in_it():
    one, two = exported(full(), "zip"), exported(full(), "zip")
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        names = archive.namelist()
        readme = archive.read("README.txt").decode()
    assert names == [
        "README.txt",
        "dictionary.csv",
        "articles.jsonl",
        *(f"{n}.csv" for n in TABLES),
    ]
    assert "The harbour" in readme


def test_unknown_format_is_refused_by_name():
    with pytest.raises(InputError, match="'pdf' is not one file; there are: xlsx, jsonl, zip"):
        exported(full(), "pdf")
