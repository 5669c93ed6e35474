"""Reading beside the page: items as they come, stopping, limits and breaking off."""

from __future__ import annotations

import threading

import pytest

from analysis.collect import Refused
from analysis.errors import InputError
from dashboard import reading, words_collect
from dashboard.reading import Reading

SOON = 20


def test_items_and_how_far_it_is_can_be_seen_while_it_goes_on():
    go_on = threading.Event()

    def start(tell):
        tell(1, 4, "one.txt")
        yield Refused("one.txt", "empty")
        go_on.wait(SOON)
        tell(4, 4, "two.txt")
        yield Refused("two.txt", "empty")

    found = Reading(start)
    while not found.state.n_items:
        pass
    assert (found.state.share, found.state.words, found.state.is_done) == (0.25, "one.txt", False)
    go_on.set()
    assert found.wait(SOON)
    assert (found.state.share, found.state.n_items, found.state.is_done) == (1.0, 2, True)
    assert found.result == ((Refused("one.txt", "empty"), Refused("two.txt", "empty")), ())


def test_stopping_keeps_what_was_read_and_closes_the_reader():
    closed, told = threading.Event(), threading.Event()

    def start(tell):
        try:
            yield Refused("one.txt", "empty")
            while True:
                tell(1, 2, "waiting")
                told.set()
        finally:
            closed.set()

    found = Reading(start)
    told.wait(SOON)
    found.stop()
    assert found.wait(SOON)
    assert closed.wait(SOON)
    assert found.result == ((Refused("one.txt", "empty"),), (words_collect.STOPPED,))


def test_more_items_than_a_page_keeps_are_not_read(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ITEMS", 3)
    found = Reading(lambda _: (Refused(str(n), "empty") for n in range(10)))
    assert found.wait(SOON)
    items, (notice,) = found.result
    assert len(items) == 3
    assert notice.startswith("The first 3 are shown here; the rest was not read.")


def test_an_error_is_told_in_its_own_words():
    def start(_):
        yield Refused("one.txt", "empty")
        message = "the reading process cannot be started"
        raise InputError(message)

    found = Reading(start)
    assert found.wait(SOON)
    assert found.result[1] == ("the reading process cannot be started",)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_ours_is_told_without_its_details_and_nothing_read_is_lost():
    def start(_):
        yield Refused("one.txt", "empty")
        detail = "secret detail"
        raise RuntimeError(detail)

    found = Reading(start)
    assert found.wait(SOON)
    assert found.result == ((Refused("one.txt", "empty"),), (words_collect.BROKE_OFF,))
    for thread in threading.enumerate():
        if thread.name == "reading":  # it ends with this test, not in the next one
            thread.join(SOON)


def test_addresses_are_taken_one_a_line_each_once():
    text = " https://a.example/1 \n\nhttps://b.example/2\nhttps://a.example/1\n"
    assert reading.addresses_of(text) == ("https://a.example/1", "https://b.example/2")
