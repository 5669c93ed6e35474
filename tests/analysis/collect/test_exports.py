import json

import pytest

from analysis.collect import Candidate, Refused, ToFetch
from analysis.collect.documents import read_items
from analysis.collect.source import Kind, Source
from analysis.errors import InputError

SENTENCE = "The river rose on Monday and the town was warned."


def _items(value, kind=Kind.JSON, name="export.json"):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(read_items(Source(name, kind, data)))


def test_a_news_service_gives_addresses_where_it_cut_the_text():
    answer = {
        "status": "ok",
        "totalResults": 2,
        "articles": [
            {
                "source": {"id": None, "name": "The Post"},
                "author": "Ann Lee",
                "title": "River rises",
                "description": "A summary.",
                "url": "https://post.example/1",
                "publishedAt": "2024-03-12T09:30:00Z",
                "content": f"{SENTENCE}… [+2143 chars]",
            },
            {"source": {"name": "The Herald"}, "title": "Flood", "content": SENTENCE},
        ],
    }
    first, second = _items(answer)
    assert isinstance(first, ToFetch)
    assert (first.url, first.title, first.published, first.outlet) == (
        "https://post.example/1",
        "River rises",
        "2024-03-12T09:30:00Z",
        "The Post",
    )
    assert isinstance(second, Candidate)
    assert (second.article.text, second.article.outlet) == (SENTENCE, "The Herald")


def test_a_cut_text_without_an_address_is_kept_with_a_notice():
    (found,) = _items([{"content": f"{SENTENCE} [+20 chars]"}])
    assert found.notices == ("The service that exported this text cut it short",)


def test_gdelt_lists_give_addresses_and_their_outlets_domain():
    answer = {
        "articles": [
            {
                "url": "https://a.example/1",
                "title": "River rises",
                "seendate": "20220110T120000Z",
                "domain": "a.example",
                "language": "English",
            }
        ]
    }
    (found,) = _items(answer)
    assert (found.url, found.published, found.outlet) == (
        "https://a.example/1",
        "2022-01-10T12:00:00+00:00",
        "a.example",
    )


def test_zotero_items_give_addresses_with_title_outlet_and_day():
    items = [
        {
            "id": "lee2022",
            "type": "article-newspaper",
            "title": "River rises",
            "container-title": "The Post",
            "author": [{"family": "Lee", "given": "Ann"}],
            "issued": {"date-parts": [[2022, 1, 9]]},
            "abstract": "A summary.",
            "note": "Read it again.",
            "URL": "https://post.example/1",
        },
        {"id": "x", "type": "book", "title": "Rivers", "issued": {"date-parts": [[1999]]}},
    ]
    first, second = _items(items)
    assert (first.url, first.title, first.published, first.outlet) == (
        "https://post.example/1",
        "River rises",
        "2022-01-09",
        "The Post",
    )
    assert second == Refused("export.json:2", "no text and no address in this row")


def test_media_cloud_tables_give_addresses():
    head = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
    row = "a1,2024-03-13,en,The Post,post.example,2024-03-12,River rises,https://post.example/1\n"
    (found,) = _items((head + row).encode(), Kind.CSV, "export.csv")
    assert (found.url, found.title, found.published, found.outlet) == (
        "https://post.example/1",
        "River rises",
        "2024-03-12",
        "The Post",
    )


def test_lists_of_addresses_are_told_from_articles():
    found = _items(b"https://a.example/1\n\nhttp://b.example/2\n", Kind.TEXT, "list.txt")
    assert [each.url for each in found] == ["https://a.example/1", "http://b.example/2"]
    (article,) = _items(f"See https://a.example/1\n{SENTENCE}".encode(), Kind.TEXT, "a.txt")
    assert isinstance(article, Candidate)


@pytest.mark.parametrize("value", [b"{", b"[]", b'"word"', b'{"articles": []}', b"[" * 100_000])
def test_json_without_articles_is_refused(value):
    with pytest.raises(InputError, match=r"JSON file"):
        _items(value)


def test_entries_that_are_no_articles_are_named():
    first, second = _items([1, "https://a.example/1"])
    assert first == Refused("export.json:1", "neither a JSON object nor an address")
    assert second.url == "https://a.example/1"
