"""What changed between two versions, in pieces and as marks that need no colour."""

from __future__ import annotations

from analysis.near_copies import ChangeKind, Link, LinkKind
from analysis.types import Article
from dashboard.components.differences import difference
from dashboard.prepare import library_differences as prepared
from dashboard.prepare.library_differences import Piece
from dashboard.prepare.library_items import Item, Ref
from tests.dashboard.shelf import HOSTILE, NEW, OLD


def test_changes_are_told_in_text_order_and_word_by_word():
    found = prepared.pieces(OLD, NEW)
    kinds = [piece.kind for piece in found if piece.new.strip() or piece.old.strip()]
    assert kinds == ["same", "reworded", "removed", "same"]
    reworded = found[1]
    assert [(p.kind, p.old, p.new) for p in reworded.parts][:2] == [
        ("removed", "Two", ""),
        ("added", "", "Three"),
    ]


def test_the_later_text_can_be_read_off_the_pieces():
    found = prepared.pieces(OLD, NEW)
    text = "".join(piece.new for piece in found if piece.kind is not ChangeKind.REMOVED)
    assert text.split() == NEW.split()


def test_how_much_changed_is_told_in_words():
    assert prepared.changed(prepared.pieces(OLD, NEW)) == (
        "0 stretches added, 1 stretch removed, 1 sentence reworded; spacing is not compared."
    )


def test_spacing_alone_is_no_difference():
    found = prepared.pieces("One  two.\nThree.", "One two. Three.")
    assert {piece.kind for piece in found} == {ChangeKind.SAME}
    assert prepared.changed(found) == "Nothing but spacing differs."


def test_a_long_unchanged_stretch_keeps_its_ends_in_sight():
    head, tail, hidden = prepared.ends(" ".join(f"w{n}" for n in range(40)))
    assert (head.split()[0], tail.split()[-1], hidden) == ("w0", "w39", 16)
    assert prepared.ends("a short one") == ("a short one", "", 0)


def test_marks_are_told_by_element_tag_and_sign():
    html = str(difference(prepared.pieces(OLD, NEW), "en"))
    assert '<del class="px-ins-del"><span class="px-sign">\u2212</span>Two</del>' in html
    assert '<ins class="px-ins-del"><span class="px-sign">+</span>Three</ins>' in html
    assert '<span class="px-tag"> reworded </span>' in html
    assert '<span class="px-tag"> removed </span>' in html


def test_markup_in_a_text_stays_text():
    pieces = [
        Piece(ChangeKind.SAME, HOSTILE, HOSTILE),
        Piece(ChangeKind.ADDED, "", HOSTILE),
        Piece(ChangeKind.REMOVED, HOSTILE, ""),
        Piece(ChangeKind.REWORDED, "", "", (Piece(ChangeKind.ADDED, "", HOSTILE),)),
    ]
    html = str(difference(pieces, '"><script>'))
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("&lt;script&gt;alert(1)") == 4


def _item(name: str, **fields: str) -> Item:
    return Item(Ref(name, ""), Article(name, "Rain.", **fields))


def test_versions_stand_before_copies_and_the_likest_first():
    links = [
        Link("a", "b", LinkKind.COPY, 1.0, 1.0),
        Link("a", "c", LinkKind.VERSION, 0.6, 0.5),
        Link("b", "c", LinkKind.VERSION, 0.9, 0.5),
    ]
    assert [prepared.pair_key(link) for link in prepared.ordered(links)] == ["b|c", "a|c", "a|b"]
    assert prepared.near_names(links) == {"a", "b", "c"}


def test_a_pair_is_told_with_both_articles_and_how_alike_they_are():
    items = {"a": _item("a", title="One", outlet="Echo"), "b": _item("b", title="Two")}
    link = Link("a", "b", LinkKind.VERSION, 0.999, 0.5)
    assert prepared.rows([link], items) == [
        [
            "One (Echo), date not known",
            "Two, date not known",
            "two versions",
            "99\u00a0%",
            "50\u00a0%",
        ]
    ]
    assert prepared.pair_name(link, items) == "One (Echo) \u2192 Two"
