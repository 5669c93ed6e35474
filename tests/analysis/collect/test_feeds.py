"""Feeds: each entry is an article, an address to fetch, or named as what cannot be read."""

import contextlib
import random
import socket

import pytest

from analysis.collect.candidate import Candidate, Origin, Refused, ToFetch, Way
from analysis.collect.feeds import MAX_ENTRIES, MIN_FULL_WORDS, feed_entries, read_feed
from analysis.collect.fragments import fragment_text
from analysis.errors import InputError

LONG = " ".join(["The minister spoke to reporters about the roads."] * 30)


def rss(*items, head="<title>Outlet News</title><language>en-GB</language>", before=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{head}{''.join(items)}</channel></rss>"
    ).encode()


def item(body):
    return f"<item>{body}</item>"


TEASER = item(
    "<title>Roads &amp; rivers</title><link>https://outlet.example/1</link>"
    "<pubDate>Wed, 05 Jan 2022 14:30:00 +0600</pubDate><description>Short.</description>"
)
WHOLE = item(
    "<title>Two</title><link>https://outlet.example/2</link><dc:creator>Ann Lee</dc:creator>"
    f"<content:encoded><![CDATA[<p>First words.</p><p>{LONG}</p>]]></content:encoded>"
)


def test_a_teaser_is_an_address_to_fetch():
    assert list(read_feed(rss(TEASER), "news.xml")) == [
        ToFetch(
            "https://outlet.example/1",
            "Roads & rivers",
            "2022-01-05T14:30:00+06:00",
            "Outlet News",
            Origin(Way.FEED, "news.xml", "entry 1"),
        )
    ]


def test_an_entry_with_its_whole_text_is_an_article():
    _, found = read_feed(rss(TEASER, WHOLE), "news.xml")
    assert isinstance(found, Candidate)
    article = found.article
    assert article.text == f"Two\n\nFirst words.\n\n{LONG}"
    assert (article.title, article.byline, article.outlet) == ("Two", "Ann Lee", "Outlet News")
    assert (article.url, article.language) == ("https://outlet.example/2", "en-GB")
    assert article.published is None
    assert found.origin == Origin(Way.FEED, "news.xml", "entry 2")
    assert {known.field: known.why for known in found.known}["outlet"] == "feed: Outlet News"
    assert found.notices == ("text as the feed gives it; the page may show more",)


