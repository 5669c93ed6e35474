"""Addresses -> candidates: one item or more for each, in order, with where it came from."""

from dataclasses import replace

import pytest

from analysis.collect import candidates
from analysis.collect.candidate import Candidate, Origin, Refused, ToFetch, Way
from analysis.collect.web import pages
from analysis.collect.web.fetch import Fetched
from analysis.collect.web.pace import Pace
from analysis.collect.web.pages import fetch_candidates
from analysis.collect.web.rules import FetchError, Rule
from analysis.types import Article


def page(url="https://outlet.example/a", **changes):
    fields = {"status": 200, "content_type": "text/html", "body": b"<p>Words", **changes}
    return Fetched(url, fields.pop("final_url", url), **fields)


class Reader:
    """Stands in for the readers: keeps the files it is given, and finds what it is told to."""

    def __init__(self, *found):
        self.files = []
        self.found = found or (Candidate(Article("page", "Words"), Origin(Way.FILE, "page.html")),)

    def __call__(self, files):
        self.files.extend(files)
        yield from self.found


def collected(urls, *, fetch=page, parse=None, **options):
    options = {"pace": Pace(1000), **options}
    return list(fetch_candidates(urls, fetch=fetch, parse=parse or Reader(), **options))


def test_each_address_yields_its_article_with_where_it_came_from():
    found = collected(["https://outlet.example/a", " https://outlet.example/b\n", "", " "])
    assert [item.origin for item in found] == [
        Origin(Way.WEB, "https://outlet.example/a"),
        Origin(Way.WEB, "https://outlet.example/b"),
    ]
    assert [item.article.url for item in found] == [
        "https://outlet.example/a",
        "https://outlet.example/b",
    ]


def test_an_address_given_twice_is_fetched_once():
    assert len(collected(["https://outlet.example/a"] * 2)) == 1


def test_an_address_that_is_refused_does_not_stop_the_others():
    def fetch(url):
        if "bad" in url:
            message = "port 22: pages are fetched from ports 80 and 443 only"
            raise FetchError(Rule.PORT, message)
        return page(url)

    bad, good = collected(["http://bad.example:22/", "https://outlet.example/a"], fetch=fetch)
    assert bad == Refused(
        "http://bad.example:22/", "port 22: pages are fetched from ports 80 and 443 only"
    )
    assert isinstance(good, Candidate)


def test_what_cannot_be_read_is_refused_under_its_address():
    parse = Reader(Refused("page.html", "no article text found"))
    assert collected(["https://outlet.example/a"], parse=parse) == [
        Refused("https://outlet.example/a", "no article text found")
    ]


def test_an_entry_that_cannot_be_read_is_refused_under_the_address_of_its_feed():
    parse = Reader(Refused("page.xml: entry 3", "nothing to read"))

    def fetch(url):
        return page(url, content_type="text/xml", body=b"<rss>")

    assert collected(["https://outlet.example/feed"], fetch=fetch, parse=parse) == [
        Refused("https://outlet.example/feed: entry 3", "nothing to read")
    ]


def test_an_address_with_invisible_letters_is_shown_with_them():
    def fetch(_url):
        message = "no"
        raise FetchError(Rule.ADDRESS, message)

    (found,) = collected(["https://outlet.example/\u202egpj"], fetch=fetch)
    assert found.name == "https://outlet.example/\\u202egpj"


def test_the_entries_of_a_feed_keep_their_own_addresses():
    entry = ToFetch(
        "https://outlet.example/1", "One", None, None, Origin(Way.FEED, "page.xml", "entry 1")
    )
    assert collected(["https://outlet.example/feed"], parse=Reader(entry)) == [
        replace(entry, origin=Origin(Way.FEED, "https://outlet.example/feed", "entry 1"))
    ]


