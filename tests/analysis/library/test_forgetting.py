import sqlite3
from contextlib import closing

import pytest

from analysis import paths
from analysis.errors import InputError
from analysis.library import (
    EditKind,
    Search,
    add,
    add_note,
    backup,
    check,
    count,
    edit,
    engine,
    forget,
    history,
    in_force,
    key_of,
    load_story,
    new_story,
    set_fields,
    sqlite_files,
)
from tests.analysis.library.invented import candidate

SECRET = "Zyxomma petiolatum flew over Wqrtzk."


def _holding(words):
    return [
        each.name
        for each in paths.home().rglob("*")
        if each.is_file() and words.encode() in each.read_bytes()
    ]


@pytest.mark.usefixtures("either")
def test_a_forgotten_article_is_in_no_row():
    ids = add([candidate(SECRET), candidate("Rain fell.")]).new
    story = new_story("Flood", article_ids=ids)
    set_fields(ids, {"title": "Wqrtzk"})
    edit(story, EditKind.QUOTE, key_of(ids[0], 0), "Zyxomma")
    edit(story, EditKind.LINK, key_of(ids[1], 0, ids[0], 0), "linked")
    edit(story, EditKind.SPEAKER, key_of("ann"), "Ann")
    add_note(ids[0], "About Zyxomma.")
    assert forget(ids[:1]).articles == ids[:1]
    assert (count(), count(Search(binned=True))) == (1, 0)
    assert [each.id for each in load_story(story).articles] == [ids[1]]
    left = [*history(story), *history("")]
    assert [each.key for each in left if ids[0] in each.key] == []
    assert (EditKind.SPEAKER, key_of("ann")) in in_force(story)
    assert check() == ()
    assert add([candidate(SECRET)]).new == ids[:1]


def test_no_byte_of_a_forgotten_article_is_left_in_the_library_its_log_or_a_cache(tmp_path):
    filler = [candidate(f"Rain {n} fell. " * 30) for n in range(40)]
    long = SECRET * 400  # longer than a page of the file, so that it spills
    ids = add([*filler[:20], candidate(long, title=SECRET), *filler[20:]]).new
    forgotten = ids[20]
    set_fields([forgotten], {"byline": SECRET})
    add_note(forgotten, SECRET)
    cache = paths.home() / "cache"
    cache.mkdir()
    (cache / "flood-1.jsonl").write_text(f'{{"article": {{"id": "{forgotten}"}}}} {SECRET}')
    (cache / "flood-2.part").write_text("x" * 2_000_000 + f'"{forgotten}" {SECRET}')
    (cache / "rain-1.jsonl").write_text(f'"{ids[0]}" rain')
    outside = backup(tmp_path / "all.sqlite")
    beside = backup(paths.home() / "backups" / "all.sqlite")
    assert "library.sqlite-wal" in _holding(SECRET)
    done = forget([forgotten])
    assert done.caches == ("flood-1.jsonl", "flood-2.part")
    assert done.backups == (beside.path,)
    assert done.pending is None
    beside.path.unlink()
    assert _holding(SECRET) == []
    assert _holding(SECRET[:12]) == []
    assert _holding(forgotten) == []
    assert (cache / "rain-1.jsonl").exists()
    assert outside.path.exists()
    engine.close_all()
    assert _holding(SECRET[:12]) == []


def test_a_program_that_still_reads_keeps_the_last_bytes_and_this_is_said(monkeypatch):
    monkeypatch.setattr(sqlite_files, "BUSY_SECONDS", 0.1)
    ids = add([candidate(SECRET)]).new
    with closing(sqlite3.connect(paths.home() / "library.sqlite")) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM articles").fetchone()
        done = forget(ids)
        assert done.pending
        assert "is reading the library" in done.pending
    add([candidate("Rain fell.")])
    again = forget(add([candidate("Rain fell.")]).known)
    assert again.pending is None
    assert _holding(SECRET) == []


def test_an_article_that_is_not_there_is_not_forgotten():
    with pytest.raises(InputError, match="no article 'a0'"):
        forget(["a0"])
