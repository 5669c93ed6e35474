import json

import pandas as pd
import pytest

from analysis.collect import collect
from analysis.collect.page.gate import MAX_ATTRIBUTES
from analysis.errors import InputError
from analysis.limits import MAX_CHARS, MAX_LINES, MAX_MARKS

SENTENCE = "The river rose on Monday and the town was warned.\n"


def _reasons(collected):
    return {each.name: each.reason for each in collected.refused}


def test_folder_gives_its_articles_in_name_order_and_names_the_bad_ones(tmp_path):
    (tmp_path / "b.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\x00\x00\x1a")
    (tmp_path / "stars.txt").write_text("* * *", encoding="utf-8")
    (tmp_path / "notes.docx").write_bytes(b"PK")
    collected = collect([tmp_path])
    assert [article.id for article in collected.articles] == ["a", "b"]
    assert _reasons(collected) == {
        "empty.txt": "the file is empty; nothing to analyse",
        "image.txt": "it is a picture, whatever its name says; not a document that is read",
        "notes.docx": "not a Word file, or a damaged one (File is not a zip file); save it anew",
        "stars.txt": "no words found; nothing to analyse",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_and_plain_unicode_is_read_exactly(tmp_path, encoding):
    text = "“Café” — naïve coup d’état 🚩\r\nsecond line"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert collect([tmp_path]).articles[0].text == text


def test_windows_encoding_is_recognised(tmp_path):
    text = "“The president’s café is open,” she said of the naïve plan for the capital. " * 20
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    assert collect([tmp_path]).articles[0].text == text


@pytest.mark.parametrize(("length", "accepted"), [(MAX_CHARS, 1), (MAX_CHARS + 1, 0)])
def test_length_limit_holds_at_its_edge(tmp_path, length, accepted):
    (tmp_path / "a.txt").write_text("a" * length, encoding="utf-8")
    assert len(collect([tmp_path]).articles) == accepted


def test_jsonl_rows_are_read_one_by_one_and_bad_rows_named(tmp_path):
    rows = [
        json.dumps({"id": "1", "text": SENTENCE, "outlet": "The Post", "published": "2024-03-12"}),
        "{broken",
        json.dumps({"id": "3"}),
        json.dumps(["a"]),
        json.dumps({"id": "5", "text": SENTENCE, "published": "12/3/24"}),
        json.dumps({"id": "1", "text": SENTENCE}),
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    collected = collect([path])
    assert [(a.id, a.outlet, a.published) for a in collected.articles] == [
        ("1", "The Post", "2024-03-12"),
        ("5", None, None),
        ("1-2", None, None),
    ]
    reasons = _reasons(collected)
    assert set(reasons) == {"rows.jsonl:2", "rows.jsonl:3", "rows.jsonl:4"}
    assert reasons["rows.jsonl:3"] == "no text and no address in this row"
    assert [each.name for each in collected.notices] == ["rows.jsonl:5"]
    assert "write an ISO date such as 2024-03-12" in collected.notices[0].reason


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_tables_are_read_by_column_name(tmp_path, suffix):
    frame = pd.DataFrame({"text": [SENTENCE], "id": ["x"], "other": [1]})
    path = tmp_path / f"rows.{suffix}"
    frame.to_csv(path, index=False) if suffix == "csv" else frame.to_parquet(path)
    assert [(a.id, a.text) for a in collect([path]).articles] == [("x", SENTENCE)]


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_missing_columns_are_named(tmp_path, suffix):
    frame = pd.DataFrame({"summary": [SENTENCE]})
    path = tmp_path / f"rows.{suffix}"
    frame.to_csv(path, index=False) if suffix == "csv" else frame.to_parquet(path)
    reason = "no column for the text or the address; name one 'text' or 'url'; found: summary"
    assert _reasons(collect([path])) == {path.name: reason}


def test_saved_page_gives_text_title_and_source(tmp_path):
    body = "".join(f"<p>{SENTENCE} It was the {n}th such day of the year.</p>" for n in range(9))
    (tmp_path / "page.html").write_text(
        "<html><head><title>River rises | The Post</title>"
        '<meta property="og:site_name" content="The Post">'
        '<meta property="article:published_time" content="2024-03-12T09:00:00Z"></head>'
        f"<body><article><h1>River rises</h1>{body}</article></body></html>",
        encoding="utf-8",
    )
    article = collect([tmp_path]).articles[0]
    assert (article.outlet, article.outlet_basis) == ("The Post", "stated")
    assert (article.published, article.published_basis) == (
        "2024-03-12T09:00:00+00:00",
        "stated",
    )
    assert "The river rose on Monday" in article.text


def test_page_with_too_many_attributes_is_refused_before_parsing(tmp_path):
    attributes = " ".join(f'a{n}="1"' for n in range(MAX_ATTRIBUTES + 1))
    (tmp_path / "page.html").write_text(f"<p {attributes}>text</p>", encoding="utf-8")
    assert "attributes; paste the text instead" in _reasons(collect([tmp_path]))["page.html"]


def test_missing_file_is_an_error(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        collect([tmp_path / "nothing.txt"])


def test_folder_without_articles_says_what_it_looks_for(tmp_path):
    assert "no readable files in this folder" in _reasons(collect([tmp_path]))[tmp_path.name]


@pytest.mark.parametrize(("marks", "accepted"), [(MAX_MARKS, 1), (MAX_MARKS + 1, 0)])
def test_flood_of_quotation_marks_is_refused_at_its_edge(tmp_path, marks, accepted):
    (tmp_path / "a.txt").write_text("word " + '"' * marks, encoding="utf-8")
    assert len(collect([tmp_path]).articles) == accepted


@pytest.mark.parametrize(("lines", "accepted"), [(MAX_LINES, 1), (MAX_LINES + 1, 0)])
def test_flood_of_lines_is_refused_at_its_edge(tmp_path, lines, accepted):
    (tmp_path / "a.txt").write_text("word" + "\n" * lines, encoding="utf-8")
    assert len(collect([tmp_path]).articles) == accepted


def test_repeated_ids_are_numbered_without_clashing(tmp_path):
    rows = [json.dumps({"id": name, "text": SENTENCE}) for name in ("a", "a", "a-2", "a")]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    assert [article.id for article in collect([path]).articles] == ["a", "a-3", "a-2", "a-4"]


@pytest.mark.parametrize("field", ["id", "text", "outlet"])
def test_half_a_character_is_refused_by_row(tmp_path, field):
    row = {"id": "1", "text": SENTENCE, "outlet": "The Post"}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({**row, field: f"{row[field]} \ud800"}), encoding="utf-8")
    assert "half a character" in _reasons(collect([path]))["rows.jsonl:1"]


@pytest.mark.parametrize("value", [["x"], True, "", None])
def test_fields_that_are_not_text_are_left_out(tmp_path, value):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": "1", "text": SENTENCE, "outlet": value}), encoding="utf-8")
    assert collect([path]).articles[0].outlet is None


def test_bare_attributes_count_too(tmp_path):
    attributes = " ".join(f"a{n}" for n in range(MAX_ATTRIBUTES + 1))
    (tmp_path / "page.html").write_text(f"<p {attributes}>text</p>", encoding="utf-8")
    assert "attributes; paste the text instead" in _reasons(collect([tmp_path]))["page.html"]


def test_a_broken_story_is_refused_and_the_others_are_read(tmp_path):
    story = tmp_path / "story"
    story.mkdir()
    (story / "story.toml").write_text("[story]\nid = 1", encoding="utf-8")
    good = tmp_path / "a.txt"
    good.write_text(SENTENCE, encoding="utf-8")
    collected = collect([story, good])
    assert [article.id for article in collected.articles] == ["a"]
    assert "'id' is missing" in _reasons(collected)["story"]
