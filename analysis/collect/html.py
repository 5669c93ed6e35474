"""A web page -> its whole text, what its markup says of each stretch, and its facts; no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.clean.lists import tokens_of, word_sets
from analysis.collect.language import detected_language
from analysis.collect.page.charset import page_text
from analysis.collect.page.facts import (
    byline_fact,
    language_fact,
    outlet_fact,
    stated_titles,
    title_fact,
    url_fact,
)
from analysis.collect.page.gate import checked_markup
from analysis.collect.page.head import Fact, Head, read_head
from analysis.collect.page.layout import line_kinds
from analysis.collect.page.lines import PageLine, page_lines, parsed
from analysis.collect.page.linked_data import article_data, article_text
from analysis.collect.page.main import extracted
from analysis.collect.page.moments import published_fact
from analysis.collect.page.paper import Paper, laid_out
from analysis.errors import InputError
from analysis.types import ARTICLE_KINDS, Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_PAGE_CHARS = 2_000_000
"""Most text read on one page, in characters: twenty articles of the greatest length."""

MAX_TIMES = 200
"""Most ``<time>`` elements looked at; those of the article stand in front of its comments'."""

SAMPLE_WORDS = 400
"""Words of the article that show whether it is in English."""

ENGLISH_SHARE = 0.2
"""Least share of English function words in English text; other languages have under a tenth."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds: everything a reader can read, and what it says of its article."""

    text: str
    """One line for each block of the page; nothing readable is left out without a notice."""
    layout: tuple[Block, ...]
    """For each paragraph of the text what its markup says it is."""
    facts: tuple[Fact, ...] = ()
    """For each field that the page gives: its value, how it is known, and the words."""
    notices: tuple[str, ...] = ()
    """What a person should look at before keeping the article, in plain words."""

    def value(self, field: str) -> str | None:
        """Return the value of a field, ``None`` if the page does not give it."""
        return next((fact.value for fact in self.facts if fact.field == field), None)


def read_page(page: bytes | str, *, url: str | None = None, charset: str | None = None) -> Page:
    """Return the page: its text, its layout and its facts.

    ``url`` is the address it was fetched from, ``charset`` the encoding its server named.

    Raises
    ------
    InputError
        If the page is too large to parse safely, in no known encoding, or holds no text.
    """
    source = page if isinstance(page, str) else page_text(page, charset)
    markup = checked_markup(source)
    root = parsed(markup.html)
    data = article_data(markup.data)
    head = read_head(root, data, markup.comments)
    tree, lines = page_lines(root)
    _check(lines)
    article = "\n".join(
        filter(None, (extracted(markup.html, markup.n_elements), article_text(data)))
    )
    paper = laid_out(lines, line_kinds(tree, lines, article, stated_titles(head)))
    return Page(
        paper.text,
        paper.layout,
        tuple(_facts(root, head, paper, url)),
        tuple(_notices(paper)),
    )


def _check(lines: Sequence[PageLine]) -> None:
    """Refuse a page without words, or with more text than twenty of the longest articles."""
    if not any(char.isalnum() for line in lines for char in line.text):
        message = "no text found on this page; paste the text instead"
        raise InputError(message)
    size = sum(len(line.text) for line in lines)
    if size > MAX_PAGE_CHARS:
        message = f"{size:,} characters of text on one page; at most {MAX_PAGE_CHARS:,} are read"
        raise InputError(message)


def _facts(root: HtmlElement, head: Head, paper: Paper, fetched: str | None) -> Iterator[Fact]:
    """Yield what the page says of its article, each field once."""
    address = url_fact(head, fetched)
    found = (
        title_fact(head, next(_texts(paper, BlockKind.HEADLINE), None)),
        byline_fact(head, _texts(paper, BlockKind.BYLINE)),
        outlet_fact(head, fetched, address.value if address else None),
        published_fact(head, _times(root), address.value if address else None),
        address,
        _language(head, paper),
    )
    yield from (fact for fact in found if fact)


def _texts(paper: Paper, kind: BlockKind) -> Iterator[str]:
    return (" ".join(b.span.of(paper.text).split()) for b in paper.layout if b.kind is kind)


def _times(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the values of the page's time elements with their words, those that say so first."""
    times = [element for _, element in zip(range(MAX_TIMES), root.iter("time"), strict=False)]
    for element in sorted(times, key=_is_other_time):
        words = " ".join("".join(element.itertext()).split())
        yield words or "time", element.get("datetime") or words


def _is_other_time(element: HtmlElement) -> bool:
    """Return whether nothing says that the time is that of publication."""
    said = (element.get("itemprop") or "").lower()
    return "publish" not in said and element.get("pubdate") is None


def _language(head: Head, paper: Paper) -> Fact | None:
    own = [b.span.of(paper.text) for b in paper.layout if b.kind in ARTICLE_KINDS]
    text = "\n".join(own) or paper.text
    words = tokens_of(text[: 10 * SAMPLE_WORDS])[:SAMPLE_WORDS]
    function = word_sets()["function"]
    share = sum(word in function for word in words) / max(1, len(words))
    return language_fact(head, detected_language(text), english=share >= ENGLISH_SHARE)


def _notices(paper: Paper) -> Iterator[str]:
    if not any(block.kind is BlockKind.BODY for block in paper.layout):
        yield "no article could be told from the rest of the page; the lines alone decide"
    if paper.n_left_out:
        yield (
            f"{paper.n_left_out:,} characters of comments, links and other matter around the "
            "article were left out: the page is longer than one article may be"
        )
    if broken := paper.text.count("\ufffd"):
        yield f"{broken:,} characters could not be read in the page's encoding (\ufffd)"
