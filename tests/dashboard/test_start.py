"""python -m dashboard: where it listens, what it says, and when the port is taken."""

from __future__ import annotations

import socket
from itertools import pairwise

import pytest

from analysis import paths
from dashboard import __main__ as start
from tests.analysis.batches import article, written


@pytest.fixture
def started(monkeypatch):
    """Return the arguments the server is started with, instead of starting it."""
    calls: list[list[str]] = []
    monkeypatch.setattr(start, "streamlit", lambda command, **_: calls.append(command))
    monkeypatch.setattr(start, "is_free", lambda *_: True)
    return calls


def test_it_listens_on_this_computer_only_and_says_where(started, capsys):
    assert start.main([]) == 0
    assert "http://127.0.0.1:8501" in capsys.readouterr().out
    command = started[0]
    assert command[command.index("--server.address") + 1] == "127.0.0.1"
    assert command[command.index("--server.port") + 1] == "8501"


def test_it_answers_to_its_own_names_only(started):
    start.main([])
    command = started[0]
    allowed = [b for a, b in pairwise(command) if a == "--server.allowedHosts"]
    assert allowed == ["127.0.0.1", "localhost"]


@pytest.mark.parametrize(("is_terminal", "opens"), [(True, True), (False, False)])
def test_browser_is_opened_where_somebody_sits(started, monkeypatch, is_terminal, opens):
    monkeypatch.setattr(start.sys.stdout, "isatty", lambda: is_terminal)
    start.main([])
    assert (("--server.headless", "false") in pairwise(started[0])) is opens


def test_lan_says_that_everyone_can_read(started, capsys, monkeypatch):
    monkeypatch.setattr(start, "_lan_address", lambda: "192.0.2.7")
    start.main(["--lan", "--port", "9000"])
    out = capsys.readouterr().out
    assert "http://192.0.2.7:9000" in out
    assert "no login" in out
    assert "192.0.2.7" in started[0]


@pytest.mark.enable_socket
def test_taken_port_is_said_with_the_way_out(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert start.main(["--port", str(port)]) == start.TAKEN
    message = capsys.readouterr().err
    assert f"Port {port} is taken" in message
    assert f"--port {port + 1}" in message


@pytest.mark.parametrize("port", ["0", "70000", "x"])
def test_impossible_port_is_refused(port, capsys):
    with pytest.raises(SystemExit) as stop:
        start.main(["--port", port])
    assert stop.value.code == start.USAGE
    assert "port" in capsys.readouterr().err


@pytest.fixture
def no_batch(monkeypatch):
    """Let the test set the variable; what stood there before comes back."""
    monkeypatch.setenv(paths.BATCH, "")


def test_the_folder_of_a_batch_is_passed_to_the_pages(started, no_batch, tmp_path, monkeypatch):
    written(tmp_path / "result", [article(1)])
    monkeypatch.chdir(tmp_path)
    assert start.main(["--batch", "result"]) == 0
    assert paths.batch() == tmp_path / "result"
    assert "result" not in started[0]


def test_without_the_option_no_batch_is_shown(started, no_batch):
    start.main([])
    assert paths.batch() is None


@pytest.mark.parametrize(
    ("is_finished", "said"),
    [(None, "no manifest.json in result"), (False, "the batch in result is not finished")],
)
def test_a_folder_that_cannot_be_shown_is_refused_at_once(
    started, no_batch, tmp_path, capsys, is_finished, said
):
    if is_finished is not None:
        written(tmp_path / "result", [article(1)], is_finished=is_finished)
    with pytest.raises(SystemExit) as stop:
        start.main(["--batch", str(tmp_path / "result")])
    assert stop.value.code == start.USAGE
    assert said in capsys.readouterr().err
    assert started == []


def test_lan_says_that_everyone_can_read_the_batch_too(
    started, no_batch, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(start, "_lan_address", lambda: "192.0.2.7")
    start.main(["--lan", "--batch", str(written(tmp_path / "result", [article(1)]))])
    assert "every article in the library and the batch" in capsys.readouterr().out
