"""Segments are the text, cut; markup is inert whatever the text holds."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.markup import Html, element, joined
from analysis.render import (
    Mark,
    anchor,
    article_html,
    figure_marks,
    frame_marks,
    marked,
    segments,
    tone_marks,
    voice_marks,
)
from analysis.types import BlockKind, Bound, Figure, Span, Voice
from tests.analysis.factories import annotated

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</p></div><style>*{display:none}</style>",
    "<!-- --><iframe srcdoc='<script>1</script>'>",
    "![](http://evil.test/x.png)",
    "&lt;script&gt; &amp;",
    "<b style=\"background:url('//evil.test')\">x</b>",
)


class _Reader(HTMLParser):
    """Reads markup back as a browser would: the elements, and the words outside tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.in_tag = 0

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.in_tag += "px-tag" in (dict(attrs).get("class") or "")

    def handle_endtag(self, tag):
        if self.in_tag and tag == "span":
            self.in_tag -= 1

    def handle_data(self, data):
        if not self.in_tag:
            self.words.append(data)


def read(markup: Html) -> _Reader:
    reader = _Reader()
    reader.feed(markup.markup)
    reader.close()
    return reader


@st.composite
def marked_texts(draw):
    text = draw(st.text(max_size=60))
    ends = st.integers(-3, len(text) + 3)
    spans = draw(st.lists(st.tuples(ends, ends), max_size=6))
    kinds = st.sampled_from(["frame", "voice", "tone"])
    return text, [Mark(a, b, draw(kinds), "kind", "tag") for a, b in spans]


@given(marked_texts())
def test_joined_segments_are_the_text(case):
    text, marks = case
    assert "".join(s.text for s in segments(text, marks)) == text


@given(marked_texts())
def test_segments_are_in_order_and_know_where_they_stand(case):
    text, marks = case
    found = segments(text, marks)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert all(a.end == b.start for a, b in pairwise(found))


@given(marked_texts())
def test_each_mark_covers_exactly_its_segments(case):
    text, marks = case
    for mark in marks:
        covered = "".join(s.text for s in segments(text, marks) if mark in s.marks)
        start, end = max(0, mark.start), min(len(text), mark.end)
        assert covered == (text[start:end] if start < end else "")


@given(marked_texts())
def test_words_read_back_from_the_markup_are_the_text(case):
    text, marks = case
    # A parser reads a carriage return as a line end; everything else comes back as it was.
    shown = "".join(read(marked(text, marks)).words)
    assert shown.replace("\r\n", "\n").replace("\r", "\n") == text.replace("\r\n", "\n").replace(
        "\r", "\n"
    )


@given(marked_texts())
def test_markup_holds_only_marks_and_tags(case):
    text, marks = case
    assert {tag for tag, _ in read(marked(text, marks)).tags} <= {"mark", "span"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text):
    half = len(text) // 2
    reader = read(marked(text, [Mark(0, half, "frame", "side-1", text), Mark(2, 9, "voice", "v")]))
    assert {tag for tag, _ in reader.tags} <= {"mark", "span"}
    assert all(not name.startswith("on") for _, attrs in reader.tags for name in attrs)
    assert "".join(reader.words) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_article_and_attributes_stay_inert(text):
    found = annotated((BlockKind.HEADLINE, text), (BlockKind.COMMENT, text), f"A word. {text}")
    reader = read(article_html(found, reasons={"test": text}))
    allowed = {"div", "h2", "h3", "p", "span", "mark", "details", "summary"}
    assert {tag for tag, _ in reader.tags} <= allowed
    attributes = read(element("p", text, title=text, lang=text)).tags[0][1]
    assert attributes == {"title": text, "lang": text}


def test_overlapping_marks_are_cut_at_all_boundaries():
    marks = [Mark(0, 6, "frame", "a"), Mark(4, 9, "voice", "b")]
    assert [(s.text, len(s.marks)) for s in segments("abcdefghij", marks)] == [
        ("abcd", 1),
        ("ef", 2),
        ("ghi", 1),
        ("j", 0),
    ]


def test_segments_within_a_span_keep_to_it():
    found = segments("abcdefghij", [Mark(0, 10, "frame", "a")], Span(3, 5))
    assert [s.text for s in found] == ["de"]


def test_tag_stands_once_at_the_end_of_its_mark():
    marks = [Mark(0, 5, "frame", "a", "PEACE"), Mark(2, 8, "voice", "b", "Bell")]
    html = marked("abcdefghij", marks).markup
    assert html.count("PEACE") == 1
    assert html.index("PEACE") > html.index("cde")
    assert html.index("Bell") > html.index("fgh")


