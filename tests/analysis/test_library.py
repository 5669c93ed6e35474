from analysis.library import put_back, put_backs, undo_put_back
from analysis.types import Span


def test_put_backs_are_kept_per_story_and_article():
    put_back("flood", "a", 10, 20)
    put_back("flood", "a", 2, 5)
    put_back("fire", "a", 0, 1)
    assert put_backs("flood") == {"a": (Span(2, 5), Span(10, 20))}


def test_putting_back_twice_is_once():
    put_back("flood", "a", 10, 20)
    put_back("flood", "a", 10, 20)
    assert put_backs("flood") == {"a": (Span(10, 20),)}


def test_a_put_back_can_be_undone():
    put_back("flood", "a", 10, 20)
    undo_put_back("flood", "a", 10, 20)
    assert put_backs("flood") == {}


def test_reading_an_empty_library_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "none"))
    assert put_backs("flood") == {}
    assert not (tmp_path / "none").exists()
