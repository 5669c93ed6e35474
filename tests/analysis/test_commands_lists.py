import pytest

from analysis import commands_lists
from analysis.cli import main
from analysis.own_lists import kept
from analysis.result import StoryAnalysis
from analysis.stories import Story
from tests.analysis.factories import annotated

RAIN = """
id = "rain"
label = "Rain"
[[sides]]
id = "wet"
label = "wet words"
[[sides]]
id = "dry"
label = "dry words"
[[terms]]
side = "wet"
lemma = "rain*"
"""


@pytest.fixture
def rain(tmp_path):
    path = tmp_path / "rain.toml"
    path.write_text(RAIN, encoding="utf-8")
    return path


def test_lists_names_every_list_with_pack_and_version(rain, capsys):
    main(["lists", "add", str(rain)])
    capsys.readouterr()
    assert main(["lists"]) == 0
    lines = capsys.readouterr().out.splitlines()
    first = [line.split()[:3] for line in lines]
    assert ["troops", "unrest", "1.0.0"] in first
    assert first[-1] == ["rain", "own", "1"]


def test_an_added_list_is_kept_exported_and_removed(rain, capsys):
    assert main(["lists", "add", str(rain)]) == 0
    assert "kept 'rain' with 1 entries" in capsys.readouterr().err
    assert dict(kept()) == {"rain": RAIN}
    assert main(["lists", "export", "rain"]) == 0
    assert capsys.readouterr().out == RAIN
    assert main(["lists", "remove", "rain"]) == 0
    assert dict(kept()) == {}


def test_a_shipped_list_is_exported_as_toml(capsys):
    assert main(["lists", "export", "troops"]) == 0
    assert capsys.readouterr().out.startswith('id = "troops"\nversion = "1')


def test_a_shipped_list_cannot_be_removed(capsys):
    assert main(["lists", "remove", "troops"]) == 1
    assert "no list of yours is called 'troops'" in capsys.readouterr().err


def test_an_unknown_list_names_those_there_are(capsys):
    assert main(["lists", "export", "sun"]) == 1
    assert "no list is called 'sun'; there are: " in capsys.readouterr().err


def test_a_broken_list_is_refused_with_its_line(rain, capsys):
    rain.write_text(RAIN.replace("rain*", "r*"), encoding="utf-8")
    assert main(["lists", "add", str(rain)]) == 1
    assert "error: rain.toml:10: [[terms]] 1: 'lemma' has fewer" in capsys.readouterr().err
    assert dict(kept()) == {}


def test_a_kept_list_that_cannot_be_read_is_named(rain, capsys, monkeypatch):
    main(["lists", "add", str(rain)])
    monkeypatch.setattr(commands_lists.own_lists, "read_own", lambda _: ((), {"rain": "rain: bad"}))
    capsys.readouterr()
    assert main(["lists"]) == 0
    assert capsys.readouterr().err == "not searched: rain: bad\n"


def test_preview_shows_matches_and_keeps_nothing(rain, capsys, monkeypatch):
    found = annotated("It rained. The sun came.", outlet="Post")
    analysis = StoryAnalysis(Story("flood", "Flood", (found.article,)), (found,))
    monkeypatch.setattr(commands_lists, "load_analysis", lambda _: analysis)
    assert main(["lists", "preview", str(rain), "--story", "flood"]) == 0
    captured = capsys.readouterr()
    assert "It  | rained | ." in captured.out
    assert "Post: wet words: 1" in captured.err
    assert "1 matches. Matched by spelling and base form only" in captured.err
    assert dict(kept()) == {}
