"""Element -> what its tag, role or class says its text is; words common to many sites only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.types import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_NAME_CHARS = 300
"""How much of an element's class and id is read, in characters."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup says of a stretch."""

    kind: BlockKind
    rule: str


COMMENTS = Hint(BlockKind.COMMENT, "markup.comments")
NAVIGATION = Hint(BlockKind.BOILERPLATE, "markup.navigation")
FOOTER = Hint(BlockKind.BOILERPLATE, "markup.footer")
HEADER = Hint(BlockKind.BOILERPLATE, "markup.header")
ASIDE = Hint(BlockKind.BOILERPLATE, "markup.aside")
RELATED = Hint(BlockKind.BOILERPLATE, "markup.related")
FORM = Hint(BlockKind.BOILERPLATE, "markup.form")
SHARE = Hint(BlockKind.BOILERPLATE, "markup.share")
ADVERT = Hint(BlockKind.BOILERPLATE, "markup.advert")
ARTICLE = Hint(BlockKind.BODY, "markup.article")
HEADLINE = Hint(BlockKind.HEADLINE, "markup.heading")
SUBHEAD = Hint(BlockKind.SUBHEAD, "markup.subheading")
OUTSIDE = Hint(BlockKind.BOILERPLATE, "markup.outside")
LINK = Hint(BlockKind.BOILERPLATE, "markup.link")
CONSENT = Hint(BlockKind.BOILERPLATE, "markup.consent")
HIDDEN = Hint(BlockKind.BOILERPLATE, "markup.hidden")
TAGS = Hint(BlockKind.BOILERPLATE, "markup.tags")
CAPTION = Hint(BlockKind.CAPTION, "markup.caption")
CREDIT = Hint(BlockKind.CREDIT, "markup.credit")
BYLINE = Hint(BlockKind.BYLINE, "markup.byline")
TIME = Hint(BlockKind.DATELINE, "markup.time")
STANDFIRST = Hint(BlockKind.STANDFIRST, "markup.standfirst")
BIO = Hint(BlockKind.BIO, "markup.bio")

_BY_TAG: Mapping[str, Hint] = {
    "nav": NAVIGATION,
    "menu": NAVIGATION,
    "footer": FOOTER,
    "aside": ASIDE,
    "form": FORM,
    "button": FORM,
    "select": FORM,
    "figcaption": CAPTION,
    "time": TIME,
    "dialog": CONSENT,
    "noscript": HIDDEN,
}
_BY_ROLE: Mapping[str, Hint] = {
    "navigation": NAVIGATION,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
    "tablist": NAVIGATION,
    "search": FORM,
    "form": FORM,
    "button": FORM,
    "banner": HEADER,
    "contentinfo": FOOTER,
    "complementary": ASIDE,
    "dialog": CONSENT,
    "alertdialog": CONSENT,
}
_BY_PROPERTY: Mapping[str, Hint] = {
    "author": BYLINE,
    "creator": BYLINE,
    "datepublished": TIME,
    "datemodified": TIME,
    "caption": CAPTION,
    "comment": COMMENTS,
    "usercomments": COMMENTS,
    "alternativeheadline": STANDFIRST,
    "copyrightholder": CREDIT,
}
_BY_WORD: tuple[tuple[Hint, frozenset[str]], ...] = (
    (
        COMMENTS,
        frozenset(
            "comment comments commentlist commentbox disqus livefyre viafoura openweb spotim "
            "discussion respond reply replies kommentare comentarios commentaires".split()
        ),
    ),
    (
        CONSENT,
        frozenset("cookie cookies consent gdpr ccpa modal popup overlay lightbox".split()),
    ),
    (
        FORM,
        frozenset("newsletter newsletters signup subscribe subscription paywall login".split()),
    ),
    (
        SHARE,
        frozenset("share sharing sharebar sharetools social socials addthis sharedaddy".split()),
    ),
    (
        RELATED,
        frozenset(
            "related recommended recommendation recommendations recirc recirculation trending "
            "popular mostread mostpopular outbrain taboola teaser teasers readmore morefrom "
            "jp-relatedposts yarpp promo promos upnext seealso".split()
        ),
    ),
    (
        ADVERT,
        frozenset("ad ads advert adverts advertisement advertising sponsored adslot dfp".split()),
    ),
    (
        NAVIGATION,
        frozenset(
            "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager toc".split()
        ),
    ),
    (FOOTER, frozenset({"footer", "colophon", "copyright"})),
    (ASIDE, frozenset({"sidebar", "rail"})),
    (TAGS, frozenset({"tags", "taglist", "tagcloud", "keywords", "topics"})),
    (BIO, frozenset({"bio", "authorbio", "aboutauthor"})),
    (CREDIT, frozenset({"credit", "credits", "photocredit"})),
    (CAPTION, frozenset({"caption", "captions", "figcaption", "cutline"})),
    (BYLINE, frozenset({"byline", "bylines"})),
    (STANDFIRST, frozenset({"standfirst", "dek", "subtitle", "subheadline", "summary"})),
    (TIME, frozenset({"dateline", "timestamp", "pubdate", "datetime"})),
)

_PAIRS: Mapping[tuple[str, str], Hint] = {
    ("most", "read"): RELATED,
    ("most", "popular"): RELATED,
    ("read", "more"): RELATED,
    ("read", "next"): RELATED,
    ("more", "from"): RELATED,
    ("see", "also"): RELATED,
    ("author", "bio"): BIO,
    ("about", "author"): BIO,
    ("author", "name"): BYLINE,
    ("sign", "up"): FORM,
    ("sub", "headline"): STANDFIRST,
    ("sub", "title"): STANDFIRST,
    ("publish", "date"): TIME,
    ("published", "date"): TIME,
}

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"[a-z]+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def hint_of(element: HtmlElement) -> Hint | None:
    """Return what the element's own markup says, ``None`` if nothing."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in ("html", "body", "main", "article"):
        return None
    if element.get("hidden") is not None or _NOT_SHOWN.search(element.get("style") or ""):
        return HIDDEN
    return (
        _BY_ROLE.get((element.get("role") or "").lower())
        or _by_property(element)
        or _by_name(element)
        or _BY_TAG.get(tag)
    )


def _by_property(element: HtmlElement) -> Hint | None:
    if (element.get("rel") or "").lower() == "author":
        return BYLINE
    names = (element.get("itemprop") or "").lower().split()
    return next((_BY_PROPERTY[name] for name in names if name in _BY_PROPERTY), None)


def _by_name(element: HtmlElement) -> Hint | None:
    """Return what the words of class and id say; the last word of a name weighs most."""
    for attribute in ("class", "id"):
        for name in (element.get(attribute) or "")[:MAX_NAME_CHARS].split():
            words = _PART.findall(_CAMEL.sub("-", name).lower())
            for pair in pairwise(words):
                if pair in _PAIRS:
                    return _PAIRS[pair]
            for hint, known in _BY_WORD:
                if known.intersection(words):
                    return hint
    return None
