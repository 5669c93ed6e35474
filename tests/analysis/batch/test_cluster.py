import http.client
import json
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import dask.config
import duckdb
import pytest
from distributed import Client, KilledWorker, LocalCluster

from analysis.batch import cluster
from analysis.batch import job as job_module
from analysis.batch.analyst import Limits
from analysis.batch.cluster import TOO_DEADLY, Work, connected
from analysis.batch.fingerprint import fingerprint
from analysis.batch.job import Job, run
from analysis.batch.messages import article_line
from analysis.batch.partitions import Partition, packed
from analysis.cli import main
from analysis.collect import collect
from analysis.errors import BatchError, InputError
from analysis.pipeline import analyse_articles
from analysis.tables import TIDY, tidy
from analysis.types import Article
from tests.analysis.batch.conftest import STUB

pytestmark = [
    pytest.mark.enable_socket,
    # What Dask leaves open for the garbage collector is not ours.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def scheduler():
    stub = str(Path(__file__).parent / "stub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", stub)
        with connected(None, 2) as client:
            yield client.scheduler.address


@pytest.fixture
def batch(tmp_path, scheduler):
    """Run a batch with the stub and return its manifest."""

    def go(*inputs, out="out", rows=4, **more):
        given = {"scheduler": scheduler, "analyse": STUB, "limits": Limits(cpu_seconds=2)}
        return run(Job(inputs, str(tmp_path / out), rows=rows, **{**given, **more}))

    return go


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refused(folder):
    return [json.loads(line) for line in (folder / "refused.jsonl").read_text().splitlines()]


def test_every_row_is_there_once(batch, table, rows, tmp_path):
    manifest = batch(table(*rows(10)))
    assert (manifest.is_finished, manifest.articles, manifest.refused) == (True, 10, 0)
    assert len(manifest.parts) == 3
    found = duckdb.sql(f"FROM '{tmp_path}/out/sentences/*.parquet' ORDER BY text").fetchall()
    assert [row[0] for row in found] == [f"a{i}" for i in range(10)]


def test_a_second_run_does_nothing_and_changes_nothing(batch, table, rows, tmp_path, monkeypatch):
    path = table(*rows(10))
    batch(path)
    before = contents(tmp_path / "out")
    monkeypatch.setattr(job_module, "connected", None)
    batch(path)
    assert contents(tmp_path / "out") == before


def test_only_what_is_missing_is_made_again(batch, table, rows, tmp_path):
    path = table(*rows(10))
    manifest = batch(path)
    before = contents(tmp_path / "out")
    (tmp_path / f"out/done/part-{manifest.parts[1]}.json").unlink()
    (tmp_path / f"out/sentences/part-{manifest.parts[1]}.parquet").unlink()
    batch(path)
    assert contents(tmp_path / "out") == before


def test_a_worker_killed_in_the_middle_changes_no_byte(batch, table, rows, tmp_path):
    plain = rows(10)
    mark = tmp_path / "killed"
    plain[5]["text"] = f"The table. ORDER once {mark} worker"
    path = table(*plain)
    batch(path, out="killed-out")
    assert mark.exists()
    batch(path, out="quiet-out")
    assert contents(tmp_path / "killed-out") == contents(tmp_path / "quiet-out")


def test_an_article_that_kills_every_worker_is_set_aside_alone(batch, table, rows, tmp_path):
    deadly = {"id": "bad", "text": "ORDER deadly"}
    manifest = batch(table(*rows(1), deadly), rows=6)
    assert (manifest.articles, manifest.refused) == (1, 1)
    assert refused(tmp_path / "out") == [{"where": "news.jsonl:2 (bad)", "reason": TOO_DEADLY}]


def test_workers_killed_from_outside_again_and_again_cost_no_article(batch, table, rows, tmp_path):
    plain = rows(10)
    for number in (4, 5, 6):
        plain[number]["text"] = f"The table. ORDER once {tmp_path / str(number)} worker"
    path = table(*plain)
    assert batch(path, out="killed-out").refused == 0
    assert (tmp_path / "6").exists()
    batch(path, out="quiet-out")
    assert contents(tmp_path / "killed-out") == contents(tmp_path / "quiet-out")


def test_a_deadly_article_costs_no_other_partition(batch, table, rows, tmp_path):
    deadly = {"id": "bad", "text": "ORDER deadly"}
    manifest = batch(table(*rows(3), deadly, *rows(4, "z")), rows=1)
    assert (manifest.articles, manifest.refused) == (7, 1)
    assert [each["where"] for each in refused(tmp_path / "out")] == ["news.jsonl:4 (bad)"]


def test_a_part_on_which_workers_keep_dying_is_set_aside_in_the_end(monkeypatch):
    partition = Partition("k", ("a:1", "a:2"), packed(map(article_line, map(Article, "ab", "xy"))))
    work = Work(Gone(), "out", "x")
    both = {"a": TOO_DEADLY, "b": TOO_DEADLY}
    monkeypatch.setattr(Work, "_kill", lambda *_: False)
    assert [work._deadly(partition) for _ in range(4)] == [{}, {}, both, both]
    work = Work(Gone(), "out", "x")
    monkeypatch.setattr(Work, "_kill", lambda _, articles: "a" in [one.id for one in articles])
    only = {"a": TOO_DEADLY}
    assert [work._deadly(partition) for _ in range(4)] == [only, only, only, both]


def test_a_part_that_is_lost_with_its_worker_and_kills_the_next_ones_is_tried_apart(
    batch, table, rows, tmp_path, monkeypatch
):
    class Lost:
        """A task that was done, whose result went with its worker and cannot be made anew."""

        def exception(self):
            return None

        def cancelled(self):
            return False

        def result(self):
            raise KilledWorker(task="task", last_worker=None, allowed_failures=1)

    with pytest.raises(KilledWorker):
        cluster._made(Lost())
    made, lost = cluster._made, [Lost()]
    with monkeypatch.context() as patch:
        patch.setattr(cluster, "_made", lambda future: made(lost.pop() if lost else future))
        batch(table(*rows(10)), out="lost")
    batch(table(*rows(10)), out="quiet")
    assert contents(tmp_path / "lost") == contents(tmp_path / "quiet")


def test_our_own_cluster_never_gives_a_worker_up_that_starts_anew(scheduler):
    assert dask.config.get("distributed.deploy.lost-worker-timeout") == "1000 days"


def test_parts_are_not_removed_where_an_input_was_not_read(batch, table, rows, tmp_path):
    path = table(*rows(5))
    manifest = batch(path)
    Path(path).write_bytes(b"")
    with pytest.raises(
        BatchError, match=r"not read to the end: news.jsonl: .* nothing was removed"
    ):
        batch(path)
    kept = {f"part-{key}.parquet" for key in manifest.parts}
    assert {each.name for each in (tmp_path / "out/sentences").iterdir()} == kept
    table(*rows(5))
    assert batch(path) == manifest


def test_an_input_that_never_could_be_read_keeps_nothing_from_being_replaced(
    batch, table, rows, tmp_path
):
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    assert batch(table(*rows(5)), str(empty)).unread == ("empty.csv",)
    assert batch(table(*rows(3)), str(empty)).articles == 3


def test_bad_articles_never_fail_the_batch(batch, table, rows, tmp_path):
    bad = [{"id": name, "text": f"ORDER {name}"} for name in ("fail", "crash")]
    manifest = batch(table(*rows(3), *bad, *rows(3, "z"), *rows(1)))
    assert (manifest.articles, manifest.refused) == (6, 3)
    assert [each["where"] for each in refused(tmp_path / "out")] == [
        "news.jsonl:9",
        "news.jsonl:4 (fail)",
        "news.jsonl:5 (crash)",
    ]


def test_changed_inputs_leave_no_outdated_rows(batch, table, rows, tmp_path):
    batch(table(*rows(10)))
    manifest = batch(table(*rows(11)))
    n = duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/out/articles/*.parquet'").fetchall()
    assert (manifest.articles, n) == (11, [(11,)])


def test_a_folder_of_other_inputs_is_not_overwritten(batch, table, rows):
    batch(table(*rows(1), name="monday.jsonl"))
    with pytest.raises(InputError, match=r"result of monday.jsonl, which is not among the inputs"):
        batch(table(*rows(1), name="tuesday.jsonl"))


def test_interrupted_work_stays_and_is_gone_on_with(batch, table, rows, tmp_path, monkeypatch):
    path = table(*rows(10))
    take = job_module._Made.take

    def interrupted(made, partition, record):
        take(made, partition, record)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(job_module._Made, "take", interrupted)
        with pytest.raises(KeyboardInterrupt):
            batch(path)
    assert list((tmp_path / "out/done").iterdir())
    assert json.loads((tmp_path / "out/manifest.json").read_text())["is_finished"] is False
    assert batch(path).articles == 10
    batch(path, out="quiet")
    assert contents(tmp_path / "out") == contents(tmp_path / "quiet")


def test_a_scheduler_killed_and_started_anew_changes_no_byte(
    batch, table, rows, tmp_path, monkeypatch
):
    path = table(*rows(10))
    take = job_module._Made.take
    with own_scheduler(tmp_path) as (address, process), monkeypatch.context() as patch:

        def struck(made, partition, record):
            take(made, partition, record)
            process.kill()

        patch.setattr(job_module._Made, "take", struck)
        with pytest.raises(BatchError, match="connection to the scheduler was lost"):
            batch(path, scheduler=address, out="struck")
    assert len(list((tmp_path / "struck/done").iterdir())) < 3
    with own_scheduler(tmp_path) as (address, _):
        assert batch(path, scheduler=address, out="struck").is_finished
    batch(path, out="quiet")
    assert contents(tmp_path / "struck") == contents(tmp_path / "quiet")


class Gone:
    """A client that takes its scheduler to be there, and has no answer from it."""

    status = "running"
    loop = object()

    def register_plugin(self, plugin):
        pass

    def nthreads(self):
        message = "Timed out trying to connect"
        raise OSError(message)

    def cancel(self, futures):
        self.nthreads()


def test_a_scheduler_that_only_seems_to_be_there_is_lost():
    with pytest.raises(BatchError, match="connection to the scheduler was lost"):
        list(Work(Gone(), "out", "x").records(iter(["a partition"])))


@contextmanager
def own_scheduler(folder):
    """Start a scheduler and a worker as docs/batch.md does; yield the address and the first."""
    told = folder / "scheduler.json"
    told.unlink(missing_ok=True)
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    start += ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", told]
    work = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", told]
    work += ["--host", "127.0.0.1", "--nthreads", "1", "--nworkers", "1", "--no-dashboard"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    with subprocess.Popen(start, **quiet) as scheduler, subprocess.Popen(work, **quiet) as worker:
        try:
            with Client(scheduler_file=str(told), timeout=60, set_as_default=False) as client:
                client.wait_for_workers(1, timeout=60)
                address = client.scheduler.address
            yield address, scheduler
        finally:
            worker.terminate()
            scheduler.terminate()


def test_a_worker_with_other_versions_is_refused(batch, table, rows, monkeypatch):
    monkeypatch.setattr(job_module, "fingerprint", lambda: "another")
    with pytest.raises(BatchError, match="another version of Parallax"):
        batch(table(*rows(1)))


def test_no_scheduler_at_the_address_is_an_error(batch, table, rows, monkeypatch):
    monkeypatch.setattr("analysis.batch.cluster.ANSWER_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(BatchError, match="no Dask scheduler answers"):
        batch(table(*rows(1)), scheduler=f"tcp://127.0.0.1:{port}")


def test_results_go_to_any_file_system(batch, table, rows, tmp_path):
    with LocalCluster(1, processes=False, dashboard_address="127.0.0.1:0") as cluster:
        out = f"memory://{tmp_path.name}"
        given = {"analyse": STUB, "scheduler": cluster.scheduler_address}
        manifest = run(Job([table(*rows(3))], out, rows=2, **given))
        again = run(Job([table(*rows(3))], out, rows=2, **given))
    assert manifest == again
    assert (manifest.articles, len(manifest.parts)) == (3, 2)


def test_our_own_cluster_listens_on_loopback_only_and_shows_no_pages(scheduler):
    assert scheduler.startswith("tcp://127.0.0.1:")
    with connected(scheduler, 0) as client:
        info = client.scheduler_info()
    assert pages("127.0.0.1", info["services"]["dashboard"]) == [404, 404]
    for worker in info["workers"].values():
        assert (worker["host"], worker["nthreads"]) == ("127.0.0.1", 1)
        assert pages("127.0.0.1", worker["services"]["dashboard"]) == [404, 404]


def pages(host, port):
    """Return the status of the pages that Dask shows by default."""
    found = []
    for path in ("/info/main/workers.html", "/metrics"):
        connection = http.client.HTTPConnection(host, port, timeout=60)
        connection.request("GET", path)
        found.append(connection.getresponse().status)
        connection.close()
    return found


@pytest.mark.model
def test_the_command_finds_what_one_analysis_finds(scheduler, tmp_path, table, capsys):
    texts = [
        "Police said on Monday that three men were arrested. “We are safe,” Ann Lee said.",
        "The mayor, John Reed, told reporters that the bridge would close. He gave no date.",
    ]
    path = table(*({"id": f"m{i}", "text": text} for i, text in enumerate(texts)))
    status = main(["batch", path, str(tmp_path / "out"), "--scheduler", scheduler])
    assert status == 0
    assert "2 articles analysed" in capsys.readouterr().err
    found = tuple(analyse_articles(collect([Path(path)]).articles))
    for name in set(TIDY) - {"measures"}:
        rows = duckdb.sql(f"FROM '{tmp_path}/out/{name}/*.parquet'").df()
        assert rows.to_json(orient="records") == tidy(name, found).to_json(orient="records")
    measures = duckdb.sql(f"FROM '{tmp_path}/out/measures/*.parquet'").df()
    keys = ["article_id", "measure", "voice"]
    ours, theirs = (frame.sort_values(keys) for frame in (measures, tidy("measures", found)))
    assert ours.to_json(orient="records") == theirs.to_json(orient="records")


def test_refusals_give_the_exit_status_of_findings(scheduler, tmp_path, table, capsys, monkeypatch):
    monkeypatch.setattr("analysis.batch.job.ANALYSE", STUB)
    path = table({"id": "a", "url": "https://example.org/a"})
    assert main(["batch", path, str(tmp_path / "out"), "--scheduler", scheduler]) == 3
    assert "1 refused, each with its reason in refused.jsonl" in capsys.readouterr().err


def test_the_fingerprint_is_the_same_every_time():
    assert fingerprint() == fingerprint.__wrapped__()
