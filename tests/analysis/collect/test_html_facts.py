"""What a page says of its article, how it is known, and by which words."""

import json

import pytest

from analysis.collect.html import read_page

BODY = (
    "<article><h1>Old bridge closed</h1>"
    + "<p>The council of Norwick closed the old bridge on Monday, the mayor said.</p>" * 3
    + "</article>"
)


def facts(head="", body=BODY, *, html="<html>", **options):
    page = read_page(f"{html}<head>{head}</head><body>{body}</body></html>", **options)
    return {fact.field: (fact.value, fact.basis.value, fact.why) for fact in page.facts}


def linked(**fields):
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields})
    return f"<script type='application/ld+json'>{data}</script>"


def test_title_is_the_headline_on_the_page():
    found = facts("<title>Old bridge closed | Post</title><meta property=og:title content=Gone>")
    assert found["title"] == ("Old bridge closed", "stated", "Old bridge closed")


def test_title_without_a_headline_comes_from_the_head_without_the_site():
    head = (
        "<title>Old bridge closed | The Post</title><meta property=og:site_name content='The Post'>"
    )
    title = facts(head, "<p>The bridge is closed, the mayor said on Monday.</p>")["title"]
    assert title == ("Old bridge closed", "stated", "<title>: Old bridge closed | The Post")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        (linked(author={"@type": "Person", "name": "Ann Lee"}), "Ann Lee"),
        (linked(author=[{"name": "Ann Lee"}, {"name": "Bo Cole"}]), "Ann Lee, Bo Cole"),
        (linked(author="Ann Lee"), "Ann Lee"),
        ("<meta name=author content='Ann Lee'>", "Ann Lee"),
        ("<meta name=author content='https://example.com/ann'>", None),
        ("<meta name=author content='ann@example.com'>", None),
        ("<meta name=author content=Post><meta property=og:site_name content=Post>", None),
    ],
)
def test_byline_comes_from_the_head(head, value):
    assert facts(head).get("byline", (None,))[0] == value


def test_byline_on_the_page_is_read_without_its_by():
    body = BODY.replace("</h1>", "</h1><p class=byline>By Ann Lee</p>")
    assert facts(body=body)["byline"] == ("Ann Lee", "stated", "By Ann Lee")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        (linked(datePublished="2024-03-12T09:00:00Z"), "2024-03-12T09:00:00+00:00"),
        (linked(datePublished="2024-03-12T09:00:00.123+0100"), "2024-03-12T09:00:00+01:00"),
        (linked(datePublished="2024-03-12T09:00-05"), "2024-03-12T09:00:00-05:00"),
        (linked(datePublished="2024-03-12"), "2024-03-12"),
        (linked(datePublished="2024-03-12 09:00:00 UTC"), "2024-03-12T09:00:00+00:00"),
        (
            linked(datePublished="2024-03-12T09:00", dateModified="2024-04-01"),
            "2024-03-12T09:00:00",
        ),
        ("<meta name=pubdate content=2024-03-12T09:00Z>", "2024-03-12T09:00:00+00:00"),
        ("<meta property=article:published_time content=2024-03-12>", "2024-03-12"),
        (linked(datePublished="yesterday"), None),
        (linked(datePublished="2024-13-45"), None),
    ],
)
def test_time_of_publication_keeps_its_zone(head, value):
    assert facts(head).get("published", (None,))[0] == value


def test_update_counts_only_where_nothing_says_when_it_was_published():
    assert facts(linked(dateModified="2024-04-01"))["published"] == (
        "2024-04-01",
        "inferred",
        "dateModified: 2024-04-01",
    )


def test_time_element_and_address_give_the_date_too():
    time = "<time datetime=2024-03-12T09:00+01:00>12 March</time>"
    found = facts(body=BODY.replace("</h1>", f"</h1>{time}"))
    assert found["published"] == (
        "2024-03-12T09:00:00+01:00",
        "stated",
        "12 March: 2024-03-12T09:00+01:00",
    )
    found = facts(url="https://post.example.com/2024/3/12/bridge")
    assert found["published"][:2] == ("2024-03-12", "inferred")


@pytest.mark.parametrize(
    ("head", "value", "basis"),
    [
        ("<meta property=og:site_name content='The Post'>", "The Post", "stated"),
        (linked(publisher={"name": "The Post"}), "The Post", "stated"),
        (
            "<title>Bridge - The Norwick Post</title>"
            "<link rel=canonical href=https://www.norwickpost.com/a/b>",
            "The Norwick Post",
            "inferred",
        ),
        ("<title>Bridge - what we know</title>", None, None),
    ],
)
def test_outlet_is_the_site_as_it_names_itself(head, value, basis):
    assert facts(head).get("outlet", (None, None))[:2] == (value, basis)


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("<link rel=canonical href=https://example.com/a/b>", "https://example.com/a/b"),
        ("<link rel=canonical href=/c>", "https://example.com/c"),
        ("<meta property=og:url content=https://example.com/d>", "https://example.com/d"),
        ("<link rel=canonical href=https://example.com/>", "https://example.com/x?id=1"),
        ("<link rel=canonical href='javascript:alert(1)'>", "https://example.com/x?id=1"),
        ("<link rel=canonical href='http://[bad'>", "https://example.com/x?id=1"),
        (
            "<link rel=canonical href=https://archive.example.org/web/20220105123456/"
            "https://example.com/a>",
            "https://example.com/a",
        ),
    ],
)
def test_address_is_the_original_one(head, value):
    assert facts(head, url="https://example.com/x?id=1")["url"][0] == value


@pytest.mark.parametrize(
    ("fetched", "value"),
    [
        ("https://example.com/x?utm_source=tw&id=1&fbclid=2", "https://example.com/x?id=1"),
        ("https://example.com/x/?gclid=3", "https://example.com/x/"),
        ("https://example.com/x?page=2&q=utm", "https://example.com/x?page=2&q=utm"),
    ],
)
def test_what_tells_only_where_a_reader_came_from_is_no_part_of_the_address(fetched, value):
    assert facts("", url=fetched)["url"][0] == value


def test_page_saved_by_a_browser_names_its_address():
    note = "<!-- saved from url=(0033)https://example.com/news/bridge -->"
    found = facts(html=f"{note}<html>")
    assert found["url"][0] == "https://example.com/news/bridge"


@pytest.mark.parametrize(
    ("html", "body", "value", "basis"),
    [
        ("<html lang=en-GB>", BODY, "en", "stated"),
        ("<html lang=de>", BODY, "en", "inferred"),
        ("<html>", BODY, "en", "inferred"),
        (
            "<html lang=de>",
            "<p>Die Stadt Norwick hat am Montag die alte Brücke nach der Flut gesperrt, "
            "teilte die Bürgermeisterin am Abend im Rathaus mit.</p>",
            "de",
            "stated",
        ),
    ],
)
def test_language_is_the_declared_one_where_the_text_agrees(html, body, value, basis):
    assert facts(html=html, body=body)["language"][:2] == (value, basis)


@pytest.mark.parametrize(
    "data", ["{", "[[[", "null", "7", '{"@type": 7}', '{"@type": "NewsArticle", "author": 7}']
)
def test_broken_structured_data_is_passed_over(data):
    found = facts(f"<script type='application/ld+json'>{data}</script>")
    assert found["title"][0] == "Old bridge closed"
    assert "byline" not in found
