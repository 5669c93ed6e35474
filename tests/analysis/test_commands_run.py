"""``run``: what is finished is kept, what is kept is not done again, the rest is named."""

import json
import re
import sys

import pytest

from analysis import commands_run
from analysis.cli import main
from analysis.jobs import Done
from analysis.journal import Journal

TEXTS = ("Rain fell.", "Snow fell.", "Hail fell.")


@pytest.fixture
def work(monkeypatch):
    """Do one article a job, without the language model; return the ids of those done."""
    seen = []

    def finished(jobs, options, workers):
        for job in (part for whole in jobs for part in whole.singles()):
            seen.extend(article.id for article in job.articles)
            if "stop" in job.articles[0].text:
                raise KeyboardInterrupt
            if "poison" in job.articles[0].text:
                yield Done(job, refusal="its worker was ended by SIGKILL, 2 times; left out")
            else:
                yield Done(job, tuple(json.dumps(a.text) for a in job.articles))

    monkeypatch.setattr(commands_run, "_finished", finished)
    return seen


def _input(tmp_path, *texts):
    path = tmp_path / "in.jsonl"
    rows = [json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(texts)]
    path.write_text("\n".join(rows), encoding="utf-8")
    return str(path)


def test_lines_come_in_input_order(tmp_path, work, capsys):
    assert main(["run", _input(tmp_path, *TEXTS)]) == 0
    assert capsys.readouterr().out.splitlines() == [json.dumps(text) for text in TEXTS]


def test_what_was_finished_before_ctrl_c_is_kept_and_not_done_again(
    tmp_path, work, capsys, monkeypatch
):
    given, out = _input(tmp_path, "Rain fell.", "Now stop.", "Hail fell."), tmp_path / "out.jsonl"
    assert main(["run", given, "--out", str(out)]) == 130
    assert "1 of 3 articles are kept; the same command goes on" in capsys.readouterr().err
    assert not out.exists()

    def finished(jobs, options, workers):
        for job in jobs:
            work.extend(article.id for article in job.articles)
            yield Done(job, tuple(json.dumps(a.text) for a in job.articles))

    monkeypatch.setattr(commands_run, "_finished", finished)
    work.clear()
    assert main(["run", given, "--out", str(out)]) == 0
    assert "1 of 3 articles were finished before" in capsys.readouterr().err
    assert len(work) == 2
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_story_that_is_done_anew_is_not_written_as_it_was_before(
    tmp_path, work, capsys, monkeypatch
):
    given, out = _input(tmp_path, "Now stop.", "A poison.", "Hail fell."), tmp_path / "out.jsonl"
    stories = [("a0", "A", "Rain fell."), ("b0", "B", "A poison."), ("b1", "B", "Now stop.")]
    rows = [json.dumps({"id": a, "story": s, "text": text}) for a, s, text in stories]
    (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert main(["run", given, "--out", str(out)]) == 130

    def finished(jobs, options, workers):
        for job in jobs:
            yield Done(job, tuple(json.dumps(a.text) for a in job.articles))

    monkeypatch.setattr(commands_run, "_finished", finished)
    assert main(["run", given, "--out", str(out)]) == 0
    found = out.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in found] == [text for _, _, text in stories]


def test_other_texts_or_choices_do_not_go_on_from_there(tmp_path, work):
    out = str(tmp_path / "out.jsonl")
    main(["run", _input(tmp_path, "Rain fell.", "Now stop."), "--out", out])
    work.clear()
    main(["run", _input(tmp_path, "Rain fell.", "Now stop."), "--no-clean", "--out", out])
    assert len(work) == 2
    work.clear()
    main(["run", _input(tmp_path, "Rain fell again.", "Now stop."), "--out", out])
    assert len(work) == 2


def test_an_article_that_was_given_up_is_named_and_the_others_are_there(tmp_path, work, capsys):
    assert main(["run", _input(tmp_path, "Rain fell.", "A poison.", "Hail fell.")]) == 3
    found = capsys.readouterr()
    assert len(found.out.splitlines()) == 2
    assert re.search(r"refused: .*: its worker was ended by SIGKILL, 2 times; left out", found.err)


def test_an_article_on_which_the_analysis_breaks_down_is_named_and_the_others_are_there(
    tmp_path, monkeypatch, capsys
):
    def lines_of(job, options):
        texts = [article.text for article in job.articles]
        if "Snow fell." in texts:
            raise KeyError
        return [json.dumps(text) for text in texts]

    monkeypatch.setattr(commands_run, "lines_of", lines_of)
    assert main(["run", _input(tmp_path, *TEXTS)]) == 3
    found = capsys.readouterr()
    assert found.out.splitlines() == ['"Rain fell."', '"Hail fell."']
    reason = r"the analysis broke down on it \(KeyError\); please report it"
    assert re.search(rf"refused: .*a1: {reason}", found.err)


def test_tables_can_be_written_to_the_folder_one_is_in(tmp_path, work, capsys, monkeypatch):
    given, here = _input(tmp_path, "Now stop."), tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert main(["run", given, "--format", "csv", "--out", "."]) == 130
    [kept] = tmp_path.glob(".here.*.part")
    assert kept.is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="files are not locked there")
def test_the_same_command_is_not_run_twice_at_once(tmp_path, work, capsys):
    given, out = _input(tmp_path, "Rain fell.", "Now stop."), str(tmp_path / "out.jsonl")
    main(["run", given, "--out", out])
    [kept] = tmp_path.glob(".out.jsonl.*.part")
    capsys.readouterr()
    with Journal(kept):
        assert main(["run", given, "--out", out]) == 1
    assert "the same command is already running" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_of_workers_is_one_or_more(number, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["run", "x.txt", "--workers", number])
    assert "--workers" in capsys.readouterr().err


@pytest.mark.model
def test_a_worker_process_finds_what_this_process_finds(tmp_path, capsys):
    given = _input(tmp_path, *TEXTS)
    main(["run", given])
    here = capsys.readouterr().out
    main(["run", given, "--workers", "1"])
    assert capsys.readouterr().out == here
