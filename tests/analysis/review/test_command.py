import json

import pytest

from analysis import commands_review, library
from analysis.cli import main
from analysis.errors import InputError
from analysis.review import Severity
from analysis.review.drafts import beside as articles_beside
from analysis.review.drafts import read_draft
from analysis.stories import Story
from analysis.types import Article
from tests.analysis.review.drafts import beside
from tests.analysis.review.test_engine import SENTENCE, harmed
from tests.analysis.review.test_profile import HEAD


@pytest.fixture
def desk(monkeypatch, tmp_path):
    """Return a draft on disk, reviewed by plain text search instead of a language model."""
    path = tmp_path / "draft.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    story = Story("harbour", "Harbour", (Article("a", "Calm.", outlet="Post"),))
    monkeypatch.setattr(library, "load_story", lambda _: story)
    made = beside(harmed(SENTENCE))
    monkeypatch.setattr(commands_review, "annotated", lambda *_, **__: made)
    return path


def run(path, *more):
    return main(["review", str(path), "--against", "harbour", *more])


def test_something_to_check_exits_with_3(desk, capsys):
    assert run(desk) == 3
    told = capsys.readouterr()
    assert "[check] Two men were killed." in told.out
    assert "1 finding: 0 must, 1 check, 0 notes" in told.err


@pytest.mark.parametrize(("severity", "status"), [("must", 4), ("note", 0), ("off", 0)])
def test_house_decides_the_exit_status(desk, tmp_path, severity, status):
    profile = tmp_path / "desk.toml"
    profile.write_text(
        HEAD + f'[[checks]]\nid = "harm.agentless"\nseverity = "{severity}"\n', encoding="utf-8"
    )
    assert run(desk, "--profile", str(profile)) == status


def test_example_profile_goes_by_its_id(desk):
    assert run(desk, "--profile", "agency") == 3


def test_broken_profile_is_a_failure_with_its_line(desk, tmp_path, capsys):
    profile = tmp_path / "desk.toml"
    profile.write_text("id = ", encoding="utf-8")
    assert run(desk, "--profile", str(profile)) == 1
    assert "desk.toml: not valid TOML" in capsys.readouterr().err


def test_wrong_use_is_2(desk):
    with pytest.raises(SystemExit) as left:
        main(["review", str(desk)])
    assert left.value.code == 2


@pytest.mark.parametrize("kind", ["json", "sarif"])
def test_other_forms_are_valid_json(desk, capsys, kind):
    run(desk, "--format", kind)
    found = json.loads(capsys.readouterr().out)
    rows = found["runs"][0]["results"] if kind == "sarif" else [found]
    assert len(rows) == 1


def test_csv_has_a_line_a_finding(desk, capsys):
    run(desk, "--format", "csv")
    assert capsys.readouterr().out.count("\n") == 2


def test_every_severity_has_an_exit_status():
    assert set(commands_review.EXIT) == {None, *Severity}


def test_draft_that_is_missing_or_a_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_draft(tmp_path / "none.txt")
    with pytest.raises(InputError, match="name one file"):
        read_draft(tmp_path)


def test_several_articles_in_one_file_are_refused(tmp_path):
    path = tmp_path / "two.jsonl"
    rows = [{"id": str(n), "text": f"The harbour is closed on day {n}."} for n in (1, 2)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(InputError, match="2 articles"):
        read_draft(path)


def test_draft_itself_and_its_outlet_are_left_out():
    draft = Article("d", "The harbour\nis closed.")
    same = Article("a", "The harbour is  closed.", outlet="Post")
    own = Article("b", "Rain.", outlet="Courier")
    third = Article("c", "Sun.", outlet="Echo")
    found = articles_beside(draft, [same, own, third], "Courier")
    assert found.same == ("Post",)
    assert found.articles == (third,)
