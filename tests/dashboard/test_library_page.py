"""The Library page as people use it: find, correct, group, compare, take back, keep safe."""

from __future__ import annotations

import html
import sqlite3
import zipfile

import pytest

from analysis import library, paths
from analysis.errors import LibraryError, LibraryProblem
from analysis.library import EditKind, Search
from dashboard.panels import library_exchange, library_safe
from tests.dashboard import shelf
from tests.dashboard.invented import app, shown

PARTS = ("Articles", "Stories", "Versions and copies", "Set aside", "History", "Keep safe")
DEMO = "kazakhstan-2022"


def _page(part="Articles", **parameters):
    at = app("library", shelf=part, **parameters)
    assert not at.exception
    return at


def _press(at, key):
    """Press a button and return what the page then says."""
    at.button(key=key).click().run()
    assert not at.exception
    return said(at)


def said(at):
    """Return the messages of the page in plain words."""
    parts = [each.proto.body for each in at.get("html") if "px-message" in each.proto.body]
    return html.unescape(" ".join(parts))


def _headlines(at):
    return [b.label.replace("\\", "") for b in at.button if str(b.key).startswith("open-")]


@pytest.fixture
def ferry():
    return shelf.ferry()


@pytest.mark.parametrize("part", [p for p in PARTS if p != "Set aside"])
def test_each_part_says_what_to_do_when_nothing_was_brought_in(part):
    text = html.unescape(shown(_page(part)))
    assert {
        "Articles": "You have brought in no article yet",
        "Stories": "Nothing to propose",
        "Versions and copies": "No two articles here are near copies",
        "History": "Nobody has changed anything yet",
        "Keep safe": "Make a backup",
    }[part] in text


def test_articles_of_shipped_stories_are_listed_with_own_ones(ferry):
    at = _page()
    assert _headlines(at)[:3] == ["Bread is dearer", "Ferry aground: three hurt", "Ferry aground"]
    text = shown(at)
    assert "8 articles found" in text
    assert "comes with Parallax" in text
    assert text.count("near copy") == 2


def test_a_search_finds_words_and_an_outlet_narrows_it(ferry):
    at = _page()
    at.text_input(key="find-words").set_value("coast guard").run()
    assert _headlines(at) == ["Ferry aground: three hurt", "Ferry aground"]
    at.selectbox(key="find-outlet").set_value("Lind Courier").run()
    at.selectbox(key="find-to").set_value("2024-05").run()
    assert len(_headlines(at)) == 2
    at.text_input(key="find-words").set_value("no such word").run()
    assert "No article is like this" in said(at)
    at.button(key="find-clear").click().run()
    assert len(_headlines(at)) == 8


def test_pages_of_the_list_hold_twenty_and_go_on_to_shipped_articles():
    library.add([shelf.candidate(f"Day {n}", f"Rain on day {n}.") for n in range(38)])
    at = _page()
    assert len(_headlines(at)) == 20
    at.button(key="page-on").click().run()
    assert len(_headlines(at)) == 20
    at.button(key="page-on").click().run()
    assert len(_headlines(at)) == 3
    at.button(key="page-back").click().run()
    assert "21 to 40 of 43" in shown(at)


def test_bulk_edit_of_chosen_rows_is_one_deed_and_undone_at_once(ferry):
    at = _page()
    at.text_input(key="who").set_value("AB").run()
    for article in ferry[:2]:
        at.checkbox(key=f"pick-0-{article}").check().run()
    at.text_input(key="bulk-value-OUTLET").set_value("Lind News").run()
    assert "Set the outlet to \u201cLind News\u201d: 2 articles." in _press(at, "bulk-do")
    assert [library.article(each).article.outlet for each in ferry[:2]] == ["Lind News"] * 2
    assert library.deeds(limit=1)[0].author == "AB"
    assert "Taken back" in _press(at, "outcome-undo")
    assert library.article(ferry[0]).article.outlet == "Lind Courier"