@pytest.mark.parametrize(
    ("kind", "body", "name"),
    [
        ("text/html", b"<p>x", "page.html"),
        ("application/xhtml+xml", b"<html>", "page.html"),
        ("application/pdf", b"%PDF-", "page.pdf"),
        ("text/plain", b"x", "page.txt"),
        ("application/json", b"{}", "page.json"),
        ("application/rss+xml", b"<rss>", "page.xml"),
        ("text/xml", b"<?xml version='1.0'?><feed>", "page.xml"),
        ("text/xml", b"<?xml version='1.0'?><HTML>", "page.html"),
        ("text/html", b"<?xml version='1.0'?>\n<rss version='2.0'>", "page.xml"),
        ("text/html", b"<!DOCTYPE html><html><p>about &lt;rss&gt; <rss>", "page.html"),
    ],
)
def test_a_body_is_read_as_what_its_type_says(kind, body, name):
    parse = Reader()
    collected(
        ["https://outlet.example/a"],
        fetch=lambda url: page(url, content_type=kind, body=body),
        parse=parse,
    )
    assert [(file.name, file.data) for file in parse.files] == [(name, body)]


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        ("windows-1251", "Слова из Алматы".encode("cp1251"), "Слова из Алматы"),
        ("windows-1251", "Слова".encode(), "Слова"),
        ("iso-8859-1", "café “no”".encode("cp1252"), "café “no”"),
    ],
)
def test_an_encoding_that_only_the_server_states_is_used(charset, body, text):
    parse = Reader()
    collected(
        ["https://outlet.example/a"],
        fetch=lambda url: page(url, charset=charset, body=body),
        parse=parse,
    )
    assert parse.files[0].data.decode("utf-8-sig") == text


@pytest.mark.parametrize("charset", ["punycode", "zlib", "unicode_escape", "utf-7", "none-such"])
def test_an_encoding_that_no_page_is_in_is_left_to_the_reader(charset):
    parse = Reader()
    collected(
        ["https://outlet.example/a"],
        fetch=lambda url: page(url, charset=charset, body=b"a\xffb"),
        parse=parse,
    )
    assert parse.files[0].data == b"a\xffb"


def test_progress_counts_addresses():
    told = []
    collected(
        ["https://outlet.example/a", "https://outlet.example/b"],
        progress=lambda *said: told.append(said),
    )
    assert told == [
        (0, 2, "https://outlet.example/a"),
        (1, 2, "https://outlet.example/b"),
        (2, 2, ""),
    ]


def test_where_the_pace_is_used_up_the_next_turn_is_waited_for(monkeypatch):
    told = []
    pace = Pace()
    waits = iter([60.0, 0.0])
    monkeypatch.setattr(pace, "wait_seconds", lambda: next(waits))
    monkeypatch.setattr(pages.time, "sleep", lambda _seconds: None)
    found = collected(
        ["https://outlet.example/a"], pace=pace, progress=lambda *said: told.append(said[2])
    )
    assert len(found) == 1
    assert told == ["https://outlet.example/a", "waiting 60 seconds to spare the sites", ""]


def test_a_turn_that_another_reader_took_is_waited_for_again(monkeypatch):
    answers = [FetchError(Rule.PACE, "10 pages were fetched"), page()]

    def fetch(_url):
        answer = answers.pop(0)
        if isinstance(answer, FetchError):
            raise answer
        return answer

    monkeypatch.setattr(pages.time, "sleep", lambda _seconds: None)
    (found,) = collected(["https://outlet.example/a"], fetch=fetch)
    assert isinstance(found, Candidate)


@pytest.mark.parametrize(
    ("claimed", "final", "kept"),
    [
        (None, "https://www.outlet.example/a?b=c", "https://www.outlet.example/a?b=c"),
        ("https://outlet.example/a", "https://m.outlet.example/a?x=y", "https://outlet.example/a"),
        ("/a", "https://outlet.example/amp/a", "https://outlet.example/a"),
        ("https://outlet.co.uk/a", "https://www.outlet.co.uk/b", "https://outlet.co.uk/a"),
        ("https://outlet.example/", "https://outlet.example/a", "https://outlet.example/a"),
        ("javascript:x", "https://outlet.example/a", "https://outlet.example/a"),
        ("http://10.0.0.1:22/", "https://outlet.example/a", "https://outlet.example/a"),
    ],
)
def test_the_address_a_page_names_is_believed_for_its_own_site(claimed, final, kept):
    reader = Reader(Candidate(Article("p", "Words", url=claimed), Origin(Way.FILE, "page.html")))
    (found,) = collected([final], fetch=lambda url: page(url, final_url=final), parse=reader)
    assert (found.article.url, found.notices) == (kept, ())


