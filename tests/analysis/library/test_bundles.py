import json
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.errors import InputError, StoryError
from analysis.library import (
    EditKind,
    add,
    add_note,
    article,
    count,
    decisions,
    describe,
    edit,
    engine,
    export_story,
    history,
    import_story,
    in_force,
    key_of,
    load_story,
    new_story,
    notes,
    put_in,
    set_fields,
    story_ids,
    undo_act,
)
from analysis.library.bundles import MANIFEST
from tests.analysis.library.invented import candidate, candidates

SHIPPED = "kazakhstan-2022"


@pytest.fixture
def other_home(tmp_path, monkeypatch):
    """Return a function that goes to another machine."""

    def go(name="other"):
        monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / name))

    return go


@pytest.fixture
def flood(tmp_path):
    """Write a story with corrections to a file; return the file and the ids of its articles."""
    ids = add([candidate("Rain fell.", outlet="Post", rights="full"), candidate("Sun shone.")]).new
    story = new_story("Flood", article_ids=ids, place="Vardania")
    set_fields(ids[1:], {"outlet": "Echo"}, author="Ann")
    edit(story, EditKind.QUOTE, key_of(ids[0], 0), "Bob", author="Ann")
    add_note(ids[0], "Look.", story=story)
    path = tmp_path / "flood.zip"
    assert export_story(story, path) == 2
    return path, ids