def test_bulk_edit_of_all_found_reaches_shipped_articles_too(ferry):
    at = _page()
    at.selectbox(key="bulk-which").set_value("found").run()
    at.selectbox(key="bulk-what").set_value("Set the rights").run()
    at.selectbox(key="bulk-value-RIGHTS").set_value("link").run()
    assert "8 articles" in _press(at, "bulk-do")
    assert {each.rights for each in library.load_story(DEMO).articles} == {"link"}
    _press(at, "outcome-undo")
    assert "link" not in {each.rights for each in library.load_story(DEMO).articles}


def test_chosen_articles_become_a_new_story(ferry):
    at = _page()
    at.checkbox(key=f"pick-0-{ferry[0]}").check().run()
    at.selectbox(key="bulk-what").set_value("Put into a story").run()
    at.selectbox(key="bulk-value-PUT_IN").set_value("").run()
    at.text_input(key="bulk-title").set_value("Ferry at Lind").run()
    assert "Made the story \u201cFerry at Lind\u201d with 1 article." in _press(at, "bulk-do")
    assert library.load_story("ferry-at-lind").articles[0].id == ferry[0]


def test_a_wrong_value_changes_nothing_and_stays_in_the_field(ferry):
    at = _page()
    at.checkbox(key=f"pick-0-{ferry[0]}").check().run()
    at.selectbox(key="bulk-what").set_value("Set the language").run()
    at.text_input(key="bulk-value-LANGUAGE").set_value("not a code!").run()
    assert "write its code" in _press(at, "bulk-do")
    assert at.text_input(key="bulk-value-LANGUAGE").value == "not a code!"
    assert library.article(ferry[0]).article.language == "en"


def test_an_article_is_corrected_field_by_field_and_its_history_undoes_it(ferry):
    at = _page(kept=ferry[0])
    field = next(each for each in at.text_input if str(each.key).startswith("kept-byline-"))
    field.set_value("Ana Bell").run()
    assert "Corrected: author of \u201cFerry aground\u201d." in _press(at, "kept-save")
    assert library.article(ferry[0]).article.byline == "Ana Bell"
    assert "Ana Bell (given by a reader)" in shown(at)
    assert "Author: \u201cAna Bell\u201d" in html.unescape(shown(at))
    at.button(key="undo-0").click().run()
    assert library.article(ferry[0]).article.byline is None


def test_a_wrong_date_is_said_and_stays_to_be_corrected(ferry):
    at = _page(kept=ferry[0])
    field = next(each for each in at.text_input if str(each.key).startswith("kept-published-"))
    field.set_value("yesterday").run()
    assert "write an ISO date" in _press(at, "kept-save")
    assert "yesterday" in [each.value for each in at.text_input]


def test_a_shipped_article_is_corrected_in_its_story():
    at = _page(kept=f"{DEMO}/dw")
    field = next(each for each in at.text_input if str(each.key).startswith("kept-genre-"))
    field.set_value("analysis").run()
    _press(at, "kept-save")
    genres = {each.id: each.genre for each in library.load_story(DEMO).articles}
    assert genres["dw"] == "analysis"


def test_a_shipped_article_is_taken_out_of_its_story_and_put_back():
    at = _page(kept=f"{DEMO}/dw")
    assert not [b for b in at.button if b.key == "forget-do"]
    _press(at, "kept-bin")
    assert "dw" not in {each.id for each in library.load_story(DEMO).articles}
    at = _page("Stories")
    _press(at, f"return-{DEMO}/dw")
    assert "dw" in {each.id for each in library.load_story(DEMO).articles}


def test_an_article_goes_into_the_bin_and_comes_back(ferry):
    at = _page(kept=ferry[0])
    assert "In the bin" in _press(at, "kept-bin")
    assert library.count(Search(binned=True)) == 1
    assert "This article is in the bin" in said(at)
    _press(at, "kept-bin")
    assert library.count() == 3


