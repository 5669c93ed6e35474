"""Several writers at once, in threads and processes; and writers that are killed."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analysis import paths
from analysis.library import (
    EditKind,
    add,
    add_note,
    backup,
    check,
    count,
    deeds,
    edit,
    engine,
    history,
    in_force,
    notes,
    restore,
)
from tests.analysis.library.invented import candidate, candidates

WRITER = """
import sys
from analysis.library import EditKind, add, edit, key_of
from invented import candidate
name = sys.argv[1]
for number in range(15):
    edit("flood", EditKind.ROLE, key_of(name, number), "expert", author=name)
    edit("flood", EditKind.ROLE, key_of("shared", number), name, author=name)
    add([candidate(f"Rain {number} of {name}."), candidate(f"Rain {number} of all.")])
"""


@pytest.mark.usefixtures("either")
def test_two_processes_write_at_once_into_a_new_library_and_lose_nothing():
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, name],
            cwd=paths.ROOT,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
        )
        for name in ("Ann", "Bob")
    ]
    assert [each.wait(timeout=120) for each in writers] == [0, 0]
    found = history("flood")
    own = [each for each in found if "shared" not in each.key]
    assert len(own) == 30
    # Who came second replaced what the first one had decided, and says so.
    for number in range(15):
        first, second = [each for each in found if each.key == f'["shared", "{number}"]']
        assert (first.replaced, second.replaced) == (None, first.value)
        assert {first.value, second.value} == {"Ann", "Bob"}
    assert count() == 45
    assert check() == ()


@pytest.mark.usefixtures("either")
def test_thirty_annotators_and_an_import_lose_no_note():
    edit("flood", EditKind.ROLE, "ann", "expert")

    def annotate(name):
        for number in range(5):
            add_note("a", f"{name}/{number}", story="flood", author=name)

    with ThreadPoolExecutor(31) as pool:
        imported = pool.submit(add, candidates(50))
        list(pool.map(annotate, [f"pupil {n}" for n in range(30)]))
    assert len(imported.result().new) == 50
    assert {each.text for each in notes("flood")} == {
        f"pupil {n}/{number}" for n in range(30) for number in range(5)
    }


@pytest.mark.usefixtures("either")
def test_a_backup_made_during_writes_is_whole_and_comes_back_the_same(tmp_path):
    add(candidates(3))

    def write(number):
        add([candidate(f"Snow {number}.")])
        edit("flood", EditKind.ROLE, str(number), "expert")

    with ThreadPoolExecutor(2) as pool:
        running = pool.map(write, range(20))
        made = backup(tmp_path / "kept.sqlite")
        list(running)
    after = count(), len(in_force("flood"))
    restored = restore(made.path)
    assert (restored.articles, restored.edits) == (made.articles, made.edits)
    assert count() == made.articles <= after[0]
    assert check() == ()


def test_writers_that_are_killed_lose_nothing_that_was_acknowledged():
    command = [sys.executable, "benchmarks/kill_library.py", "--cycles", "10"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        cwd=paths.ROOT,
        env={**os.environ, "PYTHONPATH": str(paths.ROOT)},
    )
    found = json.loads(done.stdout)
    assert found["acknowledged"] >= 10
    wrong = ("lost", "duplicates", "parts_of_an_import", "articles_outside_their_story", "damaged")
    assert {name: found[name] for name in wrong} == dict.fromkeys(wrong, 0)


def test_a_library_whose_file_was_replaced_is_opened_anew():
    edit("flood", EditKind.ROLE, "ann", "expert")
    paths.home().joinpath("library.sqlite").unlink()
    for rest in paths.home().glob("library.sqlite-*"):
        rest.unlink()
    edit("flood", EditKind.ROLE, "bob", "expert")
    engine.close_all()
    assert list(in_force("flood")) == [(EditKind.ROLE, "bob")]
    assert len(deeds()) == 1
