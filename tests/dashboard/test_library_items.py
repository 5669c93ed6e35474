"""Articles as the Library page lists them, filters and finds them."""

from __future__ import annotations

import pytest

from analysis.collect.candidate import Origin, Way
from analysis.library import Facets, Kept, Search
from analysis.stories import Known, Story
from analysis.types import Article, Basis
from dashboard.prepare import library_items as items
from dashboard.prepare.library_items import ANY, Item, Ref

BRIDGE = Article(
    "post",
    "The bridge is shut.",
    story="harbour",
    outlet="Harbour Post",
    title="Bridge shut",
    published="2024-05-31T08:00+02:00",
    published_basis=Basis.STATED,
    language="en",
)
KNOWN = (
    Known("post", "outlet", Basis.INFERRED, "the address"),
    Known("post", "published", Basis.STATED, "given by a reader"),
)
STORY = Story("harbour", "The harbour", (BRIDGE,), known=KNOWN)


def _item(**fields: str | None) -> Item:
    return Item(Ref("a1", ""), Article("a1", str(fields.pop("text", "One two.")), **fields))


def test_an_own_article_is_named_by_its_id_and_a_shipped_one_by_its_story_too():
    own = items.own(Kept(BRIDGE, Origin(Way.FILE, "a.txt"), (), "2024-06-01", "MK", ("flood",)))
    assert own.name == "post"
    assert own.ref.is_own
    assert own.ref.stories == ("flood",)
    (shipped,) = items.shipped(STORY, ["post"])
    assert shipped.name == "harbour/post"
    assert not shipped.ref.is_own


def test_shipped_articles_are_those_with_the_ids_alone():
    assert items.shipped(STORY, ["other"]) == []


@pytest.mark.parametrize(
    ("search", "is_found"),
    [
        (Search(), True),
        (Search(query="BRIDGE shut"), True),
        (Search(query="bridge tunnel"), False),
        (Search(outlet="Harbour Post"), True),
        (Search(outlet=""), False),
        (Search(language="kk"), False),
        (Search(after="2024-05"), True),
        (Search(after="2024-06"), False),
        (Search(before="2024-05-31"), True),
        (Search(before="2024-04-31"), False),
        (Search(story="harbour"), True),
        (Search(story="flood"), False),
        (Search(added_after="2020-01-01"), False),
    ],
)
def test_a_search_finds_shipped_articles_as_it_finds_own_ones(search, is_found):
    assert bool(items.found(items.shipped(STORY, ["post"]), search)) is is_found


def test_an_article_without_a_date_is_before_no_day():
    assert items.found([_item()], Search(before="2024-05-31")) == []
    assert items.found([_item()], Search(after="2024-05")) == []


def test_counts_of_own_and_shipped_articles_are_added():
    own = Facets((("Town Herald", 2), ("Harbour Post", 1)), (("en", 3),), (("", 1), ("2024-06", 2)))
    found = items.with_shipped(own, items.shipped(STORY, ["post"]))
    assert found.outlets == (("Harbour Post", 2), ("Town Herald", 2))
    assert found.languages == (("en", 4),)
    assert found.months == (("", 1), ("2024-05", 1), ("2024-06", 2))


def test_filters_offer_values_with_counts_and_any_first():
    assert items.choices((("Post", 1200), ("", 2))) == {
        ANY: "any",
        "Post": "Post (1,200)",
        "": "not known (2)",
    }
    assert items.languages((("kk", 1), ("xx", 2)))["kk"] == "Kazakh (1)"


def test_months_are_told_in_words_and_articles_without_a_date_have_none():
    found = items.months((("", 4), ("2024", 1), ("2024-05", 3)))
    assert found == {ANY: "any", "2024": "2024 (1)", "2024-05": "May 2024 (3)"}


def test_the_line_under_a_headline_says_who_when_how_long_where_and_rights():
    (item,) = items.shipped(STORY, ["post"])
    assert items.meta(item, {"harbour": "The harbour"}) == (
        "Harbour Post \u00b7 31 May 2024, 08:00 UTC+02:00 (given by a reader) \u00b7 4 words "
        "\u00b7 in \u201cThe harbour\u201d \u00b7 rights: not stated"
    )


def test_what_is_not_known_is_said():
    line = items.meta(_item(), {})
    assert line.startswith(
        "outlet not known \u00b7 date not known \u00b7 2 words \u00b7 in no story"
    )


def test_a_field_is_told_with_its_basis_and_the_words_that_show_it():
    (item,) = items.shipped(STORY, ["post"])
    assert items.field(item, "outlet") == "Harbour Post (inferred: the address)"
    assert items.field(item, "published") == "2024-05-31T08:00+02:00 (given by a reader)"
    assert items.field(item, "title") == "Bridge shut"
    assert items.field(item, "byline") == "not known"


@pytest.mark.parametrize(
    ("item", "headline"),
    [
        (_item(title="A\n title "), "A title"),
        (_item(text="Rain  fell."), "Rain fell."),
        (_item(text=""), "(no headline)"),
        (_item(title="w" * 200), "w" * 89 + "\u2026"),
    ],
)
def test_a_headline_is_one_short_line(item, headline):
    assert item.headline == headline