def test_deleting_for_good_asks_for_a_word_and_names_the_backups_that_hold_it(ferry):
    library.backup(paths.home() / "backups" / "before.sqlite")
    at = _page(kept=ferry[2])
    assert "Nothing was deleted" in _press(at, "forget-do")
    assert library.count() == 3
    at.text_input(key="forget-typed").set_value("Delete").run()
    text = _press(at, "forget-do")
    assert "Deleted for good: \u201cBread is dearer\u201d" in text
    assert "before.sqlite" in text
    assert library.count() == 2


def test_an_article_that_is_gone_is_said():
    assert "not in the library any more" in said(_page(kept="a000000000000"))
    assert "not in the library any more" in said(_page(kept="no-story/x"))


def test_a_damaged_article_is_said_plainly_and_its_text_not_shown(ferry):
    with sqlite3.connect(paths.home() / "library.sqlite") as connection:
        connection.execute("UPDATE articles SET text = 'Forged.' WHERE id = ?", (ferry[0],))
    connection.close()
    assert "damaged" in shown(_page())
    at = _page(kept=ferry[0])
    assert "does not match its fingerprint" in said(at)
    assert "Forged" not in shown(at)
    at = _page("Keep safe")
    _press(at, "check-do")
    assert ferry[0] in shown(at)


def test_notes_are_written_changed_and_removed(ferry):
    at = _page(kept=ferry[0])
    assert "write something first" in _press(at, "note-add")
    at.text_area(key=f"note-new-{ferry[0]}").set_value("Call them.").run()
    assert "Note added" in _press(at, "note-add")
    assert at.text_area(key=f"note-new-{ferry[0]}").value == ""
    name = _note_key(at)
    at.button(key=f"change-{name}").click().run()
    at.text_area(key=f"text-{name}").set_value("Called them.").run()
    assert "Note changed" in _press(at, f"save-{name}")
    assert [note.text for note in library.notes()] == ["Called them."]
    at.button(key=f"change-{name}").click().run()
    assert "Note removed" in _press(at, f"remove-{name}")
    assert library.notes() == ()


def _note_key(at):
    return next(str(b.key) for b in at.button if str(b.key).startswith("change-"))[7:]


def test_a_note_that_somebody_else_changed_is_never_written_over_unseen(ferry):
    library.add_note(ferry[0], "First.")
    at = _page(kept=ferry[0])
    name = _note_key(at)
    at.button(key=f"change-{name}").click().run()
    library.change_note(library.notes()[0], "Theirs.", author="JT")
    at.text_area(key=f"text-{name}").set_value("Mine.").run()
    assert "changed by somebody else" in _press(at, f"save-{name}")
    assert library.notes()[0].text == "Theirs."
    assert at.text_area(key=f"text-{name}").value == "Mine."
    assert "Note changed" in _press(at, f"save-{name}")
    assert library.notes()[0].text == "Mine."


def test_a_note_that_somebody_else_removed_is_kept_as_a_new_one(ferry):
    library.add_note(ferry[0], "First.")
    at = _page(kept=ferry[0])
    name = _note_key(at)
    at.button(key=f"change-{name}").click().run()
    at.text_area(key=f"text-{name}").set_value("Mine.").run()
    library.change_note(library.notes()[0], None)
    assert "removed this note" in _press(at, f"save-{name}")
    assert at.text_area(key=f"note-new-{ferry[0]}").value == "Mine."


def test_a_story_is_made_described_merged_and_binned(ferry):
    library.new_story("Bread", article_ids=ferry[2:])
    at = _page("Stories")
    at.text_input(key="story-new").set_value("Ferry").run()
    assert "Made the story \u201cFerry\u201d." in _press(at, "story-make-do")
    assert "This story has no articles yet" in said(at)
    place = next(each for each in at.text_input if str(each.key).startswith("story-place-ferry"))
    place.set_value("Lind").run()
    assert "Saved: place of \u201cFerry\u201d." in _press(at, "story-save")
    at.selectbox(key="merge-which-ferry").set_value("bread").run()
    assert "Merged \u201cBread\u201d into \u201cFerry\u201d." in _press(at, "merge-do")
    assert [each.id for each in library.load_story("ferry").articles] == [ferry[2]]
    assert library.load_story("ferry").place == "Lind"
    _press(at, "story-bin")
    assert "ferry" not in library.story_titles()
    _press(at, "outcome-undo")
    assert "ferry" in library.story_titles()