def test_an_atom_feed_is_read():
    data = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet</title><entry>
        <title>One</title><link href="https://www.mnnonline.org/1"/><id>x</id>
        <updated>2022-01-05T14:30:00+06:00</updated><author><name>Ann Lee</name></author>
        <content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>""".encode()
    (found,) = read_feed(data, "a")
    assert isinstance(found, Candidate)
    assert found.article.published == "2022-01-05T14:30:00+06:00"
    assert (found.article.outlet, found.article.byline) == ("Mission Network News", "Ann Lee")
    assert found.article.text == f"One\n\n{LONG}"


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("Wed, 05 Jan 2022 14:30:00 GMT", "2022-01-05T14:30:00+00:00"),
        ("Wed, 05 Jan 2022 14:30:00 EST", "2022-01-05T14:30:00-05:00"),
        ("Wed, 05 Jan 2022 14:30:00", "2022-01-05T14:30:00"),
        ("2022-01-05T14:30:00Z", "2022-01-05T14:30:00Z"),
        ("5 January 2022", "2022-01-05"),
        ("03/04/2022", None),
        ("soon", None),
    ],
)
def test_a_date_keeps_the_zone_it_states_and_nothing_is_guessed(stated, published):
    body = f"<link>https://outlet.example/1</link><pubDate>{stated}</pubDate>"
    (found,) = read_feed(rss(item(body)), "a")
    assert isinstance(found, ToFetch)
    assert found.published == published


@pytest.mark.parametrize(
    ("end", "is_whole"),
    [
        ("", True),
        (" […]", False),
        (" [&#8230;]", False),
        ("...", False),
        (" <a href='x'>Continue reading Roads and rivers</a>", False),
        (" Read more »", False),
        ("</p><p>The post <a href='x'>Roads</a> appeared first on <a>Outlet</a>.", True),
        (" […]</p><p>The post <a href='x'>Roads</a> appeared first on <a>Outlet</a>.", False),
    ],
)
def test_a_text_that_goes_on_elsewhere_is_a_teaser(end, is_whole):
    body = (
        "<title>Roads</title><link>https://outlet.example/1</link>"
        f"<content:encoded><![CDATA[<p>{LONG}{end}</p>]]></content:encoded>"
    )
    (found,) = read_feed(rss(item(body)), "a")
    assert isinstance(found, Candidate) == is_whole


@pytest.mark.parametrize(("n_words", "kind"), [(MIN_FULL_WORDS - 1, ToFetch), (150, Candidate)])
def test_a_short_content_is_a_teaser(n_words, kind):
    words = "<link>https://outlet.example/1</link><content:encoded>" + "word " * n_words
    (found,) = read_feed(rss(item(f"{words}</content:encoded>")), "a")
    assert isinstance(found, kind)


@pytest.mark.parametrize("link", ["", "<link>javascript:alert(1)</link>", "<link>/1</link>"])
def test_an_entry_without_text_or_web_address_is_listed(link):
    bad, good = read_feed(rss(item(f"<title>One</title>{link}"), TEASER), "news.xml")
    assert bad == Refused(
        "news.xml: entry 1", "neither a whole text nor a web address; nothing to read"
    )
    assert isinstance(good, ToFetch)


@pytest.mark.parametrize("n_more", [-1, 0, 1])
def test_at_most_two_hundred_entries_are_read(n_more):
    found = list(read_feed(rss(*[TEASER] * (MAX_ENTRIES + n_more)), "news.xml"))
    entries = [each for each in found if isinstance(each, ToFetch)]
    assert len(entries) == min(200, 200 + n_more)
    assert found[len(entries) :] == (
        [Refused("news.xml", "the first 200 entries are read; 1 more are left out")]
        if n_more == 1
        else []
    )


BOMB = "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    "data",
    [
        rss(TEASER, before=BOMB),
        rss(TEASER, before=BOMB.lower()),
        rss(TEASER, before="<!DOCTYPE rss [ <!ENTITY x SYSTEM 'file:///etc/passwd'> ]>"),
        rss(TEASER, before="<!DOCTYPE rss SYSTEM 'http://127.0.0.1/x.dtd' [%x;]>"),
        rss(TEASER, before=BOMB).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        rss(TEASER, before=BOMB).decode().replace("UTF-8", "UTF-16").encode("utf-16-le"),
    ],
)
def test_a_feed_that_declares_entities_is_refused(data):
    with pytest.raises(InputError, match="declares entities"):
        list(read_feed(data, "a"))


@pytest.mark.parametrize(("n_attributes", "is_read"), [(500, True), (501, False)])
def test_a_tag_has_at_most_five_hundred_attributes(n_attributes, is_read):
    tag = "<x " + " ".join(f"a{n}='y'" for n in range(n_attributes)) + "/>"
    data = rss(TEASER, item(f"{tag}<link>https://outlet.example/2</link>"))
    if is_read:
        assert len(list(read_feed(data, "a"))) == 2
    else:
        with pytest.raises(InputError, match="more than 500 attributes"):
            list(read_feed(data, "a"))


@pytest.mark.parametrize("flood", ["&lt;!--" * 10_001, "&lt;b" * 100_000, "<b/>" * 100_000])
def test_a_flood_of_markup_is_refused_before_it_is_parsed(flood):
    with pytest.raises(InputError, match="more than are read of a feed"):
        list(read_feed(rss(item(f"<description>{flood}</description>")), "a"))


@pytest.mark.parametrize("damage", ["<![CDA[", "<![CDATA[", "<!", "&#55296;", "<entry>"])
def test_a_damaged_entry_is_read_or_named(damage):
    data = rss(TEASER, item(f"<title>One{damage}</title>"))
    with contextlib.suppress(InputError):
        assert list(read_feed(data, "a"))


def test_a_feed_without_entries_says_so():
    with pytest.raises(InputError, match="no entries"):
        list(read_feed(rss(), "a"))


def test_the_document_type_of_old_feeds_is_harmless():
    old = "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://127.0.0.1/rss.dtd'>"
    (found,) = read_feed(rss(TEASER, before=old), "a")
    assert isinstance(found, ToFetch)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"<html><p>words",
        b"http://127.0.0.1/feed",
        b"/etc/passwd",
        b"{}",
        b"\xff\xfe",
    ],
)
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(InputError):
        list(read_feed(data, "a"))


def test_nothing_a_feed_names_is_loaded(monkeypatch):
    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **_: asked.append(args))
    body = (
        "<title>&lt;img src='http://127.0.0.1/x'&gt;One</title><link>https://outlet.example/1</link>"
        "<enclosure url='http://127.0.0.1/y.mp3' type='audio/mpeg' length='1'/>"
        "<description>&lt;img src='http://127.0.0.1/z'&gt;&lt;script&gt;x()&lt;/script&gt;</description>"
    )
    (found,) = read_feed(rss(item(body)), "a")
    assert isinstance(found, ToFetch)
    assert (found.title, asked) == ("One", [])


def test_a_summary_is_kept_for_people_to_choose_by():
    (entry,) = feed_entries(rss(TEASER))
    assert not isinstance(entry, Refused)
    assert entry.summary == "Short."


def test_a_feed_in_another_encoding_is_read():
    data = rss(TEASER.replace("Roads", "Дороги")).decode().replace("UTF-8", "windows-1251")
    (found,) = read_feed(data.encode("cp1251"), "a")
    assert isinstance(found, ToFetch)
    assert found.title == "Дороги & rivers"


def test_a_broken_feed_gives_what_can_be_read_or_a_reason():
    chance = random.Random(6)
    whole = rss(TEASER, WHOLE)
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = data[: chance.randint(1, len(data))]
        try:
            items = list(read_feed(bytes(cut), "a"))
        except InputError:
            continue
        assert all(isinstance(each, Candidate | ToFetch | Refused) for each in items)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\n two</p><p>Three</p>", "One two\n\nThree"),
        ("One<br>two<div>Three</div>", "One\ntwo\n\nThree"),
        ("<p>A<b>b</b>c&amp;d &lt;e&gt;</p>", "Abc&d <e>"),
        ("<p>One</p><script>x()</script><style>p{}</style><p>Two</p>", "One\n\nTwo"),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("plain words", "plain words"),
        ("", ""),
        ("</script>One", "One"),
    ],
)
def test_a_fragment_is_read_as_people_see_it(html, text):
    assert fragment_text(html) == text
