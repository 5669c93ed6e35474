"""Pieces of a page that were set aside: a button beside each puts it back where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.markup import Html, element, joined
from analysis.render import BLOCK_NAMES
from analysis.types import ANALYSED_KINDS, AnnotatedArticle, Block, Span
from dashboard import edits, words_display


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that was set aside, or that a reader put back."""

    article_id: str
    span: Span
    is_back: bool

    @property
    def key(self) -> str:
        """Return the name of the piece on the page."""
        return f"{self.span.start}-{self.span.end}-{self.article_id}"


Returned = Mapping[str, Sequence[Span]]
"""Article id -> what readers put back."""


def pieces_of(annotated: AnnotatedArticle, returned: Returned) -> Iterator[Piece]:
    """Yield the pieces of an article that a button stands beside."""
    for block in annotated.blocks:
        if piece := _piece(annotated.article.id, returned, block):
            yield piece


def button_beside(annotated: AnnotatedArticle, returned: Returned, block: Block) -> Html:
    """Return the button of a block that was set aside or put back; nothing for another."""
    piece = _piece(annotated.article.id, returned, block)
    if piece is None:
        return joined("")
    start = " ".join(block.span.of(annotated.text).split())[:60]
    about = element("span", f": {BLOCK_NAMES[block.kind]}, {start}", class_="px-unseen")
    label = words_display.SET_ASIDE if piece.is_back else words_display.PUT_BACK
    return element(
        "button", label, about, type="button", class_="px-button", data_px_return=piece.key
    )


def turn(story: str, piece: Piece) -> None:
    """Put a piece back, or set it aside again; the story is then analysed anew."""
    act = edits.undo_put_back if piece.is_back else edits.put_back
    act(story, piece.article_id, piece.span)


def _piece(article_id: str, returned: Returned, block: Block) -> Piece | None:
    is_back = block.span in returned.get(article_id, ())
    if not is_back and block.kind in ANALYSED_KINDS:
        return None
    return Piece(article_id, block.span, is_back)