def _manifest(path, change=lambda table: None, drop=(), extra=()):
    """Write a story file again with a change in it."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    table = json.loads(files[MANIFEST])
    change(table)
    files[MANIFEST] = json.dumps(table).encode()
    files |= dict(extra)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if name not in drop:
                archive.writestr(name, data)
    return path


def test_notes_written_where_no_story_was_open_go_along(flood, tmp_path, other_home):
    _, ids = flood
    add_note(ids[1], "On the shelf.")
    add_note(add([candidate("Snow fell.")]).new[0], "Of no story.")
    path = tmp_path / "again.zip"
    export_story("flood", path)
    other_home()
    import_story(path)
    assert sorted(each.text for each in notes("flood")) == ["Look.", "On the shelf."]


def test_a_story_arrives_with_articles_corrections_and_notes(flood, other_home):
    path, ids = flood
    sent = load_story("flood"), notes("flood"), decisions("flood", [EditKind.QUOTE])
    other_home()
    new_story("Flood")
    done = import_story(path)
    assert (done.story, done.new, done.known, done.conflicts) == ("flood-2", ids, (), ())
    story = load_story("flood-2")
    assert replace(story, id="flood", articles=()) == replace(sent[0], articles=())
    assert [replace(each, story="flood") for each in story.articles] == list(sent[0].articles)
    assert [(each.text, each.author) for each in notes("flood-2")] == [("Look.", None)]
    (quote,) = decisions("flood-2", [EditKind.QUOTE])
    assert (quote.author, quote.made_at) == ("Ann", sent[2][0].made_at)
    undo_act(done.act)
    assert "flood-2" not in story_ids()
    assert count() == 0


def test_taking_a_story_in_twice_is_once(flood, other_home):
    path, ids = flood
    other_home()
    import_story(path)
    before = history("flood"), history("")
    again = import_story(path)
    assert (again.story, again.new, again.known) == ("flood", (), ids)
    assert (history("flood"), history("")) == before


def test_a_story_that_is_sent_back_finds_itself(flood):
    path, _ = flood
    before = history("flood"), history("")
    assert import_story(path).new == ()
    assert (history("flood"), history("")) == before


def test_decisions_here_stay_and_the_others_are_named(flood, other_home):
    path, ids = flood
    other_home()
    import_story(path)
    edit("flood", EditKind.QUOTE, key_of(ids[0], 0), "Cy")
    undo_act(import_story(_with_author(path, "Dee")).act)
    done = import_story(_with_author(path, "Eve"))
    assert [(each.kind, each.value) for each in done.conflicts] == [("quote", "Bob")]
    assert in_force("flood")[EditKind.QUOTE, key_of(ids[0], 0)] == "Cy"


def _with_author(path, author):
    def change(table):
        for row in table["decisions"]:
            row["author"] = author

    return _manifest(path, change)


def test_what_was_taken_back_here_is_not_brought_in_again(flood, other_home):
    path, ids = flood
    other_home()
    undo_act(import_story(path).act)
    done = import_story(path)
    assert set(done.new) == set(ids)
    assert (EditKind.QUOTE, key_of(ids[0], 0)) not in in_force("flood")


def test_texts_that_may_not_be_passed_on_stay_at_home_on_request(flood, other_home, tmp_path):
    _, ids = flood
    path = tmp_path / "limited.zip"
    assert export_story("flood", path, respect_rights=True) == 1
    with zipfile.ZipFile(path) as archive:
        assert len(archive.namelist()) == 2
        assert b"Sun shone" not in b"".join(map(archive.read, archive.namelist()))
    other_home()
    done = import_story(path)
    assert (done.new, done.without_text) == (ids[:1], ids[1:])
    mine = add([candidate("Sun shone.")]).new
    again = import_story(path)
    assert (again.known, again.without_text) == ((ids[0], *mine), ())
    assert article(mine[0]).stories == ("flood",)


def test_a_story_that_comes_with_parallax_finds_itself_elsewhere(tmp_path, other_home):
    ids = add(candidates(1)).new
    edit(SHIPPED, EditKind.QUOTE, key_of("mnn", 7), "Ann")
    put_in(SHIPPED, ids)
    describe(SHIPPED, {"title": "Ours"})
    export_story(SHIPPED, tmp_path / "k.zip")
    other_home()
    done = import_story(tmp_path / "k.zip")
    assert (done.story, done.new) == (SHIPPED, ids)
    story = load_story(SHIPPED)
    assert (len(story.articles), story.title) == (6, "Ours")
    assert in_force(SHIPPED)[EditKind.QUOTE, key_of("mnn", 7)] == "Ann"


def test_the_same_story_gives_the_same_bytes(flood, tmp_path):
    export_story("flood", tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == flood[0].read_bytes()


def test_an_unknown_story_is_not_exported(tmp_path):
    with pytest.raises(StoryError):
        export_story("atlantis", tmp_path / "x.zip")
    assert list(tmp_path.glob("x.zip*")) == []


def _set(*way):
    *path, value = way

    def change(table):
        for step in path[:-1]:
            table = table[step]
        table[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_set("format", "other"), "another version"),
        (_set("version", 2), "another version"),
        (_set("uid", None), "a text is expected"),
        (_set("story", "title", " "), "needs a title"),
        (_set("story", "event_start", "then"), "ISO date"),
        (_set("story", []), "not as a story file has it"),
        (_set("articles", 0, "sha256", 7), "article 1: a text is expected"),
        (_set("articles", 0, "outlet_basis", "sure"), "article 1: not as a story file"),
        (_set("articles", 0, "layout", [[0, 999, "body", "r"]]), "layout does not fit"),
        (_set("articles", 0, "origin", ["moon", "x", None]), "article 1: not as"),
        (_set("articles", 0, "published", "soon"), "ISO date"),
        (_set("articles", 0, "title", "t" * 1_001), "1,001 characters"),
        (_set("decisions", 0, "kind", "list"), "not passed on"),
        (_set("decisions", 0, "kind", "member"), "not passed on"),
        (_set("decisions", 0, "kind", "magic"), "decision 1: not as"),
        (_set("decisions", 1, "key", '["a", "ten"]'), "is not the key"),
        (_set("decisions", 1, "key", "{}"), "is not the key"),
        (_set("decisions", 1, "key", "["), "decision 2: not as"),
        (_set("decisions", 1, "value", None), "a value is no text"),
        (_set("decisions", 1, "value", "v" * 5_001), "longer than 5,000"),
        (_set("decisions", 0, "key", '["a", "colour"]'), "no field 'colour'"),
        (_set("decisions", 1, "made_at", "then"), "decision 2: not as"),
    ],
)
def test_a_story_file_that_cannot_be_trusted_changes_nothing(flood, other_home, change, reason):
    path = _manifest(flood[0], change)
    other_home()
    with pytest.raises(InputError, match=reason):
        import_story(path)
    assert count() == 0
    assert story_ids() == (SHIPPED,)


def test_a_text_that_is_not_what_its_hash_says_changes_nothing(flood, other_home):
    with zipfile.ZipFile(flood[0]) as archive:
        text = next(name for name in archive.namelist() if name.startswith("texts/"))
    path = _manifest(flood[0], extra=[(text, b"Snow fell.")])
    other_home()
    with pytest.raises(InputError, match="not what its SHA-256 says"):
        import_story(path)
    assert count() == 0


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil", "texts/../evil.txt", "more.json"])
def test_a_file_that_no_story_has_is_refused_and_written_nowhere(flood, name):
    with pytest.raises(InputError, match="which no story file has"):
        import_story(_manifest(flood[0], extra=[(name, b"x")]))


def test_a_file_without_manifest_and_one_that_is_no_zip_are_refused(flood, tmp_path):
    with pytest.raises(InputError, match="is missing"):
        import_story(_manifest(flood[0], drop=(MANIFEST,)))
    (tmp_path / "no.zip").write_bytes(b"PK not really")
    with pytest.raises(InputError, match="not a story file, or damaged"):
        import_story(tmp_path / "no.zip")
    with pytest.raises(InputError, match="no such file"):
        import_story(tmp_path / "none.zip")


@pytest.mark.parametrize("data", [b"[]", b"{", b"\xff", b"[" * 100_000])
def test_a_manifest_that_is_no_table_is_refused(flood, data):
    with zipfile.ZipFile(flood[0].with_name("x.zip"), "w") as archive:
        archive.writestr(MANIFEST, data)
    with pytest.raises(InputError):
        import_story(flood[0].with_name("x.zip"))


def test_what_is_unpacked_is_counted_not_believed(flood, monkeypatch):
    monkeypatch.setattr("analysis.library.bundle_files.MAX_FILE_BYTES", 1_000_000)
    bomb = _manifest(flood[0], extra=[(f"texts/{'0' * 64}.txt", b"x" * 1_000_001)])
    with pytest.raises(InputError, match="is too large; at most 1,000,000 bytes"):
        import_story(bomb)
    monkeypatch.setattr("analysis.library.bundle_files.MAX_MEMBERS", 2)
    with pytest.raises(InputError, match="4 files in it; at most 2"):
        import_story(bomb)


_WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60
)
_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "title": _WORDS,
        "byline": _WORDS,
        "outlet": _WORDS,
        "published": st.dates().map(str),
        "language": st.sampled_from(["en", "kk"]),
        "genre": _WORDS,
    },
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    texts=st.lists(_WORDS.map(lambda words: f"a{words}"), min_size=1, max_size=4, unique=True),
    fields=_FIELDS,
    name=_WORDS.filter(str.strip),
)
def test_whatever_was_written_comes_back_the_same(texts, fields, name, monkeypatch):
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = Path(name_of_folder)
        monkeypatch.setenv("PARALLAX_HOME", str(folder / "one"))
        ids = add([candidate(text, **fields) for text in texts]).new
        story = new_story("Flood", article_ids=ids)
        edit(story, EditKind.SPEAKER, key_of(name), name, author=name)
        path = folder / "one.zip"
        export_story(story, path)
        sent = load_story(story)
        monkeypatch.setenv("PARALLAX_HOME", str(folder / "two"))
        assert import_story(path).new == ids
        assert load_story(story) == sent
        assert in_force(story)[EditKind.SPEAKER, key_of(name)] == name
        export_story(story, folder / "two.zip")
        assert (folder / "two.zip").read_bytes() == path.read_bytes()
        engine.close_all()
