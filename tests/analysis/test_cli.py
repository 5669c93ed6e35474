import json

import pandas as pd
import pytest

from analysis.cli import main

TEXT = "Troops leave\n\nThe troops left the city on Monday, the ministry said. Peace came.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.model
def test_run_writes_one_record_a_line_to_stdout_and_nothing_else(folder, capsys):
    assert main(["run", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["text"] for line in lines] == [TEXT]


@pytest.mark.model
def test_run_names_refused_files_and_analyses_the_others(folder, capsys):
    (folder / "b.txt").write_bytes(b"")
    assert main(["run", str(folder)]) == 3
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert "refused: b.txt: the file is empty" in captured.err


@pytest.mark.model
@pytest.mark.parametrize(("kind", "read"), [("csv", pd.read_csv), ("parquet", pd.read_parquet)])
def test_run_writes_one_table_a_file(folder, tmp_path, kind, read):
    out = tmp_path / "out"
    assert main(["run", str(folder / "a.txt"), "--format", kind, "--out", str(out)]) == 0
    assert read(out / f"sentences.{kind}")["article_id"].tolist() == ["a", "a", "a"]
    assert {path.stem for path in out.iterdir()} == {
        "articles",
        "blocks",
        "sentences",
        "quotes",
        "terms",
        "wordings",
        "labels",
        "figures",
        "agency",
        "statements",
        "measures",
    }


@pytest.mark.model
def test_no_clean_and_story_reach_the_record(folder, capsys):
    main(["run", str(folder), "--no-clean", "--story", "leaving"])
    record = json.loads(capsys.readouterr().out)
    assert record["article"]["story"] == "leaving"
    assert [b["kind"] for b in record["blocks"]] == ["body"]


@pytest.mark.model
def test_table_prints_a_comparison_of_any_articles(folder, capsys):
    assert main(["table", "framing", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("outlet,articles,contrast,side,voice,k,n,share")


@pytest.mark.model
def test_kwic_shows_the_match_in_its_sentence(folder, capsys):
    assert main(["kwic", "troop*", str(folder)]) == 0
    captured = capsys.readouterr()
    assert "The | troops | left the city" in captured.out
    assert "2 matches in 1 articles" in captured.err


def test_tables_need_a_folder(folder, capsys):
    assert main(["run", str(folder), "--format", "csv"]) == 2
    assert "add --out FOLDER" in capsys.readouterr().err


def test_missing_input_is_a_one_line_error(capsys):
    assert main(["run", "nowhere.txt"]) == 1
    assert capsys.readouterr().err == (
        "error: nowhere.txt: no such file or folder; check the name\n"
    )


def test_unknown_table_is_a_usage_error():
    with pytest.raises(SystemExit) as stop:
        main(["table", "bias", "kazakhstan-2022"])
    assert stop.value.code == 2


def test_explain_lists_keys_and_explains_one(capsys):
    assert main(["explain"]) == 0
    assert "troops" in capsys.readouterr().out.splitlines()
    assert main(["explain", "troops"]) == 0
    assert "peacekeeping" in capsys.readouterr().out


def test_explain_offers_the_nearest_key(capsys):
    assert main(["explain", "trops"]) == 1
    assert "did you mean: troops" in capsys.readouterr().err


def test_validate_lists_every_problem(folder, capsys):
    (folder / "b.txt").write_bytes(b"\x00")
    (folder / "list.toml").write_text("id = 1", encoding="utf-8")
    assert main(["validate", str(folder), str(folder / "list.toml")]) == 3
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "b.txt: not a text file (it holds NUL bytes); save it as plain text in UTF-8",
        "list.toml: list.toml: 'id' is missing or empty; write it as a text in quotation marks",
    ]
    assert "1 articles readable, 2 problems" in captured.err


def test_validate_is_content_with_good_input(folder):
    assert main(["validate", str(folder)]) == 0


def test_version_names_what_decides_the_numbers(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert "model: en_core_web_sm" in out
    assert "contrasts/unrest/troops: 1" in out


@pytest.mark.model
@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_an_unwritable_place_is_a_one_line_error(folder, capsys, kind):
    out = folder / "a.txt" if kind == "csv" else folder
    assert main(["run", str(folder / "a.txt"), "--format", kind, "--out", str(out)]) == 1
    assert capsys.readouterr().err.startswith("error: ")


@pytest.mark.model
def test_an_output_file_appears_whole_or_not_at_all(folder):
    out = folder / "out.jsonl"
    assert main(["run", str(folder / "a.txt"), "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["text"] == TEXT
    assert not list(folder.glob("*.part"))


def test_when_all_is_refused_nothing_is_said_to_be_analysed(tmp_path, capsys):
    (tmp_path / "b.txt").write_bytes(b"")
    assert main(["run", str(tmp_path)]) == 3
    assert "1 refused; nothing was analysed" in capsys.readouterr().err
