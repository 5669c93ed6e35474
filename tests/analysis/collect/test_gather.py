import sys
import zipfile

import pandas as pd
import pytest

from analysis.collect import Candidate, Paste, Refused, ToFetch, Upload, Way, candidates, collect
from analysis.collect.inputs import sources
from analysis.collect.reader import _guard
from analysis.collect.sandbox import ReaderLimits, Sandbox
from analysis.collect.source import Kind, Source
from analysis.limits import MAX_FILE_BYTES
from analysis.types import Basis
from tests.attacks.nasty_files import SENTENCE, TEXT, page, pdf, word, zipped

ARTICLE = f"River rises\n\nBy Ann Lee\n\n12 March 2024\n\n{SENTENCE * 3}\n\n{SENTENCE * 3}\n"


def test_everything_a_person_brings_in_comes_out_in_order_with_its_language():
    told = []
    inputs = [
        Paste(ARTICLE),
        Upload("a.docx", word([TEXT])),
        Upload("rows.csv", f"id,text,url\n1,{SENTENCE},\n2,,https://a.example/2\n".encode()),
        Upload("a.exe", b"MZ"),
        Upload("b.zip", zipped([("in/a.txt", TEXT), ("in/rows.csv", f"text\n{SENTENCE}\n")])),
        Upload("c.pdf", pdf([[SENTENCE]])),
        Upload("d.html", page().encode()),
        Paste("https://a.example/1\nhttps://a.example/2"),
    ]
    items = list(candidates(inputs, progress=lambda *at: told.append(at)))
    kinds = [Candidate, Candidate, Candidate, ToFetch, Refused, *[Candidate] * 4, ToFetch, ToFetch]
    assert [type(each) for each in items] == kinds
    origins = [(i.origin.way, i.origin.name, i.origin.part) for i in items if type(i) is Candidate]
    assert origins == [
        (Way.PASTE, "pasted text", None),
        (Way.FILE, "a.docx", None),
        (Way.TABLE, "rows.csv", "2"),
        (Way.ARCHIVE, "b.zip", "in/a.txt"),
        (Way.ARCHIVE, "b.zip", "in/rows.csv:2"),
        (Way.FILE, "c.pdf", None),
        (Way.FILE, "d.html", None),
    ]
    assert {each.article.language for each in items if type(each) is Candidate} == {"en"}
    total = sum(len(getattr(each, "data", b"") or each.text.encode()) for each in inputs if each)
    assert told[-1] == (total - len(b"MZ"), total - len(b"MZ"), "")
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)


def test_fields_that_the_text_states_are_filled_with_the_words_that_show_them():
    (found,) = candidates([Paste(ARTICLE)])
    article = found.article
    assert (article.title, article.byline, article.published, article.language) == (
        "River rises",
        "Ann Lee",
        "2024-03-12",
        "en",
    )
    assert [(k.field, k.basis, k.why) for k in found.known] == [
        ("title", Basis.STATED, "the text: River rises"),
        ("byline", Basis.STATED, "the text: By Ann Lee"),
        ("published", Basis.STATED, "the text: 12 March 2024"),
        ("language", Basis.INFERRED, "detected from the words of the text"),
    ]


def test_a_language_that_the_text_belies_is_not_believed():
    text = "Президент заявил, что войска начнут вывод через два дня после миссии."
    (found,) = candidates([Upload("a.csv", f"text;language\n{text};en\n".encode())])
    assert found.article.language == "ru"
    assert "the text looks like 'ru'" in found.notices[0]


def test_names_are_shown_with_what_they_hide_and_never_as_paths():
    name = "../../etc/a\x1b[31m\u202etxt.exe.txt"
    (found,) = candidates([Upload(name, TEXT.encode())])
    assert found.origin.name == "a\\x1b[31m\\u202etxt.exe.txt"


