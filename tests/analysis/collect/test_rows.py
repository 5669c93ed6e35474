import io
import json

import pytest

from analysis.collect import Candidate, Refused, ToFetch
from analysis.collect.candidate import Origin, Way
from analysis.collect.csv_records import read_records
from analysis.collect.documents import read_items
from analysis.collect.messages import Unit
from analysis.collect.source import Kind, Source
from analysis.errors import InputError
from analysis.limits import MAX_CELL_CHARS, MAX_COLUMNS
from analysis.types import Basis

SENTENCE = "The river rose on Monday and the town was warned."


def _items(data, kind=Kind.CSV, name="rows.csv"):
    data = data.encode() if isinstance(data, str) else data
    return [each for each in read_items(Source(name, kind, data)) if not isinstance(each, Unit)]


def _only(data, kind=Kind.CSV):
    (item,) = _items(data, kind)
    return item


def test_columns_of_common_exports_are_known_by_their_names():
    head = "Headline,Media_Name,publish_date,Body,LINK,Author,lang\n"
    row = f"River rises,The Post,2024-03-12,{SENTENCE},https://post.example/1,Ann Lee,en-GB\n"
    article = _only(head + row).article
    assert (article.title, article.outlet, article.published) == (
        "River rises",
        "The Post",
        "2024-03-12",
    )
    assert (article.text, article.url, article.byline, article.language) == (
        SENTENCE,
        "https://post.example/1",
        "Ann Lee",
        "en-GB",
    )


def test_each_field_says_which_column_it_comes_from():
    found = _only(f"headline,text\nRiver rises,{SENTENCE}\n")
    assert [(k.field, k.basis, k.why) for k in found.known] == [
        ("title", Basis.STATED, "column 'headline'")
    ]
    assert found.origin == Origin(Way.TABLE, "rows.csv", "2")
    assert found.article.id == "rows-2"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_told_from_the_first_line(separator):
    data = f"id{separator}text\n7{separator}{SENTENCE}\n"
    assert [(each.article.id, each.article.text) for each in _items(data)] == [("7", SENTENCE)]


def test_spreadsheets_may_name_the_separator_in_a_line_of_its_own():
    found = _only(f"sep=;\nid;text\n7;{SENTENCE}\n")
    assert (found.article.id, found.origin.part) == ("7", "3")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings_of_spreadsheets_are_told(encoding):
    text = "“The café’s doors are open,” she said of the naïve plan for the capital. " * 3
    data = f'id,text\n7,"{text.replace("“", "‘")}"\n'.encode(encoding)
    assert _only(data).article.text == text.replace("“", "‘")


def test_a_byte_of_another_encoding_costs_its_own_row_only():
    rows = (f"id,text\n1,café {SENTENCE}\n", "2,café\n", f"3,“{SENTENCE}”\n")
    data = b"".join(map(str.encode, rows, ("utf-8", "cp1252", "utf-8")))
    first, second, third = _items(data)
    assert (first.article.id, third.article.id) == ("1", "3")
    assert second == Refused(
        "rows.csv:3", "bytes that are not in the encoding of the file; save it as UTF-8"
    )


def test_every_row_is_an_article_or_an_address_or_a_reason():
    data = (
        "title,content,url,date\n"
        f"one,{SENTENCE},https://a.example/1,2024-03-12\n"
        "two,,https://a.example/2,12 March 2024\n"
        "three,,,\n"
        "four,too few\n"
        "\n"
        f'five,"{SENTENCE} never closed,,\n'
        f'six,"two\nlines {SENTENCE}",,\n'
    )
    items = _items(data)
    assert [type(each) for each in items] == [
        Candidate,
        ToFetch,
        Refused,
        Refused,
        Refused,
        Candidate,
    ]
    assert [each.name for each in items if isinstance(each, Refused)] == [
        "rows.csv:4",
        "rows.csv:5",
        "rows.csv:7",
    ]
    assert items[1] == ToFetch(
        "https://a.example/2", "two", "2024-03-12", None, Origin(Way.TABLE, "rows.csv", "3")
    )
    assert items[2].reason == "no text and no address in this row"
    assert items[3].reason == "2 cells where the first line names 4 columns"
    assert "a quotation mark" in items[4].reason
    assert items[5].article.text == f"two\nlines {SENTENCE}"


def test_a_quotation_mark_inside_a_quoted_cell_costs_its_own_row_only():
    data = f'id,text\n1,"He said "go" and left."\n2,{SENTENCE}\n'
    broken, good = _items(data)
    assert (broken.name, good.article.id) == ("rows.csv:2", "2")


def test_trailing_empty_cells_are_no_fault():
    assert _only(f"id,text\n1,{SENTENCE},,\n").article.id == "1"


@pytest.mark.parametrize(("extra", "kept"), [(-1, True), (0, True), (1, False)])
def test_cell_limit_holds_at_its_edge(extra, kept):
    data = f"id,text,note\n1,{SENTENCE},{'a' * (MAX_CELL_CHARS + extra)}\n2,{SENTENCE},\n"
    first, second = _items(data)
    assert isinstance(first, Candidate) is kept
    assert second.article.id == "2"


