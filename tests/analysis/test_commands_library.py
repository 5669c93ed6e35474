"""python -m analysis add and library: what they keep, print, take back and refuse."""

from __future__ import annotations

import csv
import io
import json

import pytest

from analysis import commands_add, library
from analysis.cli import main
from analysis.collect import Candidate, Origin, Refused, Way
from analysis.types import Article

HEAD = "title,text,outlet,published\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "rain.csv"
    rows = [
        f"Rain {n},Rain fell on the town on day {n} and stayed.,Post,2024-03-0{n}\n"
        for n in (1, 2, 3)
    ]
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def small_slices(monkeypatch):
    monkeypatch.setattr(commands_add, "SLICE", 2)


def _rows(out):
    return list(csv.DictReader(io.StringIO(out)))


def _titles():
    return sorted(each.article.title or "" for each in library.articles())


def test_a_table_is_added_into_a_new_story_as_one_deed(table, small_slices, capsys):
    assert main(["add", str(table), "--story", "Wet week"]) == 0
    found = capsys.readouterr()
    assert [row["state"] for row in _rows(found.out)] == ["new", "new", "new"]
    assert _rows(found.out)[0]["from"] == "rain.csv:2"
    assert "3 new" in found.err
    assert library.story_titles()["wet-week"] == "Wet week"
    (deed,) = library.deeds()
    assert main(["library", "undo", deed.act]) == 0
    assert library.count() == 0
    assert "wet-week" not in library.story_titles()


def test_the_same_command_again_adds_nothing_and_says_so(table, capsys):
    main(["add", str(table), "--story", "Wet week"])
    capsys.readouterr()
    assert main(["add", str(table), "--story", "wet  WEEK"]) == 0
    found = capsys.readouterr()
    assert [row["state"] for row in _rows(found.out)] == ["there already"] * 3
    assert "take it back" not in found.err
    assert len(library.deeds()) == 1


def test_an_interrupted_adding_keeps_what_is_done_and_goes_on(
    table, small_slices, capsys, monkeypatch
):
    real, calls = library.add, []

    def interrupted(*args, **options):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*args, **options)

    monkeypatch.setattr(library, "add", interrupted)
    assert main(["add", str(table)]) == 130
    assert "stopped: 2 new" in capsys.readouterr().err
    assert library.count() == 2
    assert main(["add", str(table)]) == 0
    assert "1 new, 2 there already" in capsys.readouterr().err


def test_a_dry_run_adds_nothing(table, capsys):
    assert main(["add", str(table), "--story", "Wet week", "--dry-run"]) == 0
    assert "3 would be added" in capsys.readouterr().err
    assert library.count() == 0
    assert "wet-week" not in library.story_titles()


def test_an_outlet_that_is_given_is_a_correction(table):
    main(["add", str(table), "--outlet", "Echo"])
    assert {each.article.outlet for each in library.articles()} == {"Echo"}
    edits = [e for e in library.history("") if e.kind is library.EditKind.FIELD]
    assert {(e.value, e.replaced) for e in edits} == {("Echo", None)}


def test_what_cannot_be_read_is_named_and_the_rest_is_added(table, tmp_path, capsys):
    (tmp_path / "bad.docx").write_bytes(b"no")
    assert main(["add", str(table), str(tmp_path / "bad.docx"), "nowhere.txt"]) == 3
    err = capsys.readouterr().err
    assert "refused: bad.docx: not a Word file" in err
    assert "refused: nowhere.txt" in err
    assert "3 new, 2 refused" in err
    assert str(tmp_path) not in err


def test_rows_with_an_address_only_are_fetched_when_asked(tmp_path, capsys, monkeypatch):
    path = tmp_path / "list.csv"
    path.write_text("url,title\nhttps://post.example/rain,Rain\n", encoding="utf-8")
    assert main(["add", str(path)]) == 3
    assert "addresses without text: 1" in capsys.readouterr().err
    asked = []

    def fetched(addresses):
        asked.extend(addresses)
        text = "Rain fell on the town and stayed."
        yield Candidate(Article("page", text, language="en"), Origin(Way.WEB, addresses[0]))

    monkeypatch.setattr("analysis.collect.web.fetch_candidates", fetched)
    assert main(["add", str(path), "--fetch"]) == 0
    assert asked == ["https://post.example/rain"]
    assert "the sites see this computer's internet address" in capsys.readouterr().err


def test_an_address_is_fetched_and_what_the_fetcher_refuses_is_told(capsys, monkeypatch):
    refusal = Refused("http://127.0.0.1/", "only public web pages are fetched")
    monkeypatch.setattr("analysis.collect.web.fetch_candidates", lambda _: iter([refusal]))
    assert main(["add", "http://127.0.0.1/"]) == 3
    assert "only public web pages are fetched" in capsys.readouterr().err


def test_a_title_of_two_stories_must_be_told_apart(table, capsys):
    library.new_story("Rain")
    library.new_story("Rain")
    assert main(["add", str(table), "--story", "rain "]) == 1
    assert "several stories are called" in capsys.readouterr().err
    assert main(["add", str(table), "--story", "rain-2"]) == 0
    assert library.count(library.Search(story="rain-2")) == 3


