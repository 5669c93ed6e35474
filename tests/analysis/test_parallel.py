"""Worker processes that do their jobs, and that die at them."""

import os
import signal
import sys
from importlib import import_module
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from analysis.errors import WorkerError
from analysis.jobs import jobs
from analysis.parallel import CPU_SECONDS, MAX_TRIES, Pool, n_cores
from analysis.types import Article

unix = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


@pytest.fixture(autouse=True)
def work(monkeypatch):
    """Return what workers do here: they import it by its name."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return import_module("parallel_work")


def _pool(n, options=""):
    work = sys.modules["parallel_work"]
    return Pool(work.shout, work.nothing, options, n)


def _articles(*texts, story=None):
    return [Article(id=f"a{n}", text=text, story=story) for n, text in enumerate(texts)]


def _done(articles, n=2):
    with _pool(n, "!") as pool:
        return list(pool.done(jobs(articles)))


def _lines(done):
    return {p: line for each in done for p, line in zip(each.job.places, each.lines, strict=False)}


def test_every_job_is_done_once_whatever_the_number_of_workers():
    articles = _articles(*(f"{n} {'x' * 9_000}" for n in range(7)))
    expected = {n: article.text.upper() + "!" for n, article in enumerate(articles)}
    for n in (1, 3):
        done = _done(articles, n)
        assert sorted(p for each in done for p in each.job.places) == list(range(7))
        assert _lines(done) == expected


def test_no_jobs_need_no_workers():
    assert _done([]) == []


@unix
def test_articles_of_a_killed_worker_are_given_out_again(tmp_path):
    done = _done(_articles("one", f"kill once {tmp_path / 'mark'}", "three"))
    assert sorted(_lines(done)) == [0, 1, 2]
    assert not any(each.refusal for each in done)


@unix
def test_an_article_that_kills_its_worker_is_set_aside_and_the_others_are_done():
    done = _done(_articles("one", "kill", "three"))
    assert _lines(done) == {0: "ONE!", 2: "THREE!"}
    [refused] = [each for each in done if each.refusal]
    assert refused.job.places == (1,)
    assert refused.refusal == f"its worker was ended by SIGKILL, {MAX_TRIES} times; left out"


def test_an_error_that_nobody_foresaw_is_the_reason_and_no_traceback_is_shown(capfd):
    done = _done(_articles("one", "fail", "three"))
    [refused] = [each for each in done if each.refusal]
    assert "a word that nobody foresaw" in refused.refusal
    assert sorted(_lines(done)) == [0, 2]
    assert capfd.readouterr().err == ""


@unix
def test_a_story_stays_together_and_is_set_aside_as_a_whole():
    done = _done(_articles("one", "kill", story="s"), n=1)
    assert [(each.job.places, bool(each.refusal)) for each in done] == [((0, 1), True)]


@unix
def test_when_every_worker_dies_the_run_stops_and_says_so():
    with pytest.raises(WorkerError, match="ended in a row"):
        _done(_articles(*["kill"] * 30))


@unix
def test_too_much_processor_time_is_named(monkeypatch):
    with _pool(1) as pool:
        work = pool.done(jobs(_articles("wait")))
        monkeypatch.setattr("analysis.parallel.wait", _ends_first(pool))
        [done] = list(work)
    assert done.refusal.startswith(f"took more than {CPU_SECONDS} seconds of processor time")


def _ends_first(pool):
    def ending(pipes):
        for worker in pool._workers:
            os.kill(worker.process.pid, signal.SIGXCPU)
        return wait(pipes)

    return ending


@unix
def test_leaving_the_pool_ends_its_workers():
    with _pool(2) as pool:
        finished = pool.done(jobs(_articles(*(f"{n} {'x' * 19_000}" for n in range(2)), "wait")))
        next(finished)
        processes = [worker.process for worker in pool._workers]
    finished.close()
    assert processes
    assert not any(process.is_alive() for process in processes)


def test_the_cores_that_may_be_used_are_counted():
    assert 1 <= n_cores() <= (os.cpu_count() or 1)