def test_a_story_is_renamed_and_its_list_shows_the_new_title(ferry):
    library.new_story("Ferry", article_ids=ferry[:1])
    at = _page("Stories")
    _choose_story(at, "ferry")
    title = next(each for each in at.text_input if str(each.key).startswith("story-title-ferry"))
    title.set_value("Aurora aground").run()
    _press(at, "story-save")
    assert library.story_titles()["ferry"] == "Aurora aground"
    assert "Aurora aground" in _story_list(at).options


def _story_list(at):
    return next(each for each in at.selectbox if str(each.key).startswith("shelf-story-"))


def _choose_story(at, story):
    _story_list(at).set_value(story).run()


def test_a_story_is_split(ferry):
    library.new_story("Ferry", article_ids=ferry)
    at = _page("Stories")
    _choose_story(at, "ferry")
    assert "Choose at least one article" in _press(at, "split-do")
    at.checkbox(key=f"split-ferry-{ferry[2]}").check().run()
    at.text_input(key="split-title-ferry").set_value("Bread").run()
    assert "Split off 1 article as \u201cBread\u201d." in _press(at, "split-do")
    assert [each.id for each in library.load_story("bread").articles] == [ferry[2]]


def test_a_proposal_is_taken_with_one_press(ferry):
    at = _page("Stories")
    key = next(str(b.key) for b in at.button if str(b.key).endswith("-make"))
    assert "with 2 articles" in _press(at, key)
    story = next(each for each in library.story_ids() if each != DEMO)
    assert {each.id for each in library.load_story(story).articles} == set(ferry[:2])
    assert "Nothing to propose" in shown(at)


def test_a_loose_article_is_proposed_for_the_story_it_is_like(ferry):
    library.new_story("Ferry", article_ids=ferry[:1])
    at = _page("Stories")
    key = next(str(b.key) for b in at.button if str(b.key).endswith("-into"))
    _press(at, key)
    assert {each.id for each in library.load_story("ferry").articles} == set(ferry[:2])


def test_the_difference_between_two_versions_is_shown(ferry):
    text = shown(_page("Versions and copies"))
    assert "two versions" in text
    assert ">Three</ins>" in text
    assert "1 stretch removed, 1 sentence reworded" in text


def test_history_lists_deeds_and_takes_one_back(ferry):
    library.set_fields(ferry[:2], {"outlet": "Echo"}, author="JT")
    at = _page("History")
    text = html.unescape(shown(at))
    assert "2 fields of articles" in text
    assert "JT" in text
    assert "3 articles kept in the library" in text
    assert "\u201cFerry aground\u201d: Outlet: \u201cEcho\u201d" in text
    act = library.deeds(limit=1)[0].act
    assert "Taken back" in _press(at, f"undo-{act}")
    assert library.article(ferry[0]).article.outlet == "Lind Courier"
    assert "taken back" in shown(at)


def test_a_backup_is_made_and_brought_back(ferry):
    at = _page("Keep safe")
    assert "3 articles" in _press(at, "backup-do")
    name = next(iter(library_safe.backups()))
    library.bin_articles(ferry)
    assert library.count() == 0
    at = _page("Keep safe")
    at.selectbox(key="restore-from").set_value(name).run()
    assert "tick the box first" in _press(at, "restore-do")
    assert library.count() == 0
    at.checkbox(key="restore-sure").check().run()
    text = _press(at, "restore-do")
    assert "Brought back: 3 articles" in text
    assert "before-restore-" in text
    assert library.count() == 3


def test_a_backup_of_nothing_says_so():
    assert "nothing to back up" in _press(_page("Keep safe"), "backup-do")


