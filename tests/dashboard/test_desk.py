"""The desk: what was read and is not saved, and what a person can do with it."""

from __future__ import annotations

import pytest

from analysis.collect import Candidate, Origin, Refused, ToFetch, Way
from analysis.near_copies import Link, LinkKind
from analysis.stories import Known
from analysis.types import Article, Basis
from dashboard.prepare import collect
from dashboard.prepare import desk as desks
from dashboard.prepare.desk import Desk, Entry
from dashboard.words_languages import language_name

TEXT = (
    "Ferry runs aground\n\nBy Ana Bell\n\nThe ferry ran aground near the harbour on Monday and "
    "forty sailors were saved, the harbour office said.\n\nSign up to our newsletter\n"
)


def candidate(text=TEXT, *, name="one.txt", known=(), notices=(), **fields):
    fields = {"language": "en", **fields}
    return Candidate(Article("found", text, **fields), Origin(Way.FILE, name), known, notices)


def entry(number=1, **fields):
    return Entry(number, candidate(**fields))


def row(url="https://post.example/1", **fields):
    values = {"title": None, "published": None, "outlet": None, **fields}
    return ToFetch(url, origin=Origin(Way.TABLE, "list.csv", "2"), **values)


def test_items_are_sorted_onto_the_desk_and_entries_numbered_on():
    first = desks.with_items(Desk(), [candidate(), Refused("bad.docx", "no Word file")])
    second = desks.with_items(first, [row(), candidate("Other text.")])
    assert [each.number for each in second.entries] == [1, 2]
    assert second.refused == (Refused("bad.docx", "no Word file"),)
    assert second.to_fetch == (row(),)


def test_numbers_are_not_given_twice_after_saving():
    one = desks.with_items(Desk(), [candidate()])
    again = desks.with_items(desks.without(one, [1]), [candidate()])
    assert [each.number for each in again.entries] == [2]


def test_a_refusal_and_an_address_are_listed_once():
    twice = [Refused("a", "b"), row(), Refused("a", "b"), row()]
    found = desks.with_items(Desk(), twice)
    assert (len(found.refused), len(found.to_fetch)) == (1, 1)


def test_a_fetched_page_gets_what_the_export_said_and_leaves_the_list():
    asked = row(title="From the list", outlet="The Post", published="2024-03-01")
    page = Candidate(
        Article("page", TEXT, title="From the page"), Origin(Way.WEB, asked.url), (), ()
    )
    found = desks.with_items(Desk(to_fetch=(asked,)), [page])
    (made,) = found.entries
    assert found.to_fetch == ()
    assert (made.value("title"), made.value("outlet")) == ("From the page", "The Post")
    assert made.candidate.article.published_basis is Basis.STATED
    assert [k.why for k in made.candidate.known] == ["the list it came from: list.csv"] * 2


def test_an_address_that_could_not_be_fetched_stays_to_be_tried_again():
    found = desks.with_items(Desk(to_fetch=(row(),)), [Refused(row().url, "no answer")])
    assert found.to_fetch == (row(),)


def test_only_what_differs_from_what_was_found_is_a_correction():
    on = Desk((entry(outlet="Post"),))
    changed = desks.corrected(on, [1], "outlet", "  The   Post ")
    assert dict(changed.entries[0].candidate.corrections) == {"outlet": "The Post"}
    back = desks.corrected(changed, [1], "outlet", "Post")
    assert dict(back.entries[0].candidate.corrections) == {}
    emptied = desks.corrected(on, [1], "outlet", "")
    assert dict(emptied.entries[0].candidate.corrections) == {"outlet": ""}
    assert emptied.entries[0].value("outlet") == ""


def test_a_correction_of_some_leaves_the_others():
    changed = desks.corrected(Desk((entry(1), entry(2), entry(3))), [1, 3], "outlet", "Post")
    assert [each.value("outlet") for each in changed.entries] == ["Post", "", "Post"]


def test_entries_are_taken_left_out_and_put_back():
    on = Desk((entry(1), entry(2), entry(3)), first=4)
    assert [e.number for e in desks.taken(on, [2], is_in=False).taken] == [1, 3]
    assert [e.number for e in desks.only(on, [2]).taken] == [2]
    saved = on.entries[1]
    rest = desks.without(on, [2])
    assert [e.number for e in rest.entries] == [1, 3]
    assert [e.number for e in desks.returned(rest, [saved]).entries] == [1, 2, 3]