@pytest.mark.parametrize(("columns", "kept"), [(MAX_COLUMNS, True), (MAX_COLUMNS + 1, False)])
def test_column_limit_holds_at_its_edge(columns, kept):
    head = ",".join(["text", *(f"c{n}" for n in range(columns - 1))])
    data = f"{head}\n{SENTENCE}{',' * (columns - 1)}\n"
    if kept:
        assert _only(data).article.text == SENTENCE
    else:
        with pytest.raises(InputError, match="1,001 cells; at most 1,000 are read"):
            _items(data)


def test_files_of_unclosed_marks_end_with_a_reason(monkeypatch):
    monkeypatch.setattr("analysis.collect.csv_records.MAX_REREAD_CHARS", 1_000)
    lines = "id,text\n" + f'1,"{SENTENCE}\n2,{SENTENCE}\n3,""\n' * 40
    with pytest.raises(InputError, match="the rest was not read"):
        list(read_records(io.StringIO(lines)))


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T09:30:00+02:00", "2024-03-12T09:30:00+02:00"),
        ("2024-03-12 00:00:00", "2024-03-12 00:00:00"),
        ("20240312", "2024-03-12"),
        ("20240312T093000Z", "2024-03-12T09:30:00+00:00"),
        ("20240312093000", "2024-03-12T09:30:00"),
        ("2024/03/12", "2024-03-12"),
        ("March 12, 2024", "2024-03-12"),
        ("12 Mar 2024", "2024-03-12"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("12.03.2024", "2024-03-12"),
        ("Tue, 12 Mar 2024 09:30:00 GMT", "2024-03-12T09:30:00+00:00"),
    ],
)
def test_dates_are_read_in_their_common_forms(written, iso):
    row = json.dumps({"text": SENTENCE, "date": written})
    found = _only(row, Kind.JSON_LINES)
    assert (found.article.published, found.article.published_basis) == (iso, Basis.STATED)


@pytest.mark.parametrize(
    "written", ["03/04/2022", "03/04/22", "last week", "2024-02-30", "20241399"]
)
def test_dates_that_can_be_two_days_are_left_out_with_a_notice(written):
    found = _only(json.dumps({"text": SENTENCE, "date": written}), Kind.JSON_LINES)
    assert (found.article.published, found.article.published_basis) == (None, Basis.UNKNOWN)
    assert found.notices[0].startswith(f"'published' is '{written}', which is no date")


def test_when_a_service_saw_an_article_is_no_statement_of_its_publication():
    found = _only(f"text,seendate\n{SENTENCE},20220110T120000Z\n")
    assert (found.article.published, found.article.published_basis) == (
        "2022-01-10T12:00:00+00:00",
        Basis.INFERRED,
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "www.post.example"])
def test_addresses_that_are_no_pages_are_left_out_with_a_notice(url):
    found = _only(json.dumps({"text": SENTENCE, "url": url}), Kind.JSON_LINES)
    assert found.article.url is None
    assert "no http or https address" in found.notices[0]


def test_outlet_follows_from_the_address_where_no_column_names_it():
    found = _only(f"text,url\n{SENTENCE},https://www.mnnonline.org/news/x\n")
    assert (found.article.outlet, found.article.outlet_basis) == (
        "Mission Network News",
        Basis.STATED,
    )


def test_tables_without_names_of_columns_are_lists_of_addresses():
    data = "1\t2\thttps://a.example/1\n3\t4\thttps://a.example/2\n5\t6\tnone\n"
    items = _items(data, name="gdelt.tsv")
    assert [each.url for each in items[:2]] == ["https://a.example/1", "https://a.example/2"]
    assert items[2] == Refused("gdelt.tsv:3", "no address in this row")


def test_missing_columns_are_said_with_those_found():
    with pytest.raises(InputError, match="name one 'text' or 'url'; found: name, count"):
        _items("name,count\na,1\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": ', "not a JSON object (Expecting value: line 2, column 1)"),
        ('{"n": ' + "9" * 5_000 + "}", "not a JSON object (a number or a nesting beyond"),
        ("[" * 100_000, "not a JSON object (a number or a nesting beyond"),
        ('{"text": "a b", "id": "\\ud800"}', "half a character"),
        ('{"text": "one\\u0000two"}', "NUL characters"),
    ],
)
def test_broken_json_lines_cost_their_own_row_only(line, reason):
    broken, good = _items(f'{line}\n{{"text": "{SENTENCE}"}}\n', Kind.JSON_LINES)
    assert reason in broken.reason
    assert good.article.text == SENTENCE


def test_long_fields_are_left_out_with_a_notice():
    found = _only(json.dumps({"text": SENTENCE, "title": "a" * 1_001}), Kind.JSON_LINES)
    assert found.article.title is None
    assert found.notices == ("'title' has 1,001 characters; at most 1,000 are kept: left out",)


def test_a_table_that_nobody_reads_to_its_end_is_closed(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(f"text\n{SENTENCE}\n{SENTENCE}\n", encoding="utf-8")
    found = read_items(Source("rows.csv", Kind.CSV, path=path))
    assert next(found).article.text == SENTENCE
    found.close()


def test_the_same_table_read_again_gives_the_same_items():
    data = f"id,text\n1,{SENTENCE}\nbroken\n2,{SENTENCE}\n"
    assert _items(data) == _items(data)