def test_articles_are_listed_found_and_shown(table, capsys):
    main(["add", str(table)])
    capsys.readouterr()
    assert main(["library"]) == 0
    rows = _rows(capsys.readouterr().out)
    assert [row["title"] for row in rows] == ["Rain 3", "Rain 2", "Rain 1"]
    assert main(["library", "find", "day", "2", "--format", "json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["title"] == "Rain 2"
    assert main(["library", "list", "--outlet", "Nobody"]) == 0
    assert _rows(capsys.readouterr().out) == []
    assert main(["library", "show", rows[0]["id"]]) == 0
    out = capsys.readouterr().out
    assert "outlet: Post (stated: column 'outlet')" in out
    assert out.endswith("Rain fell on the town on day 3 and stayed.\n")
    assert main(["library", "show", "a0"]) == 1
    assert "there is no article 'a0'" in capsys.readouterr().err


def test_stories_and_history_are_listed(table, capsys):
    main(["add", str(table), "--story", "Wet week"])
    capsys.readouterr()
    main(["library", "stories", "--format", "md"])
    assert "| wet-week | Wet week | 3 | no |" in capsys.readouterr().out
    main(["library", "history", "wet-week"])
    (row,) = _rows(capsys.readouterr().out)
    assert (row["stories"], row["taken_back"]) == ("wet-week", "no")
    assert "3 member" in row["edits"]


def test_an_unknown_deed_is_an_error(capsys):
    assert main(["library", "undo", "nothing"]) == 1
    assert "no deed 'nothing'" in capsys.readouterr().err


def test_binning_can_be_taken_back_and_forgetting_asks_first(table, capsys):
    main(["add", str(table)])
    first = library.articles()[0].article.id
    assert main(["library", "bin", first]) == 0
    assert library.count() == 2
    act = capsys.readouterr().err.split()[-1]
    assert main(["library", "undo", act]) == 0
    assert library.count() == 3
    assert main(["library", "forget", first]) == 2
    assert library.count() == 3
    assert main(["library", "forget", first, "--yes"]) == 0
    assert _titles() == ["Rain 1", "Rain 2"]


def test_a_backup_is_restored_and_a_story_goes_out_and_in(table, tmp_path, capsys):
    main(["add", str(table), "--story", "Wet week"])
    saved, bundle = tmp_path / "all.sqlite", tmp_path / "story.zip"
    assert main(["library", "backup", str(saved)]) == 0
    assert main(["library", "export", "wet-week", str(bundle)]) == 0
    main(["library", "forget", library.articles()[0].article.id, "--yes"])
    assert main(["library", "import", str(bundle)]) == 0
    assert "1 new, 2 there already" in capsys.readouterr().err
    assert main(["library", "restore", str(saved)]) == 0
    assert _titles() == ["Rain 1", "Rain 2", "Rain 3"]
    assert main(["library", "check"]) == 0
    assert "whole" in capsys.readouterr().err


def test_stories_are_proposed_among_articles_without_one(tmp_path, capsys):
    path = tmp_path / "two.csv"
    ferry = "The ferry Norrin ran aground near Eastmere harbour and sailors were saved"
    other = "Parliament passed the budget after a long night of votes on taxes and schools"
    rows = [f"Ferry {n},{ferry} on Monday {n}.,Post{n},2024-03-01\n" for n in (1, 2)] + [
        f"Budget,{other}.,Post,2024-03-02\n"
    ]
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    main(["add", str(path)])
    capsys.readouterr()
    assert main(["library", "propose"]) == 0
    (row,) = _rows(capsys.readouterr().out)
    assert row["articles"] == "2"


def test_no_title_runs_in_a_spreadsheet_or_steers_a_terminal(tmp_path, capsys):
    path = tmp_path / "odd.csv"
    path.write_text(HEAD + '=1+1,"Rain fell.",\u202ePost\u001b[2J,\n', encoding="utf-8")
    assert main(["add", str(path)]) == 0
    out = capsys.readouterr().out
    assert ",'=1+1," in out
    assert "\u001b" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize("kind", ["json", "md"])
def test_other_formats_hold_no_control_characters_either(tmp_path, capsys, kind):
    path = tmp_path / "odd.csv"
    path.write_text(HEAD + 'a | b,"Rain fell.",\u009b2JPost,\n', encoding="utf-8")
    main(["add", str(path)])
    capsys.readouterr()
    main(["library", "list", "--format", kind])
    out = capsys.readouterr().out
    assert "\u009b" not in out
    assert ("a \\| b" in out) == (kind == "md")


def test_a_file_that_is_no_library_is_an_error_without_a_traceback(tmp_path, capsys):
    path = tmp_path / "not.sqlite"
    path.write_bytes(b"no library")
    assert main(["library", "restore", str(path)]) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: ")
    assert "Traceback" not in err
