"""Worker processes that do their jobs, and that die at them."""

import sys
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from analysis.attempts import MAX_TRIES
from analysis.errors import WorkerError
from analysis.jobs import CPU_SECONDS, jobs
from analysis.parallel import Pool
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


def test_an_error_that_nobody_foresaw_is_the_reason_and_costs_no_worker(capfd):
    with _pool(1, "!") as pool:
        finished = pool.done(jobs(_articles("one", "fail", "three")))
        first = next(finished)
        processes = [worker.process for worker in pool._workers]
        done = [first, *finished]
        assert [worker.process for worker in pool._workers] == processes
    assert _lines(done) == {0: "ONE!", 2: "THREE!"}
    [refused] = [each for each in done if each.refusal]
    assert refused.refusal == "the analysis broke down on it (KeyError); please report it"
    assert capfd.readouterr().err == ""


@unix
def test_an_article_that_kills_its_worker_is_left_out_of_its_story():
    done = _done(_articles("one", "kill", "three", story="s"), n=1)
    assert [(each.job.places, bool(each.refusal)) for each in done] == [
        ((1,), True),
        ((0, 2), False),
    ]
    assert _lines(done[1:]) == {0: "ONE!", 2: "THREE!"}


@unix
def test_when_every_worker_dies_the_run_stops_and_says_why_and_what_to_do(monkeypatch):
    monkeypatch.setattr("analysis.parallel.MAX_LOST", 2)
    message = r"5 worker processes ended in a row; the last one: .*SIGKILL.*memory.*goes on"
    with pytest.raises(WorkerError, match=message):
        _done(_articles(*["kill"] * 5), n=2)


@unix
def test_what_died_after_the_last_success_is_not_refused_when_the_run_stops(monkeypatch):
    monkeypatch.setattr("analysis.parallel.MAX_LOST", 3)
    articles = _articles(*(f"{n} {'x' * 19_000}" for n in range(2)), *["kill"] * 3)
    finished = []
    with _pool(1, "!") as pool, pytest.raises(WorkerError):
        finished.extend(pool.done(jobs(articles)))
    assert [(each.job.places, each.refusal) for each in finished] == [((0,), ""), ((1,), "")]


@unix
def test_an_article_is_not_to_blame_for_a_worker_that_does_not_get_ready(tmp_path):
    work = sys.modules["parallel_work"]
    prepare = partial(work.end_thrice, str(tmp_path))
    with Pool(work.shout, prepare, "!", 1) as pool:
        [done] = pool.done(jobs(_articles("one")))
    assert (done.lines, done.refusal) == (("ONE!",), "")


def test_workers_that_end_before_they_take_a_job_are_counted_and_say_why(monkeypatch):
    monkeypatch.setattr("analysis.parallel.MAX_LOST", 2)
    work = sys.modules["parallel_work"]
    # A worker that cannot be made ready, and more than a pipe holds: it ends as the job is given.
    prepare, text = partial(int, "a word"), "x" * 5_000_000
    with (
        Pool(work.shout, prepare, "!", 1) as pool,
        pytest.raises(WorkerError, match=r"3 worker processes .*: ValueError: .* 'a word'"),
    ):
        list(pool.done(jobs(_articles(text))))


@pytest.fixture
def busy(tmp_path, monkeypatch):
    """Return work that is too long for what its workers may take: hardly any time."""
    (tmp_path / "busy_work.py").write_text(
        "import time\n"
        "from analysis import parallel\n"
        "def hurry():\n"
        "    parallel.CPU_SECONDS = 0\n"
        "def count(job, options):\n"
        "    while time.process_time() < 10: pass\n"
        "    return ['counted']\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return import_module("busy_work")


@unix
def test_too_much_processor_time_is_named(busy):
    with Pool(busy.count, busy.hurry, "", 1) as pool:
        [done] = pool.done(jobs(_articles("one")))
    assert done.refusal.startswith(f"took more than {CPU_SECONDS} seconds of processor time")


def test_a_worker_that_gives_no_answer_is_ended_and_its_article_named(monkeypatch):
    monkeypatch.setattr("analysis.parallel.PATIENCE", 0.05)
    long = "x" * 19_000
    done = _done(_articles(f"one {long}", "wait", f"three {long}"))
    assert sorted(_lines(done)) == [0, 2]
    [reason] = [each.refusal for each in done if each.refusal]
    assert reason == (
        "its worker gave no answer in 3.0 seconds for each article, 2 times; left out"
    )


@unix
def test_leaving_the_pool_ends_its_workers():
    with _pool(2) as pool:
        finished = pool.done(jobs(_articles(*(f"{n} {'x' * 19_000}" for n in range(2)), "wait")))
        next(finished)
        processes = [worker.process for worker in pool._workers]
    finished.close()
    assert processes
    assert not any(process.is_alive() for process in processes)
