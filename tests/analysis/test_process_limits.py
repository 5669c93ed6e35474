"""A process of its own sets limits on itself, and then goes over them."""

import os
import subprocess
import sys

import pytest

from analysis.process_limits import n_cores

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")

SETTING = "from analysis import process_limits as limits\n"


def ended(program: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SETTING + program]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_only_cores_that_may_be_used_are_counted(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert n_cores() == 3


def test_more_memory_than_allowed_is_refused():
    result = ended("limits.limit_memory(2**29)\nbytes(2**30)")
    assert result.returncode == 1
    assert "MemoryError" in result.stderr


def test_memory_within_the_limit_is_given():
    assert ended("limits.limit_memory(2**30)\nbytes(2**20)").returncode == 0


def test_no_file_grows_once_writing_is_forbidden(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_text("kept")
    result = ended(
        f"limits.forbid_writing()\nwith open({str(path)!r}, 'a') as file:\n    file.write('more')"
    )
    assert result.returncode != 0
    assert path.read_text() == "kept"


def test_processor_time_spent_ends_the_process():
    assert ended("limits.limit_time(0)\nwhile True: pass").returncode < 0


def test_time_is_given_anew():
    # The first limit alone ends it within the first of the two seconds.
    program = (
        "import time\nlimits.limit_time(0)\nlimits.limit_time(60)\n"
        "end = time.process_time() + 2\nwhile time.process_time() < end: pass"
    )
    assert ended(program).returncode == 0


def test_a_limit_is_never_above_the_one_that_cannot_be_raised():
    program = (
        "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (50, 50))\n"
        "limits.limit_time(10_000)\nprint(resource.getrlimit(resource.RLIMIT_CPU))"
    )
    assert ended(program).stdout == "(50, 50)\n"
