"""What changed between two texts, as HTML: marks that tell themselves apart without colour."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.markup import Html, element, joined
from analysis.near_copies import ChangeKind
from dashboard import words
from dashboard import words_library_stories as of_stories
from dashboard.prepare.library_differences import Piece, ends

_SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "\u2212"}


def difference(found: Sequence[Piece], language: str | None) -> Html:
    """Return the changes one under the other, in text order."""
    parts = [_block(piece) for piece in found]
    return element("div", *parts, class_="px-diff", lang=language, dir="auto")


def tag_key() -> Html:
    """Return what the tags stand for."""
    items = [
        element("li", element("span", of_stories.TAGS[tag], class_="px-tag"), f" {meaning}")
        for tag, meaning in of_stories.TAG_KEY
    ]
    return element("ul", *items, class_="px-key")


def _block(piece: Piece) -> Html:
    if piece.kind is ChangeKind.SAME:
        return _same(piece.new)
    tag = element("span", f" {of_stories.TAGS[piece.kind]} ", class_="px-tag")
    if piece.kind is ChangeKind.REWORDED:
        body = joined(*(_word(part) for part in piece.parts))
    else:
        body = _mark(piece)
    return element("p", tag, " ", body, class_=f"px-change px-{piece.kind}")


def _same(text: str) -> Html:
    """Return an unchanged stretch, folded to its ends if it is long."""
    if not text.strip():
        return Html("")
    head, tail, hidden = ends(text)
    if not hidden:
        return element("p", text.strip(), class_="px-same")
    count = of_stories.SAME.format(number=words.plural(hidden, "word"))
    middle = element(
        "details", element("summary", f"{head} \u2026 {tail} ({count})"), element("p", text.strip())
    )
    return element("div", middle, class_="px-same")


def _word(part: Piece) -> Html:
    return element("span", part.new) if part.kind is ChangeKind.SAME else _mark(part)


def _mark(piece: Piece) -> Html:
    name = "ins" if piece.kind is ChangeKind.ADDED else "del"
    sign = element("span", _SIGNS[piece.kind], class_="px-sign")
    return element(name, sign, (piece.new or piece.old).strip(), class_="px-ins-del")
