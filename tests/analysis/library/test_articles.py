import pytest

from analysis.errors import InputError, LibraryError, StoryError
from analysis.library import (
    Search,
    add,
    article,
    articles,
    bin_articles,
    count,
    engine,
    facets,
    keep_articles,
    load_story,
    new_story,
    refusal,
    set_fields,
    story_ids,
    undo_act,
)
from analysis.library.tables import articles as table
from analysis.types import Basis
from tests.analysis.library.invented import candidate, candidates

pytestmark = pytest.mark.usefixtures("either")


def _titles(**wanted):
    return [each.article.title for each in articles(Search(**wanted))]


def test_what_came_in_comes_back_as_it_was():
    one = candidate(
        "Rain 🌧 fell.\r\n\n‘So what?’",
        outlet="The Post",
        title="Rain",
        published="2022-01-02T10:00:00+06:00",
        url="https://post.example/rain",
        part="row 3",
    )
    added = add([one], author="Ann")
    kept = article(added.new[0])
    assert kept.article.text == one.article.text
    assert kept.article.layout == one.article.layout
    assert (kept.article.outlet, kept.article.outlet_basis) == ("The Post", Basis.STATED)
    assert kept.article.published == "2022-01-02T10:00:00+06:00"
    assert (kept.origin, kept.added_by, kept.stories) == (one.origin, "Ann", ())
    assert [(k.article_id, k.field, k.why) for k in kept.known] == [
        (added.new[0], "outlet", "the page")
    ]


def test_the_same_text_of_the_same_outlet_is_one_article():
    first = add([candidate(outlet="The Post")])
    again = add([candidate(outlet="the  post"), candidate(outlet="The Post")])
    assert again.new == ()
    assert again.known == first.new
    assert count() == 1


def test_the_same_text_of_two_outlets_is_two_articles():
    added = add([candidate(outlet="The Post"), candidate(outlet="The Echo")])
    assert len(added.new) == 2


def test_a_text_without_publisher_is_the_article_that_is_there():
    first = add([candidate(outlet="The Post")])
    assert add([candidate()]).known == first.new


def test_a_second_copy_fills_in_what_the_first_left_open_but_nothing_that_people_decided():
    (one,) = add([candidate(title="Rain")]).new
    set_fields([one], {"byline": ""})
    again = add([candidate(outlet="The Post", title="Another", byline="Ann", language="en")])
    assert again.known == (one,)
    kept = article(one).article
    assert (kept.outlet, kept.title, kept.byline, kept.language) == ("The Post", "Rain", None, "en")
    assert add([candidate(outlet="The Echo")]).new != ()


def test_the_host_of_an_address_tells_publishers_apart_where_no_outlet_is_known():
    added = add([candidate(url="https://www.a.example/1"), candidate(url="https://b.example/1")])
    assert len(added.new) == 2
    assert add([candidate(url="http://a.example/other")]).known == added.new[:1]


def test_articles_go_into_a_story_as_they_are_added():
    story = new_story("Flood")
    added = add(candidates(2), story=story)
    assert [each.stories for each in articles()] == [(story,), (story,)]
    assert count(Search(story=story)) == 2
    assert add(candidates(2), story=story).known == added.new


def test_an_import_into_a_story_that_is_not_there_changes_nothing():
    with pytest.raises(StoryError, match="No story 'atlantis'"):
        add(candidates(2), story="atlantis")
    assert count() == 0


def test_one_article_that_cannot_be_kept_stops_all_of_them_and_says_which():
    bad = candidate("   ", name="blank.txt")
    with pytest.raises(InputError, match=r"blank\.txt: no words found"):
        add([candidate(), bad])
    assert count() == 0


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": "a\0b"}, "NUL"),
        ({"text": "half \ud83d"}, "surrogate"),
        ({"title": "t" * 1_001}, "'title' has 1,001 characters"),
        ({"published": "1 May"}, "ISO date"),
        ({"part": "p" * 1_001}, "'part'"),
        ({"title": "a\0"}, "'title' holds a NUL"),
    ],
)
def test_why_an_article_cannot_be_kept_is_said_before(fields, reason):
    assert reason in (refusal(candidate(**fields)) or "")


def test_an_article_that_can_be_kept_is_not_refused():
    assert refusal(candidate(title="t" * 1_000)) is None


def test_undoing_an_import_takes_its_articles_out_and_adding_them_again_brings_them_back():
    story = new_story("Flood")
    added = add(candidates(2), story=story)
    undo_act(added.act)
    assert (count(), count(Search(binned=True))) == (0, 2)
    assert story not in story_ids()
    assert add(candidates(2), story=story).new == added.new
    assert count(Search(story=story)) == 2


def test_undoing_a_second_import_leaves_what_the_first_one_brought():
    add(candidates(2))
    undo_act(add(candidates(3)).act)
    assert count() == 2