@pytest.mark.parametrize(
    ("claimed", "final"),
    [
        ("https://rival.example/a", "https://copy.invalid/a"),
        ("https://rival.co.uk/a", "https://copy.co.uk/a"),
    ],
)
def test_a_copy_on_another_site_stays_that_sites_with_a_notice(claimed, final):
    reader = Reader(Candidate(Article("p", "Words", url=claimed), Origin(Way.FILE, "page.html")))
    (found,) = collected([final], parse=reader)
    assert found.article.url == final
    assert claimed in found.notices[0]


WAYBACK = "https://web.archive.org/web/20220105120000"


@pytest.mark.parametrize(
    ("final", "claimed", "original"),
    [
        (f"{WAYBACK}/https://outlet.example/a?b=c", None, None),
        (f"{WAYBACK}id_/https:/outlet.example/a?b=c", None, None),
        (f"{WAYBACK}/http://o.example/x", f"{WAYBACK}/https://outlet.example/a?b=c", None),
        (f"{WAYBACK}/http://o.example/x", None, "https://outlet.example/a?b=c"),
        ("https://archive.ph/AbC1d", "https://archive.ph/2022.01.05-120000/"
         "https://outlet.example/a?b=c", None),
        ("https://perma.cc/AB12-CD34", "https://outlet.example/a?b=c", None),
    ],
)  # fmt: skip
def test_an_archived_copy_keeps_the_address_of_its_original(final, claimed, original):
    reader = Reader(Candidate(Article("p", "Words", url=claimed), Origin(Way.FILE, "page.html")))
    (found,) = collected([final], fetch=lambda url: page(url, original=original), parse=reader)
    assert found.article.url == "https://outlet.example/a?b=c"
    assert [known.why for known in found.known if known.field == "url"] == [
        f"archived copy at {final}"
    ]


def test_an_archive_that_does_not_say_whose_page_it_is_keeps_its_own_address():
    (found,) = collected(["https://archive.ph/AbC1d"])
    assert found.article.url == "https://archive.ph/AbC1d"


def test_the_outlet_is_the_one_whose_domain_it_is():
    reader = Reader(
        Candidate(
            Article("p", "Words", outlet="Page title of the site"), Origin(Way.FILE, "page.html")
        )
    )
    (found,) = collected(["https://www.mnnonline.org/news/a"], parse=reader)
    assert found.article.outlet == "Mission Network News"
    assert [(k.field, k.why) for k in found.known if k.field == "outlet"] == [
        ("outlet", "domain www.mnnonline.org")
    ]


def test_a_page_and_a_feed_are_read_by_the_readers_in_their_own_process():
    words = "<p>The minister spoke to reporters about the roads of the country today.</p>" * 20
    html = f"<html><head><title>Roads reopen</title></head><body><article>{words}</article></body>"
    feed = (
        "<rss version='2.0'><channel><title>Outlet</title><item><title>One</title>"
        "<link>https://outlet.example/1</link></item></channel></rss>"
    )

    def fetch(url):
        if url.endswith("feed"):
            return page(url, content_type="application/rss+xml", body=feed.encode())
        return page(url, body=html.encode())

    urls = ["https://outlet.example/a", "https://outlet.example/feed"]
    article, entry = collected(urls, fetch=fetch, parse=candidates)
    assert isinstance(article, Candidate)
    assert "The minister spoke" in article.article.text
    assert article.origin == Origin(Way.WEB, urls[0])
    assert isinstance(entry, ToFetch)
    assert (entry.url, entry.origin) == (
        "https://outlet.example/1",
        Origin(Way.FEED, urls[1], "entry 1"),
    )
