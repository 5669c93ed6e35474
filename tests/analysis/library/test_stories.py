import pytest

from analysis.errors import InputError, LibraryError, LibraryProblem, StoryError
from analysis.library import (
    EditKind,
    add,
    add_note,
    bin_story,
    change_note,
    describe,
    edit,
    in_force,
    key_of,
    load_story,
    merge,
    new_story,
    notes,
    put_in,
    rename,
    set_fields,
    split,
    stories,
    story_ids,
    story_titles,
    take_out,
    undo_act,
)
from analysis.types import Basis, Span
from tests.analysis.library.invented import candidate, candidates

pytestmark = pytest.mark.usefixtures("either")

SHIPPED = "kazakhstan-2022"


def test_own_stories_stand_behind_those_that_come_with_parallax():
    one = new_story("Flood", article_ids=add(candidates(2)).new)
    assert story_ids() == (SHIPPED, one)
    assert story_titles()[one] == "Flood"
    assert [(each.n_articles, each.is_shipped) for each in stories()] == [(5, True), (2, False)]


def test_a_story_without_articles_is_listed_but_cannot_be_opened():
    one = new_story("Flood")
    assert one in story_titles()
    assert one not in story_ids()
    with pytest.raises(StoryError, match="Story 'Flood' has no articles yet"):
        load_story(one)


@pytest.mark.parametrize(
    ("title", "story"),
    [
        ("The Flood, 2022!", "the-flood-2022"),
        ("../../etc/passwd", "etc-passwd"),
        ("Überschwemmung", "uberschwemmung"),
        ("Су тасқыны", "story"),
        ("x" * 200, "x" * 60),
        ("Kazakhstan 2022", "kazakhstan-2022-2"),
    ],
)
def test_the_id_of_a_story_is_plain_and_free(title, story):
    assert new_story(title) == story


def test_two_stories_of_one_title_have_two_ids_also_after_the_first_is_gone():
    first = new_story("Flood")
    bin_story(first)
    assert new_story("Flood") == "flood-2"


def test_a_story_is_loaded_with_its_articles_in_the_order_in_which_they_came():
    ids = add(candidates(3, outlet="Post")).new
    one = new_story("Flood", place="Vardania", event_start="2022-01-02")
    put_in(one, [ids[2], ids[0]])
    story = load_story(one)
    assert [each.id for each in story.articles] == [ids[2], ids[0]]
    assert {each.story for each in story.articles} == {one}
    assert (story.title, story.place, story.event_start) == ("Flood", "Vardania", "2022-01-02")
    assert [k.article_id for k in story.known] == [ids[2], ids[0]]


def test_a_renamed_story_keeps_its_id_and_its_former_title_can_be_brought_back():
    one = new_story("Flood", article_ids=add(candidates(1)).new)
    act = rename(one, "The great flood")
    assert load_story(one).title == "The great flood"
    undo_act(act)
    assert load_story(one).title == "Flood"


def test_a_story_that_comes_with_parallax_takes_own_articles_and_corrections():
    ids = add(candidates(1)).new
    put_in(SHIPPED, ids)
    set_fields(["mnn"], {"outlet": "MNN"}, story=SHIPPED)
    describe(SHIPPED, {"title": "Our story", "note": ""})
    take_out(SHIPPED, ["dw"])
    story = load_story(SHIPPED)
    assert [each.id for each in story.articles] == [
        "mnn",
        "caravanserai",
        "independent",
        "el-american",
        ids[0],
    ]
    assert story.articles[0].outlet == "MNN"
    assert (story.title, story.note) == ("Our story", None)
    assert ("mnn", "outlet", Basis.STATED) in [
        (k.article_id, k.field, k.basis) for k in story.known
    ]


@pytest.mark.parametrize("gone", ["own", "shipped"])
def test_a_binned_story_is_in_no_list_and_undoing_brings_it_back(gone):
    ids = add(candidates(1)).new
    one = new_story("Flood", article_ids=ids) if gone == "own" else SHIPPED
    act = bin_story(one)
    assert one not in story_titles()
    undo_act(act)
    assert one in story_ids()


def test_unknown_stories_are_refused_with_those_there_are():
    one = new_story("Flood")
    for attempt in (
        lambda: load_story("atlantis"),
        lambda: rename("atlantis", "x"),
        lambda: put_in("atlantis", []),
        lambda: merge("atlantis", [one]),
        lambda: split("atlantis", ["a"], "x"),
    ):
        with pytest.raises(StoryError, match=f"No story 'atlantis'.*{SHIPPED}, {one}"):
            attempt()


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": " "}, "needs a title"),
        ({"summary": "s" * 5_001}, "5,001 characters"),
        ({"event_start": "then"}, "ISO date"),
        ({"kept": "bin"}, "a story has no 'kept'"),
    ],
)
def test_a_story_cannot_be_described_so(values, reason):
    one = new_story("Flood")
    with pytest.raises(InputError, match=reason):
        describe(one, values)