def test_an_import_goes_on_under_the_deed_it_began_with():
    first = add(candidates(2))
    add(candidates(4), act=first.act)
    assert count() == 4
    undo_act(first.act)
    assert count() == 0


def test_the_bin_takes_articles_out_of_their_stories_and_gives_them_back():
    story = new_story("Flood")
    ids = add(candidates(2), story=story).new
    bin_articles(ids[:1])
    assert count(Search(story=story)) == 1
    keep_articles(ids[:1])
    assert count(Search(story=story)) == 2


def test_several_articles_are_corrected_at_once_and_taken_back_at_once():
    ids = add(candidates(3, outlet="Post", title="Rain")).new
    act = set_fields(ids[:2], {"outlet": " The\nEcho ", "title": ""}, author="Ann")
    assert _titles(outlet="The Echo") == [None, None]
    kept = article(ids[0])
    assert {k.field: (k.basis, k.why) for k in kept.known} == {
        "outlet": (Basis.STATED, "given by a reader"),
        "title": (Basis.UNKNOWN, "given by a reader"),
    }
    undo_act(act)
    assert _titles(outlet="Post") == ["Rain"] * 3


def test_a_field_returns_to_what_was_found():
    ids = add(candidates(1, outlet="Post")).new
    set_fields(ids, {"outlet": "Echo"})
    set_fields(ids, {"outlet": None})
    assert article(ids[0]).article.outlet == "Post"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"colour": "red"}, "no field 'colour'"),
        ({"published": "soon"}, "ISO date"),
        ({"url": "javascript:alert(1)"}, "write an address"),
        ({"url": "https://[x"}, "write an address"),
        ({"language": "English!"}, "its code"),
        ({"rights": "all mine"}, "there are: full, excerpt, link"),
        ({"title": "t" * 1_001}, "1,001 characters"),
    ],
)
def test_a_value_that_cannot_be_is_refused(values, reason):
    ids = add(candidates(1)).new
    with pytest.raises(InputError, match=reason):
        set_fields(ids, values)


def test_fields_of_an_article_that_is_not_there_are_refused():
    with pytest.raises(InputError, match="no article 'a0'"):
        set_fields(["a0"], {"title": "x"})
    with pytest.raises(InputError, match="no article 'a0'"):
        article("a0")


def test_a_search_goes_by_words_outlet_language_and_day():
    add([candidate("Rain fell.", title="A", outlet="Post", published="2022-01-02", language="en")])
    add([candidate("Dry 100% day_s.", title="Rainless", published="2022-02-03T01:00:00Z")])
    add([candidate("No date.", title="C", outlet="Echo", language="kk")])
    assert _titles(query="RAIN") == ["Rainless", "A"]
    assert _titles(query="fell rain") == ["A"]
    assert _titles(query="100%") == ["Rainless"]
    assert _titles(query="y_s") == ["Rainless"]
    assert _titles(query="%") == ["Rainless"]
    assert _titles(outlet="Post") == ["A"]
    assert _titles(outlet="") == ["Rainless"]
    assert _titles(language="kk") == ["C"]
    assert _titles(after="2022-01-02", before="2022-02-03") == ["Rainless", "A"]
    assert _titles(after="2022-01-03") == ["Rainless"]
    assert _titles(before="2022-01-02") == ["A"]


def test_articles_come_in_pages_the_latest_first():
    add([candidate(f"Text {n}.", title=f"T{n}") for n in range(5)])
    assert [each.article.title for each in articles(limit=2, offset=1)] == ["T3", "T2"]
    assert count() == 5


def test_facets_count_what_a_search_finds():
    add(candidates(2, outlet="Post", language="en", published="2022-01-02"))
    ids = add([candidate("More.", outlet="Echo", published="2022-03-01T00:00:00Z")]).new
    set_fields(ids, {"language": "kk"})
    found = facets()
    assert found.outlets == (("Post", 2), ("Echo", 1))
    assert found.languages == (("en", 2), ("kk", 1))
    assert found.months == (("2022-01", 2), ("2022-03", 1))
    assert facets(Search(outlet="Echo")).outlets == (("Echo", 1),)


def test_a_damaged_article_hides_no_other_and_its_text_is_not_shown():
    ids = add(candidates(2)).new
    with engine.writing() as connection:
        changed = table.update().where(table.c.id == ids[0])
        connection.execute(changed.values(text="Snow fell on day 0 of the flood."))
    whole, damaged = articles()
    assert whole.damage is None
    assert (damaged.article.text, damaged.damage) == ("", "its text does not match its SHA-256")
    story = new_story("Flood", article_ids=ids)
    with pytest.raises(LibraryError, match=f"article {ids[0]}"):
        load_story(story)
