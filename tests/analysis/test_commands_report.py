import io
import json
import zipfile

import pytest

from analysis import commands_report
from analysis.cli import main
from analysis.collect import Collected, Refused
from tests.analysis.report.stories import full


@pytest.fixture
def harbour(monkeypatch):
    monkeypatch.setattr(commands_report, "analysis_of", lambda _: (full(), Collected(())))


def test_report_is_written_to_the_file_named(harbour, tmp_path, capsys):
    out = tmp_path / "harbour.html"
    assert main(["report", "harbour", "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert f"wrote {out}" in capsys.readouterr().err


def test_report_has_a_name_of_its_own(harbour, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["report", "harbour"]) == 0
    assert (tmp_path / "harbour-report.html").is_file()


def test_report_goes_to_standard_output(harbour, capsysbinary):
    assert main(["report", "harbour", "-o", "-"]) == 0
    assert b"<title>The harbour" in capsysbinary.readouterr().out


def test_a_folder_is_refused_and_nothing_is_left_in_it(harbour, tmp_path, capsys):
    assert main(["report", "harbour", "-o", str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_refused_articles_are_named(monkeypatch, tmp_path, capsys):
    refused = Collected((), (Refused("c.txt", "It is empty."),))
    monkeypatch.setattr(commands_report, "analysis_of", lambda _: (full(), refused))
    assert main(["report", "harbour", "-o", str(tmp_path / "a.html")]) == 3
    assert "refused: c.txt: It is empty." in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_are_written_into_a_folder(harbour, kind, tmp_path):
    assert main(["export", "harbour", "--format", kind, "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / f"framing.{kind}").is_file()


def test_tables_of_many_files_do_not_go_to_standard_output(harbour, capsys):
    assert main(["export", "harbour", "--format", "csv", "--out", "-"]) == 2
    assert "add --out FOLDER" in capsys.readouterr().err


def test_archive_is_one_file(harbour, tmp_path):
    out = tmp_path / "harbour.zip"
    assert main(["export", "harbour", "--format", "zip", "-o", str(out)]) == 0
    assert "framing.csv" in zipfile.ZipFile(io.BytesIO(out.read_bytes())).namelist()


@pytest.mark.parametrize(("more", "has_text"), [([], False), (["--with-texts"], True)])
def test_texts_are_written_only_when_asked_for(harbour, more, has_text, capsysbinary):
    assert main(["export", "harbour", "--format", "jsonl", "-o", "-", *more]) == 0
    first = json.loads(capsysbinary.readouterr().out.splitlines()[0])
    assert bool(first["text"]) == has_text