def test_an_uploaded_backup_is_brought_back_and_anything_else_refused(ferry, tmp_path):
    made = library.backup(tmp_path / "mine.sqlite").path.read_bytes()
    library.bin_articles(ferry)
    at = _page("Keep safe")
    assert not [b for b in at.button if b.key == "restore-do"]
    at.file_uploader(key="restore-file-0").set_value(("x.sqlite", b"no library", "x/x")).run()
    at.checkbox(key="restore-sure").check().run()
    assert "not a library" in _press(at, "restore-do")
    at.file_uploader(key="restore-file-0").set_value(("x.sqlite", made, "x/x")).run()
    assert "Brought back: 3 articles" in _press(at, "restore-do")
    assert library.count() == 3


def test_a_story_leaves_as_a_file_and_comes_back(ferry, tmp_path):
    library.new_story("Ferry", article_ids=ferry[:2])
    library.set_fields(ferry[:1], {"rights": "full"})
    at = _page("Keep safe")
    at.selectbox(key="export-story").set_value("ferry").run()
    assert "1 article with text; without it: 1." in _press(at, "export-do")
    at.checkbox(key="export-rights").uncheck().run()
    assert "2 articles with text." in _press(at, "export-do")
    _, data = at.session_state["_export_file"]
    library.bin_articles(ferry)
    library.bin_story("ferry")
    assert not [b for b in at.button if b.key == "import-do"]
    at.file_uploader(key="import-file-0").set_value(("a.zip", data, "application/zip")).run()
    assert "Taken in \u201cFerry\u201d" in _press(at, "import-do")
    assert len(library.load_story("ferry").articles) == 2
    path = tmp_path / "empty.zip"
    with zipfile.ZipFile(path, "w"):
        pass
    at.file_uploader(key="import-file-1").set_value(("b.zip", path.read_bytes(), "x/x")).run()
    assert said(_run(at, "import-do"))
    assert not at.exception


def _run(at, key):
    at.button(key=key).click().run()
    return at


def test_check_says_that_everything_is_whole(ferry):
    at = _page("Keep safe")
    at.button(key="check-do").click().run()
    assert "Everything is as it was written" in said(at)


def test_what_a_story_file_brought_is_told_with_what_was_left():
    change = library.Change("x", EditKind.ROLE, "[]", "expert")
    found = library.Imported("x", ("a", "b"), ("c",), ("d",), (change,), "act")
    assert library_exchange.told(found, {"x": "Flood"}) == (
        "Taken in \u201cFlood\u201d: 2 new articles, 1 there already. Without text, and so left "
        "out: 1 article. Not taken over, because others hold here: 1 decision."
    )


@pytest.mark.parametrize("part", PARTS)
def test_a_library_that_cannot_be_read_is_said_in_every_part(monkeypatch, part):
    def fail(*_, **__):
        message = "The library 'x/library.sqlite': the file is damaged"
        raise LibraryError(message, LibraryProblem.DAMAGED)

    for name in ("stories", "story_titles", "deeds", "mark", "articles", "where"):
        monkeypatch.setattr(library, name, fail)
    assert "the file is damaged" in said(_page(part))


def test_a_failed_save_is_said_and_what_was_typed_stays(ferry, monkeypatch):
    at = _page(kept=ferry[0])

    def fail(*_, **__):
        message = "the disk is full; nothing of this was saved"
        raise LibraryError(message, LibraryProblem.FULL)

    monkeypatch.setattr(library, "set_fields", fail)
    field = next(each for each in at.text_input if str(each.key).startswith("kept-byline-"))
    field.set_value("Ana Bell").run()
    assert "The disk is full" in _press(at, "kept-save")
    assert "Ana Bell" in [each.value for each in at.text_input]


def test_why_nothing_can_be_saved_stands_on_every_part(monkeypatch):
    monkeypatch.setattr(library, "why_read_only", lambda: "'x' may only be read here")
    for part in ("Articles", "History"):
        assert "may only be read here. You can still read" in said(_page(part))