def test_merging_takes_articles_and_decisions_along_and_is_taken_back_whole():
    ids = add(candidates(4)).new
    one = new_story("Flood", article_ids=ids[:2])
    two = new_story("Rain", article_ids=ids[1:3])
    edit(one, EditKind.ROLE, key_of("ann"), "expert")
    edit(two, EditKind.ROLE, key_of("ann"), "witness")
    edit(two, EditKind.SPEAKER, key_of("bob"), "Bob", author="Cy")
    edit(two, EditKind.QUOTE, key_of(ids[2], 0), "Bob")
    act = merge(one, [two, one])
    assert [each.id for each in load_story(one).articles] == list(ids[:3])
    decided = in_force(one)
    assert decided[EditKind.ROLE, key_of("ann")] == "expert"
    assert decided[EditKind.SPEAKER, key_of("bob")] == "Bob"
    assert decided[EditKind.QUOTE, key_of(ids[2], 0)] == "Bob"
    assert two not in story_titles()
    undo_act(act)
    assert [each.id for each in load_story(one).articles] == list(ids[:2])
    assert len(load_story(two).articles) == 2
    assert (EditKind.SPEAKER, key_of("bob")) not in in_force(one)


def test_splitting_moves_articles_and_what_was_decided_about_them():
    ids = add(candidates(3)).new
    one = new_story("Flood", article_ids=ids)
    edit(one, EditKind.QUOTE, key_of(ids[0], 0), "Ann")
    edit(one, EditKind.QUOTE, key_of(ids[2], 0), "Bob")
    edit(one, EditKind.LINK, key_of(ids[0], 0, ids[2], 4), "linked")
    two = split(one, [ids[2]], "Rain")
    assert [each.id for each in load_story(one).articles] == list(ids[:2])
    assert [each.id for each in load_story(two).articles] == [ids[2]]
    findings = {key: value for (kind, key), value in in_force(two).items() if kind == "quote"}
    assert findings == {key_of(ids[2], 0): "Bob"}
    assert "link" not in {kind for kind, _ in in_force(two)}


def test_articles_that_come_with_parallax_are_copied_when_their_story_is_split():
    edit(SHIPPED, EditKind.QUOTE, key_of("mnn", 7), "Ann")
    two = split(SHIPPED, ["mnn"], "One of five")
    (copy,) = load_story(two).articles
    assert copy.outlet == "Mission Network News"
    assert in_force(two)[EditKind.QUOTE, key_of(copy.id, 7)] == "Ann"
    assert "mnn" not in [each.id for each in load_story(SHIPPED).articles]
    assert len(story_ids()) == 2


@pytest.mark.parametrize("ids", [[], ["nowhere"]])
def test_a_story_is_not_split_by_articles_it_has_not(ids):
    one = new_story("Flood", article_ids=add(candidates(1)).new)
    with pytest.raises(InputError, match="choose articles of this story"):
        split(one, ids, "Rain")
    assert len(story_titles()) == 2


def test_notes_stand_side_by_side_and_each_is_changed_on_its_own():
    (article,) = add([candidate()]).new
    add_note(article, "First.", author="Ann")
    add_note(article, "Second.", span=Span(0, 4), author="Bob")
    first, second = notes()
    assert (second.article_id, second.span, second.author) == (article, Span(0, 4), "Bob")
    change_note(first, "First, again.", author="Cy")
    assert [each.text for each in notes()] == ["Second.", "First, again."]
    change_note(second, None)
    assert [each.author for each in notes(article_id=article)] == ["Cy"]
    assert notes(article_id="other") == ()
    assert notes("flood") == ()


def test_a_note_that_somebody_else_changed_is_not_written_over():
    (article,) = add([candidate()]).new
    add_note(article, "First.")
    (read_by_two,) = notes()
    change_note(read_by_two, "Ann's words.", author="Ann")
    with pytest.raises(LibraryError, match="changed by somebody else") as raised:
        change_note(read_by_two, "Bob's words.", author="Bob")
    assert raised.value.problem is LibraryProblem.CHANGED
    assert [each.text for each in notes()] == ["Ann's words."]


@pytest.mark.parametrize(("text", "reason"), [(" ", "empty"), ("n" * 5_001, "5,001 characters")])
def test_a_note_is_neither_empty_nor_endless(text, reason):
    with pytest.raises(InputError, match=reason):
        add_note("a", text)