def test_an_empty_desk_is_empty_and_a_notice_is_not():
    assert Desk().is_empty
    assert not Desk(notices=("Stopped.",)).is_empty


def test_what_a_person_sees_of_an_article():
    known = (Known("found", "title", Basis.STATED, "the text: Ferry runs aground"),)
    seen = collect.look(entry(title="Ferry runs aground", byline="Ana Bell", known=known))
    assert seen.headline == "Ferry runs aground"
    # "Ferry runs aground" and the 18 words of the sentence.
    assert seen.size == "21 words"
    assert seen.begins.startswith("The ferry ran aground near the harbour")
    assert seen.cleaning.startswith("Cleaning sets aside: 1 author line and 1 piece of page furni")
    assert seen.remarks == ("Name the outlet: articles are compared by who published them.",)


def test_a_field_says_how_it_is_known_and_what_was_corrected():
    known = (Known("found", "outlet", Basis.INFERRED, "domain post.example"),)
    on = Desk((entry(outlet="Post", published="2024-03-01", known=known),))
    facts = {f.label: f for f in collect.look(on.entries[0]).facts}
    assert (facts["Outlet"].value, facts["Outlet"].how) == ("Post", "inferred: domain post.example")
    assert (facts["Author"].value, facts["Author"].how) == ("not known", "")
    fixed = desks.corrected(on, [1], "outlet", "The Post").entries[0]
    facts = {f.label: f for f in collect.look(fixed).facts}
    assert (facts["Outlet"].value, facts["Outlet"].how) == (
        "The Post",
        "corrected by you; found: Post",
    )


@pytest.mark.parametrize(
    ("language", "remark"),
    [
        ("kk", "Not measured: no word lists for Kazakh. It is kept and shown."),
        ("xx", "Not measured: no word lists for language “xx”. It is kept and shown."),
    ],
)
def test_another_language_is_said_to_be_not_measured(language, remark):
    assert collect.look(entry(language=language, outlet="Post")).remarks == (remark,)


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us"])
def test_english_of_any_country_is_measured(language):
    assert collect.look(entry(language=language, outlet="Post")).remarks == ()


def test_a_language_is_called_by_its_name():
    assert (language_name("ru"), language_name("pt-BR")) == ("Russian", "Portuguese")


def test_notices_of_the_reading_are_shown():
    assert "The date is odd." in collect.look(entry(notices=("The date is odd.",))).remarks


def test_a_page_without_article_text_says_so():
    seen = collect.look(entry(text="Sign up to our newsletter\n"))
    assert seen.headline == "(no headline found)"
    assert seen.size in ("0 words", "5 words")


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2024-03-12", "12 March 2024"),
        ("2024-03-12T14:30+06:00", "12 March 2024, 14:30 UTC+06:00"),
        ("2024-03-12T14:30:00", "12 March 2024, 14:30 (no time zone given)"),
        ("one day", "one day"),
    ],
)
def test_a_date_is_shown_in_words_with_its_zone(published, shown):
    assert collect.day_of(published) == shown


def test_the_summary_counts_what_lies_there():
    entries = desks.taken(Desk((entry(1), entry(2))), [2], is_in=False).entries
    assert collect.summary(entries, 1, 3, 2) == (
        "2 articles · 1 already in the library · 1 left out · 3 addresses to fetch · "
        "2 could not be read"
    )
    assert collect.summary(entries[:1], 0, 0, 0) == "1 article"


def test_versions_and_copies_are_said_at_the_new_or_later_article():
    names = {"a1": "“Old” (Post)", "new 1": "“One”", "new 2": "“Two”"}
    links = [
        Link("new 1", "a1", LinkKind.VERSION, 0.8, 0.7),
        Link("new 2", "new 1", LinkKind.COPY, 1.0, 1.0),
        Link("a1", "a2", LinkKind.COPY, 1.0, 1.0),
    ]
    found = collect.near_words(links, {**names, "a2": "“Other”"})
    assert found == {
        "new 1": (
            "Looks like another version of “Old” (Post): 80 % of the shorter text stands in both.",
        ),
        "new 2": ("The same text as “One”.",),
    }


def test_an_article_without_headline_is_named_by_how_it_begins():
    assert collect.named(Article("a", "Rain\n fell.")) == "“Rain fell.”"
    assert collect.named(Article("a", "Rain.", title="Wet", outlet="Post")) == "“Wet” (Post)"
