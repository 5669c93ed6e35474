from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import nullcontext
from threading import Barrier, BrokenBarrierError
from types import SimpleNamespace

import pytest

from analysis import corpus_engine
from analysis.corpus_engine import Engine
from analysis.errors import InputError
from tests.analysis.batches import article, written


@pytest.fixture
def engine(tmp_path):
    made = Engine(written(tmp_path, [article(1)], [article(2)]))
    yield made
    made.close()


def test_a_table_lies_in_as_many_files_as_there_are_parts(engine):
    assert len(engine.files("articles")) == 2
    assert engine.files("articles", [1]) == engine.files("articles")[1:]


def test_all_parts_of_a_table_are_asked_together(engine):
    question = "SELECT article_id FROM read_parquet(?) ORDER BY article_id"
    assert engine.asked(question, [engine.files("articles")]) == [("a1",), ("a2",)]


def test_too_little_memory_is_not_taken_for_a_damaged_file(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus_engine, "MEMORY", "10MB")
    small = Engine(written(tmp_path, [article(1)]))
    with pytest.raises(InputError, match="needs more than 10MB of memory"):
        small.asked("SELECT list(range) FROM range(10_000_000)")
    small.close()


def test_more_questions_than_can_be_answered_at_once_wait_for_their_turn(engine, monkeypatch):
    meeting = Barrier(corpus_engine.AT_ONCE + 1)

    class Cursor:
        def execute(self, *_):
            meeting.wait(timeout=1)  # returns only if one too many comes in

    connection = SimpleNamespace(cursor=lambda: nullcontext(Cursor()))
    with monkeypatch.context() as patch, ThreadPoolExecutor(meeting.parties) as sessions:
        patch.setattr(engine, "_connection", connection)
        found = [sessions.submit(engine.asked, "") for _ in range(meeting.parties)]
        wait(found)
    assert [type(each.exception()) for each in found] == [BrokenBarrierError] * meeting.parties