def test_strings_are_escaped_and_markup_is_kept():
    assert joined("<b>", element("b", "<i>")).markup == "&lt;b&gt;<b>&lt;i&gt;</b>"


@pytest.mark.parametrize("name", ["script", "style", "iframe", "img", "B", "a b", "form", ""])
def test_elements_that_run_or_load_are_refused(name):
    with pytest.raises(ValueError, match="not a name"):
        element(name)


def test_event_handlers_are_refused():
    with pytest.raises(ValueError, match="onclick"):
        element("p", onclick="alert(1)")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.test", "x"])
def test_unsafe_links_are_left_out(url):
    assert element("a", "x", href=url).markup == "<a>x</a>"


@pytest.mark.parametrize("url", ["https://a.test/?b=1", "http://a.test", "/read?left=a", "#s1"])
def test_ordinary_links_are_written(url):
    assert read(element("a", "x", href=url)).tags[0][1] == {"href": url}


def test_absent_attributes_are_not_written():
    assert element("p", "x", class_=None, hidden=False).markup == "<p>x</p>"
    assert element("p", "x", hidden=True).markup == "<p hidden>x</p>"


def test_anchor_is_a_plain_id_whatever_the_article_is_called():
    assert anchor('x" onload="1', "s3") == "s-x-onload-1-s3"


def test_frame_marks_carry_the_side_and_its_place_in_the_contrast():
    found = annotated(
        "The invaders met the peacekeepers.",
        hits={("troops", "peace"): ["peacekeepers"], ("troops", "build_up"): ["invaders"]},
    )
    marks = {found.text[m.start : m.end]: (m.kind, m.tag) for m in frame_marks(found)}
    assert marks == {"peacekeepers": ("side-1", "peace"), "invaders": ("side-2", "build up")}


def test_frame_marks_of_one_contrast_leave_out_the_others():
    hits = {("troops", "peace"): ["peacekeepers"], ("crowd", "mob"): ["mob"]}
    found = annotated("The mob met the peacekeepers.", hits=hits)
    assert [m.tag for m in frame_marks(found, "crowd")] == ["mob"]


def test_voice_mark_without_a_known_quote_is_tagged_as_quoted():
    found = annotated("He said \u201cno\u201d twice.", quoted=["\u201cno\u201d"])
    assert [(m.kind, m.tag) for m in voice_marks(found)] == [("quote", "quoted")]


def test_speaker_is_named_once_per_quote_after_its_last_stretch():
    found = annotated(
        "He called it \u201ca storm\u201d and \u201ca flood\u201d.",
        quoted=["\u201ca storm\u201d", "\u201ca flood\u201d"],
    )
    one_quote = replace(found, voices=tuple(replace(v, quote_id="q1") for v in found.voices))
    assert [m.tag for m in voice_marks(one_quote)] == ["", "quoted"]


def test_neighbours_that_were_set_aside_fold_into_one():
    found = annotated(
        (BlockKind.BYLINE, "By A"), (BlockKind.CREDIT, "EFE"), "A.", (BlockKind.BIO, "B")
    )
    html = article_html(found).markup
    assert html.count("<details") == 2
    assert "Set aside: author line, picture credit (2 pieces)" in html


def test_sentences_without_tone_carry_no_tone_mark():
    assert tone_marks(annotated("The table stood.")) == ()


def test_article_points_out_only_the_sentence_asked_for():
    html = article_html(annotated("One stands. Two stands."), asked="s2").markup
    assert html.count("px-asked") == 1
    assert 'id="s-a1-s2" class="px-s px-asked" tabindex="-1" aria-current="location"' in html


def test_article_shows_every_block_and_folds_what_was_set_aside():
    found = annotated(
        (BlockKind.HEADLINE, "Head"), "Body stands.", (BlockKind.COMMENT, "Trolls <b>here</b>")
    )
    html = article_html(found, reasons={"test": "A reader wrote it."}).markup
    assert "<h2" in html
    assert "<details" in html
    assert "A reader wrote it. (rule test)" in html
    assert "Trolls &lt;b&gt;here&lt;/b&gt;" in html


def test_figures_are_tagged_with_the_range_they_are_read_as():
    made = annotated("Dozens of people died.")
    figure = Figure(0, 6, 24, 99, Bound.VAGUE, "people", "killed", None, Voice.OUTLET)
    marks = figure_marks(replace(made, figures=(figure,)))
    assert marks == (Mark(0, 6, "figure", "quantity", "24 to 99 people"),)
    assert figure_marks(made) == ()
