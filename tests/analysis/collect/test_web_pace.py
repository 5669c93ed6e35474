"""How often pages are asked for, and that no site is read twice at once."""

import threading

import pytest

from analysis.collect.web import pace as pace_module
from analysis.collect.web.clock import Clock
from analysis.collect.web.pace import PER_MINUTE, Pace
from analysis.collect.web.rules import FetchError, Rule


@pytest.fixture
def clock(monkeypatch):
    """Let a test say what time it is."""
    now = [1000.0]
    monkeypatch.setattr(pace_module.time, "monotonic", lambda: now[0])
    return now


def test_ten_pages_a_minute_are_fetched_and_the_eleventh_is_not(clock):
    pace = Pace()
    for _ in range(PER_MINUTE):
        pace.count()
    clock[0] += 20
    with pytest.raises(FetchError, match=r"10 pages .* try again in 40 seconds") as caught:
        pace.count()
    assert (caught.value.rule, PER_MINUTE) == (Rule.PACE, 10)


def test_a_minute_later_there_is_a_turn_again(clock):
    pace = Pace(1)
    pace.count()
    clock[0] += 59.5
    assert pace.wait_seconds() == 0.5
    clock[0] += 0.5
    assert pace.wait_seconds() == 0
    pace.count()


def test_two_readers_of_one_site_take_turns():
    pace, inside, most = Pace(), [], []
    lock = threading.Lock()

    def read():
        for _ in range(50):
            with pace.alone("outlet.example", Clock(30)):
                with lock:
                    inside.append(1)
                    most.append(len(inside))
                with lock:
                    inside.pop()

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(most), max(most)) == (200, 1)


def test_a_site_that_is_being_read_is_waited_for_only_until_the_deadline():
    pace = Pace()
    with pace.alone("outlet.example", Clock(30)):
        with pytest.raises(FetchError) as caught, pace.alone("outlet.example", Clock(0.05)):
            pass
        with pace.alone("other.example", Clock(0.05)):
            pass
    assert caught.value.rule == Rule.TIME