def test_a_folder_gives_its_documents_and_leaves_out_what_belongs_to_a_saved_page(tmp_path):
    (tmp_path / "page.html").write_text(page(), encoding="utf-8")
    for folder, file in (("page_files", "ad.html"), ("deep/er", "c.txt"), (".git", "x.txt")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / file).write_text(TEXT, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "old.doc").write_bytes(b"x")
    (tmp_path / "picture.png").write_bytes(b"x")
    collected = collect([tmp_path])
    assert [article.id for article in collected.articles] == ["page", "c"]
    assert collected.refused == (
        Refused("old.doc", "'.doc' is not a kind of file that is read; save it as .docx or .txt"),
    )


def test_folders_that_lead_back_to_themselves_end(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [article.id for article in collect([tmp_path]).articles] == ["a"]


def test_parquet_is_read_row_by_row(tmp_path):
    path = tmp_path / "rows.parquet"
    rows = {"id": ["1", "2"], "text": [SENTENCE, ""], "date": pd.to_datetime(["2024-03-12"] * 2)}
    pd.DataFrame(rows).to_parquet(path)
    good, bad = candidates([path])
    assert (good.article.id, good.article.published) == ("1", "2024-03-12T00:00:00")
    assert bad == Refused("rows.parquet:2", "no text and no address in this row")


@pytest.mark.parametrize(("extra", "kept"), [(-1, True), (0, True), (1, False)])
def test_upload_limit_holds_at_its_edge(extra, kept):
    (found,) = sources([Upload("a.txt", bytes(MAX_FILE_BYTES + extra))])
    assert isinstance(found, Source) is kept


def test_half_a_character_in_pasted_text_is_refused():
    (found,) = candidates([Paste("The river \ud800 rose.")])
    assert "half a character" in found.reason


def test_nothing_is_started_for_tables(monkeypatch):
    monkeypatch.setattr("subprocess.Popen", None)
    (found,) = candidates([Upload("a.csv", f"text\n{SENTENCE}\n".encode())])
    assert found.article.text == SENTENCE


def test_a_document_that_takes_too_long_is_stopped_and_the_others_are_read():
    slow = pdf([["hello world"] * 100_000])
    data = zipped([("slow.pdf", slow), ("good.txt", TEXT)], packing=zipfile.ZIP_STORED)
    with Sandbox(ReaderLimits(cpu_seconds=1)) as sandbox:
        messages = list(sandbox.read(Source("a.zip", Kind.ARCHIVE, data), fill=False))
        again = list(sandbox.read(Source("b.txt", Kind.TEXT, TEXT.encode()), fill=False))
    refused, good = (each for each in messages if isinstance(each, Refused | Candidate))
    assert refused == Refused(
        "a.zip: slow.pdf", "stopped after 1 seconds of work; paste its text instead"
    )
    assert good.origin.part == "good.txt"
    assert any(isinstance(each, Candidate) for each in again)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import time; time.sleep(60)", "stopped after 2 seconds without an answer"),
        ("import os; os._exit(12)", "it takes more than 2 GB of memory"),
        ("import os; os.abort()", "broke down on it"),
        ("print('x' * 10)", "answered in a way it never does"),
        ("print('{\"candidate\": {}}')", "answered in a way it never does"),
    ],
)
def test_a_reading_process_that_misbehaves_costs_its_own_document_only(
    program, reason, monkeypatch
):
    monkeypatch.setattr("analysis.collect.sandbox._READER", (sys.executable, "-c", program))
    with Sandbox(ReaderLimits(wall_seconds=2)) as sandbox:
        source = Source("a.pdf", Kind.PDF, bytes(1_000_000))
        (refused,) = sandbox.read(source, fill=False)
    assert refused.name == "a.pdf"
    assert reason in refused.reason


@pytest.mark.parametrize("event", ["socket.connect", "subprocess.Popen", "os.fork"])
def test_readers_open_no_connection_and_start_nothing(event):
    with pytest.raises(PermissionError, match=event):
        _guard(event, ())


def test_leaving_early_stops_the_reading_process():
    found = candidates([Upload("a.docx", word([TEXT])), Upload("b.docx", word([TEXT]))])
    next(found)
    found.close()
    assert list(found) == []
