"""The page "Collect": ways in, looking, correcting, choosing, saving, taking back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import library
from analysis.collect import Candidate, Origin, Paste, Refused, ToFetch, Way
from analysis.errors import LibraryError, LibraryProblem
from analysis.library import Search
from analysis.stories import Known
from analysis.types import Article, Basis
from dashboard import collecting, reading, words_collect
from tests.dashboard.invented import app, shown

FERRY = "The ferry Norrin ran aground near Eastmere harbour and forty sailors were saved"
BUDGET = "Parliament passed the budget after a long night of votes on taxes and schools"

HOSTILE = "![x](http://evil.test/a.png)<script>alert(1)</script> <img src=x onerror=alert(1)> **B**"


def candidate(text=f"{FERRY}.", *, name="one.txt", **fields):
    fields = {"language": "en", "title": "Ferry runs aground", **fields}
    known = (Known("found", "title", Basis.STATED, "the text: Ferry runs aground"),)
    return Candidate(Article("found", text, **fields), Origin(Way.FILE, name), known)


@pytest.fixture
def put_stories(request):
    """Return the fixture ``library`` under a name that leaves the module its own."""
    return request.getfixturevalue("library")


def many(number, **fields):
    return [candidate(f"{FERRY} on day {n}.", title=f"Ferry {n}", **fields) for n in range(number)]


@pytest.fixture
def read(monkeypatch):
    """Return a function that reads items through the pasted text and returns the page."""

    def bring(*items, at=None, text="some text", **parameters):
        monkeypatch.setattr(reading, "candidates", lambda *_, **__: (each for each in items))
        at = at or app("collect", **parameters)
        at.text_area(key=collecting.PASTE).set_value(text)
        return at.button(key="read-text").click().run()

    return bring


def text_of(at):
    return shown(at)


def save(at, title="Ferry"):
    at.text_input(key="collect-title").set_value(title)
    return at.button(key="save").click().run()


@pytest.fixture(autouse=True)
def _story(harbour):
    """Stand on the invented story: the page is about none."""


def test_the_page_needs_no_story_and_saves_nothing_by_itself(put_stories):
    put_stories(None)
    at = app("collect")
    assert not at.exception
    assert at.title[0].value == words_collect.TITLE
    assert library.count() == 0


def test_what_was_read_is_shown_before_it_is_saved(read):
    at = read(candidate(outlet="Post", published="2024-03-12", url="https://post.example/1"))
    assert not at.exception
    text = text_of(at)
    assert "Ferry runs aground" in text
    for words in ("Post", "12 March 2024", "https://post.example/1", "English (en)", "13 words"):
        assert words in text
    assert FERRY in text
    assert words_collect.NO_ASIDE in text
    assert library.count() == 0


def test_the_field_is_emptied_only_of_what_was_read(read):
    at = read(Refused("pasted text", "no words found"), text="...")
    assert at.text_area(key=collecting.PASTE).value == "..."
    assert "no words found" in text_of(at)
    at = read(candidate(), at=at)
    assert at.text_area(key=collecting.PASTE).value == ""


def test_pressing_without_a_text_says_what_is_missing():
    at = app("collect")
    at.button(key="read-text").click().run()
    assert words_collect.NOTHING_GIVEN in text_of(at)


def test_a_correction_is_saved_as_an_edit_and_the_rest_as_found(read):
    at = read(candidate())
    assert words_collect.OUTLET_MISSING in text_of(at)
    at.text_input(key="fix-1-outlet").set_value("The Post").run()
    at.selectbox(key="fix-1-rights").set_value("full").run()
    assert "given by you" in text_of(at)
    at = save(at)
    assert "Saved: 1 new article. In the story" in text_of(at)
    (kept,) = library.articles(Search(story="ferry"))
    assert (kept.article.outlet, kept.article.rights) == ("The Post", "full")
    edits = [e for e in library.history("") if e.kind is library.EditKind.FIELD]
    assert {e.value for e in edits} == {"The Post", "full"}


def test_a_value_that_cannot_be_is_said_at_its_field_and_stops_saving(read):
    at = read(candidate())
    at.text_input(key="fix-1-published").set_value("last Tuesday").run()
    assert "write an ISO date" in text_of(at)
    at = save(at)
    assert "1 article cannot be saved as it is" in text_of(at)
    assert at.text_input(key="fix-1-published").value == "last Tuesday"
    assert library.count() == 0


def test_saving_is_one_deed_and_undo_brings_the_articles_back_to_the_desk(read):
    at = save(read(*many(3)))
    assert len(library.deeds()) == 1
    assert library.count() == 3
    at = at.button(key="undo-save").click().run()
    assert words_collect.UNDONE in text_of(at)
    assert library.count() == 0
    assert "ferry" not in library.story_titles()
    assert at.checkbox(key="take-3").value


def test_the_name_a_person_gives_goes_with_what_is_saved(read):
    at = read(candidate())
    at.text_input(key="who").set_value("Ann").run()
    save(at)
    assert (library.articles()[0].added_by, library.deeds()[0].author) == ("Ann", "Ann")


def test_what_is_left_out_stays_on_the_desk(read):
    at = read(*many(3))
    at.checkbox(key="take-2").uncheck().run()
    at = save(at)
    assert "Saved: 2 new articles" in text_of(at)
    assert [each.key for each in at.checkbox] == ["take-2"]
    assert not at.checkbox(key="take-2").value


def test_a_story_needs_a_title_and_what_was_typed_stays(read):
    at = read(candidate())
    at = at.button(key="save").click().run()
    assert words_collect.TITLE_MISSING in text_of(at)
    assert library.count() == 0
    assert "Saved: 1 new article" in text_of(save(at))


def test_articles_go_into_a_story_that_is_there_or_into_none(read):
    story = library.new_story("Flood")
    at = read(candidate())
    at.pills(key="collect-into").set_value(words_collect.THERE).run()
    at.selectbox(key="collect-story").set_value(story).run()
    at = at.button(key="save").click().run()
    assert library.count(Search(story=story)) == 1
    at = read(candidate(BUDGET), at=at)
    at.pills(key="collect-into").set_value(words_collect.NONE).run()
    at = at.button(key="save").click().run()
    assert "Saved: 1 new article." in text_of(at)
    assert [each.stories for each in library.articles()] == [(), (story,)]


def test_nothing_chosen_is_said(read):
    at = read(candidate())
    at.checkbox(key="take-1").uncheck().run()
    assert words_collect.NOTHING_TAKEN in text_of(save(at))


def test_a_text_that_is_there_already_is_pointed_out_and_not_added_twice(read):
    library.add([candidate(outlet="Post")])
    at = read(candidate())
    text = text_of(at)
    assert "Already in the library: the same text as “Ferry runs aground” (Post)" in text
    assert "1 already in the library" in text
    assert "Saved: 0 new articles, 1 already there" in text_of(save(at))
    assert library.count() == 1


def test_near_copies_are_pointed_out(read):
    long = " ".join(f"{FERRY} on day {n}." for n in range(6))
    library.add([candidate(long, outlet="Post", title="First")])
    text = text_of(read(candidate(f"{long} The mayor thanked them.", outlet="Echo")))
    assert "Looks like a copy of “First” (Post)" in text


def test_stories_are_proposed_and_can_be_taken_alone(read):
    found = [candidate(f"{FERRY}, {n} said.", title=f"Ferry {n}") for n in ("Ann", "Ben")]
    at = read(*found, candidate(BUDGET, title="Budget"))
    assert words_collect.PROPOSAL_NOTE in text_of(at)
    at.button(key="take-group-0").click().run()
    at = save(at)
    assert sorted(k.article.title or "" for k in library.articles()) == ["Ferry Ann", "Ferry Ben"]
    assert [each.key for each in at.checkbox] == ["take-3"]


def test_many_articles_are_shown_a_page_at_a_time_and_changed_at_once(read):
    at = read(*many(45))
    assert len(at.checkbox) == 20
    assert "Articles 1 to 20 of 45" in text_of(at)
    at.button(key="desk-above-1").click().run()
    at.button(key="desk-above-1").click().run()
    assert len(at.checkbox) == 5
    at.text_input(key="bulk-outlet-name").set_value("Post")
    at.button(key="bulk-outlet-open").click().run()
    at.button(key="bulk-rights-all").click().run()
    at.checkbox(key="take-45").uncheck().run()
    at = save(at)
    assert "Saved: 44 new articles" in text_of(at)
    kept = library.articles()
    assert {(k.article.outlet, k.article.rights) for k in kept} == {("Post", "excerpt")}


def test_only_what_is_new_can_be_taken(read):
    library.add(many(2))
    at = read(*many(3))
    at.button(key="bulk-new").click().run()
    assert [box.value for box in at.checkbox] == [False, False, True]
    at.button(key="bulk-all").click().run()
    assert all(box.value for box in at.checkbox)


def test_refusals_are_listed_and_can_be_taken_away(read):
    at = read(candidate(), Refused("bad.docx", "not a Word file"))
    assert "not a Word file" in text_of(at)
    assert "1 could not be read" in text_of(at)
    at = at.button(key="dismiss").click().run()
    assert "not a Word file" not in text_of(at)
    assert len(at.checkbox) == 1


def test_addresses_are_fetched_only_when_asked(read, monkeypatch):
    asked = []

    def fetched(addresses, *, progress):
        asked.extend(addresses)
        page = candidate(f"{FERRY} today.", name=addresses[0], title=None)
        yield replace(page, origin=Origin(Way.WEB, addresses[0]))
        yield Refused(addresses[1], "the server does not answer")

    monkeypatch.setattr(reading, "fetch_candidates", fetched)
    rows = [
        ToFetch(f"https://post.example/{n}", f"Row {n}", None, "Post", Origin(Way.TABLE, "a.csv"))
        for n in (1, 2)
    ]
    at = read(*rows)
    assert asked == []
    assert words_collect.FETCH_NOTICE in text_of(at)
    at = at.button(key="fetch-rows").click().run()
    assert asked == ["https://post.example/1", "https://post.example/2"]
    text = text_of(at)
    assert "Row 1" in text
    assert "the server does not answer" in text
    assert "Fetch 1 page" in text


def test_addresses_that_could_not_be_fetched_stay_in_the_field(monkeypatch):
    def fetched(addresses, *, progress):
        yield replace(candidate(), origin=Origin(Way.WEB, addresses[0]))
        yield Refused(addresses[1], "the server does not answer")

    monkeypatch.setattr(reading, "fetch_candidates", fetched)
    at = app("collect", way=words_collect.WEB)
    assert "sees the internet address of this computer" in text_of(at)
    written = "https://post.example/1\nhttps://post.example/2"
    at.text_area(key=collecting.WEB).set_value(written)
    at = at.button(key="fetch").click().run()
    assert at.text_area(key=collecting.WEB).value == "https://post.example/2"


def test_a_full_disk_saves_nothing_and_loses_nothing(read, monkeypatch):
    def full(*_, **__):
        message = "the disk is full; make room and try again"
        raise LibraryError(message, LibraryProblem.FULL)

    at = read(candidate())
    at.text_input(key="fix-1-outlet").set_value("The Post").run()
    monkeypatch.setattr(library, "add", full)
    at = save(at)
    assert not at.exception
    assert "Nothing was saved: the disk is full; make room and try again" in text_of(at)
    assert at.text_input(key="fix-1-outlet").value == "The Post"
    assert at.text_input(key="collect-title").value == "Ferry"
    monkeypatch.undo()


def test_a_library_that_cannot_be_written_says_so_at_once(monkeypatch):
    monkeypatch.setattr(library, "why_read_only", lambda: "the folder may only be read")
    assert "Nothing can be saved now: the folder may only be read." in text_of(app("collect"))


def test_clearing_takes_everything_away(read):
    at = read(candidate(), Refused("bad.docx", "not a Word file"))
    at = at.button(key="clear-desk").click().run()
    assert not at.checkbox
    assert words_collect.DESK not in [each.value for each in at.header]


def hostile():
    text = f"{HOSTILE}\n\n{FERRY}. {HOSTILE}"
    names = ("title", "outlet", "byline", "url", "language", "published", "rights")
    found = candidate(text, name=HOSTILE, **dict.fromkeys(names, HOSTILE))
    known = tuple(Known("found", name, Basis.STATED, HOSTILE) for name in names)
    return replace(found, known=known, notices=(HOSTILE,))


def test_hostile_words_in_every_field_are_shown_word_for_word(read):
    refused = Refused(HOSTILE, HOSTILE)
    row = ToFetch(HOSTILE, HOSTILE, HOSTILE, HOSTILE, Origin(Way.TABLE, HOSTILE))
    library.new_story(HOSTILE)
    twin = candidate(outlet=HOSTILE, title=HOSTILE)
    library.add([twin])
    at = read(hostile(), twin, candidate(f"{FERRY}. Twice."), refused, row)
    assert not at.exception
    html = "\n".join(each.proto.body for each in at.get("html"))
    assert "<script" not in html
    assert "<img" not in html
    # Headline, outlet, author, address, language, date, rights, text, notice, refusal, row, twin.
    assert html.count("&lt;script&gt;") > 12
    labels = [str(each.label) for each in (*at.button, *at.expander, *at.checkbox)]
    titles = [each.value for each in (*at.title, *at.header, *at.subheader, *at.markdown)]
    assert not [each for each in (*labels, *titles) if "evil" in each]
    at = save(at, HOSTILE)
    assert not at.exception
    html = "\n".join(each.proto.body for each in at.get("html"))
    assert "<script" not in html


def test_a_pasted_text_is_read_as_one(monkeypatch):
    given = []

    def found(inputs, *, progress):
        given.extend(inputs)
        yield candidate()

    at = app("collect")
    monkeypatch.setattr(reading, "candidates", found)
    at.text_area(key=collecting.PASTE).set_value("x")
    at.button(key="read-text").click().run()
    assert given == [Paste("x")]


def test_while_something_is_read_its_progress_is_shown_and_it_can_be_stopped(monkeypatch):
    monkeypatch.setattr(reading, "QUICK_SECONDS", 0.0)
    told = []

    def slow(_, *, progress):
        yield candidate()
        while True:
            progress(1, 2, HOSTILE)
            told.append(1)

    at = app("collect")
    monkeypatch.setattr(reading, "candidates", slow)
    monkeypatch.setattr(reading.Reading, "wait", lambda _self: False)
    at.text_area(key=collecting.PASTE).set_value("x")
    at = at.button(key="read-text").click().run()
    while not told:
        pass
    at.run()
    assert not at.exception
    assert "![" not in at.get("progress")[0].proto.text.replace(r"\!", "")
    found = at.session_state["_reading"]
    at = at.button(key="stop-reading").click().run()
    assert found._done.wait(20)
    at.run()
    assert words_collect.STOPPED in text_of(at)
    assert len(at.checkbox) == 1
