"""Hostile pages: counted before they are parsed, at each limit and one beyond it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.clean import clean
from analysis.collect.html import MAX_PAGE_CHARS, read_page
from analysis.collect.page.gate import (
    MAX_ATTRIBUTES,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_MARKS,
    MAX_VALUE_CHARS,
    checked_markup,
)
from analysis.collect.page.lines import page_lines, parsed
from analysis.errors import InputError
from analysis.types import Article

SENTENCE = "The council of Norwick closed the old bridge on Monday after the flood."
ARTICLE = f"<article><h1>Bridge closed</h1>{f'<p>{SENTENCE}</p>' * 4}</article>"


def text_lines(html):
    """Return the lines of a page without deciding what they are."""
    return [line.text for line in page_lines(parsed(checked_markup(html).html))[1]]


def refused(html):
    with pytest.raises(InputError) as caught:
        checked_markup(html)
    return str(caught.value)


@pytest.mark.parametrize("form", ['a{n}="1"', "a{n}", "a{n}=1", "a{n}='1'", "a{n} /"])
def test_attributes_of_one_tag_at_the_limit(form):
    def page(count):
        return f"<p {' '.join(form.format(n=n) for n in range(count))}>text</p>"

    assert text_lines(page(MAX_ATTRIBUTES)) == ["text"]
    assert "attributes; paste the text instead" in refused(page(MAX_ATTRIBUTES + 1))


@pytest.mark.parametrize("element", ["<p>a", "<span>a</span>", "<br>", "<li><a href=x>a</a>"])
def test_elements_at_the_limit(element):
    each = element.count("<") - element.count("</")
    most = MAX_ELEMENTS // each
    assert checked_markup(element * most).n_elements == most * each
    assert "elements or" in refused(element * (most + 1))


def test_flood_of_short_paragraphs_ends():
    with pytest.raises(InputError, match="elements or"):
        read_page("<p>a" * 160_000)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "span"])
def test_depth_at_the_limit(tag):
    assert text_lines(f"<{tag}>" * MAX_DEPTH + SENTENCE) == [SENTENCE]
    assert "inside each other" in refused(f"<{tag}>" * (MAX_DEPTH + 1))


def test_nested_lists_and_tables_count_as_deep():
    assert "inside each other" in refused("<ul><li>" * MAX_DEPTH)
    assert "inside each other" in refused("<table><tr><td>" * MAX_DEPTH)


@pytest.mark.parametrize("element", ["<p>a", "<li>a", "<tr><td>a<td>b", "<dt>a<dd>b", "<option>a"])
def test_elements_without_end_tags_are_not_deep(element):
    assert checked_markup(f"<table>{element * 2_000}").n_elements > 2_000


def test_giant_attribute_goes_and_the_text_stays():
    page = f'<img src="{"A" * 3_000_000}"><b title="{"x" * MAX_VALUE_CHARS}">{SENTENCE}</b>'
    markup = checked_markup(page)
    assert len(markup.html) < 1_000
    assert text_lines(page) == [SENTENCE]


def test_long_words_of_a_class_are_read_in_part():
    page = f'<div class="{"a-" * 900}">{ARTICLE}</div>' * 20
    assert SENTENCE in read_page(page).text


@pytest.mark.parametrize("part", ["<", "<!-->", "</p>", "</x>", "< "])
def test_flood_of_tags_that_open_nothing_is_refused(part):
    assert "tags and notes" in refused(part * (MAX_MARKS + 1))


@pytest.mark.parametrize(
    "page",
    ["<!--" * 500_000, '<a b="' * 300, "<a '" * 300, "<script>" * 200_000, "<a" + " " * 10**6],
    ids=lambda page: page[:8],
)
def test_what_is_never_closed_ends(page):
    assert len(checked_markup(page).html) < 10_000


def test_unclosed_picture_does_not_swallow_the_article():
    assert text_lines(f"<svg>{ARTICLE}")[-1] == SENTENCE
    assert text_lines(f"<template>{ARTICLE}")[-1] == SENTENCE


def test_text_at_the_limit():
    with pytest.raises(InputError, match="characters of text on one page"):
        read_page(f"<p>{'word ' * (MAX_PAGE_CHARS // 4)}</p>")


@pytest.mark.parametrize(
    "prefix",
    [
        '<!DOCTYPE html [<!ENTITY a "bomb"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE html SYSTEM "file:///etc/passwd">',
        '<?xml version="1.0"?><?xml-stylesheet href="http://example.com/x.xsl"?>',
        "<base href=http://example.com/><link rel=stylesheet href=/x.css>",
        "<table><td colspan=999999999 rowspan=999999999>x</table>",
        "<p>&b;&#0;&#x110000;&#xD800;&unknown;</p>",
        "<script type=application/ld+json>" + "[" * 100_000 + "</script>",
        "<script type=application/ld+json>[" + '{"@type":"Article"},' * 9_000 + "1]</script>",
        "\x00\ufffe\ud800",
    ],
    ids=lambda prefix: repr(prefix[:24]),
)
def test_tricks_in_front_of_an_article_leave_it_readable(prefix):
    page = read_page(prefix + ARTICLE)
    assert SENTENCE in page.text
    assert "bomb" not in page.text.replace("&b;", "").split(SENTENCE)[1]
    page.text.encode("utf-8")


@pytest.mark.parametrize(
    "flood",
    [
        "".join(f"<p>Word {n} of the flood.</p>" for n in range(4_000)),
        "".join(f"<li><a href=/{n}>Link {n}</a>" for n in range(4_000)),
        f"<p>{'<span>word </span>' * 4_000}</p>",
        "the flood<br>" * 3_000,
        "<table>" + "<tr><td>a<td>b<td>c" * 2_000,
        "<div>" * 400 + "<p>the flood</p>",
        "<p>" + "(" * 20_000,
    ],
    ids=lambda flood: flood[:12],
)
def test_floods_are_read_and_cleaned(flood):
    page = read_page(ARTICLE + flood)
    assert SENTENCE in page.text
    blocks = clean(Article(id="x", text=page.text, layout=page.layout))
    assert sum(block.end - block.start for block in blocks) > 0.9 * len(page.text.split()[0])


def test_markup_in_every_field_stays_text():
    attack = "&lt;script&gt;alert(1)&lt;/script&gt;"
    page = read_page(f"<title>{attack}</title><h1>{attack}</h1>{ARTICLE}<p>{attack}</p>")
    assert "<script>alert(1)</script>" in page.text


PARTS = st.sampled_from(
    [
        *("<p>", "</p>", "<div class=comments>", "</div>", "<table><tr><td>", "</table>", "<br>"),
        *("<h1>", "</h1>", "<a href=x>", "</a>", "<script>", "</script>", "<!--", "-->", "<pre>"),
        *("<svg>", "</svg>", "<title>", "<svg/>", "<b ", "<", ">", "&amp;", "&#0;", "\x00", "'"),
        *('"', "=", "/", "</", "<time datetime=2024>", "<html lang=", "\ud800", "\u2028", "\n"),
        *(f"<p>{SENTENCE}</p>", "word ", "<meta charset=x>", "<ul><li>", "</body>", "<frameset>"),
    ]
)


@settings(database=None, deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(st.lists(PARTS | st.text(max_size=10), max_size=30).map("".join))
def test_any_markup_gives_a_whole_layout_or_a_plain_refusal(html):
    try:
        page = read_page(html)
    except InputError as err:
        assert str(err)  # noqa: PT017 -- the reason is looked at, not the type
        return
    at = 0
    for block in clean(Article(id="x", text=page.text, layout=page.layout)):
        assert page.text[at : block.start].strip() == ""
        at = block.end
    assert page.text[at:].strip() == ""


@settings(database=None, deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200))
def test_any_bytes_give_a_page_or_a_plain_refusal(data):
    try:
        text = read_page(data + ARTICLE.encode()).text
    except InputError as err:
        assert str(err)  # noqa: PT017 -- the reason is looked at, not the type
    else:
        text.encode("utf-8")
