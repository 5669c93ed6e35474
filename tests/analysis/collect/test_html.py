"""The text of a page: everything readable, one block a line, words neither glued nor split."""

import pytest

from analysis.collect.html import read_page
from analysis.errors import InputError
from analysis.limits import MAX_CHARS

SENTENCE = "The council of Norwick closed the old bridge on Monday after the flood."


def lines(body):
    return read_page(f"<html><body>{body}</body></html>").text.split("\n\n")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The <b>b</b>ridge is <a href='/x'>wait</a>ing.</p>", "The bridge is waiting."),
        ("<p>one<wbr>word, co&shy;operate, zero&#8203;width</p>", "oneword, cooperate, zerowidth"),
        ("<p>a&nbsp;b&#8239;c\n\t d</p>", "a b c d"),
        ("<p><a href=1>Home</a><a href=2>News</a></p>", "Home News"),
        ("<p><a href=1>Ann Lee</a><span>Staff writer</span></p>", "Ann Lee Staff writer"),
        ("<p><span>over</span><span>board</span></p>", "overboard"),
        ("<p>&Eacute;lan &amp; bar &lt;b&gt; 5 < 6</p>", "Élan & bar <b> 5 < 6"),
        ("<p>x<sup>2</sup></p>", "x2"),
        ("<p>a\x00b\x1b[31mc</p>", "ab[31mc"),
        ("<p><font>A</font><svg><text>chart</text></svg> map</p>", "A map"),
    ],
)
def test_inline_markup_neither_glues_nor_splits_words(markup, text):
    assert lines(markup) == [text]


def test_blocks_are_lines_of_their_own():
    assert lines(
        "<h1>Title</h1>loose<p>one</p><p>two<div>three</div>"
        "<ul><li>four<li>five<ul><li>six</ul></ul><blockquote>seven<p>eight</blockquote>"
        "<table><tr><td>North</td><td>12</td></tr><tr><th>South<td>9</table>"
        "<nav><a>nine</a></nav><footer>ten</footer>"
    ) == [
        *("Title", "loose", "one", "two", "three", "four", "five", "six", "seven", "eight"),
        *("North\t12", "South\t9", "nine", "ten"),
    ]


def test_line_breaks_end_lines_within_a_block():
    assert read_page("<p>one<br>two<br><br>three</p><pre>four\nfive</pre>").text == (
        "one\ntwo\nthree\n\nfour\nfive"
    )


def test_hard_wrapped_lines_are_one_paragraph_of_the_layout():
    line = "the council of the town said on monday that the bridge is"
    page = read_page(f"<p>{'<br>'.join([line] * 6)}.</p>")
    assert len(page.layout) == 1


@pytest.mark.parametrize("tag", ["script", "style", "template", "textarea", "iframe", "noframes"])
def test_what_no_reader_sees_is_not_text(tag):
    assert lines(f"<p>seen</p><{tag}>unseen</{tag}><p>again</p>") == ["seen", "again"]


def test_what_follows_the_end_of_the_page_is_text_too():
    page = read_page("<html><body><p>one</p></body></html><div>two</div>")
    assert page.text == "one\n\ntwo"


def test_comments_and_declarations_in_the_source_are_not_text():
    assert lines("<!-- a > b --><!doctype html><?php echo ?><p>one<!--x-->two</p>") == ["onetwo"]


def test_a_tag_name_that_is_none_is_text():
    assert lines("<p>if a<3 and <5> then</p>") == ["if a<3 and <5> then"]


@pytest.mark.parametrize("page", ["", " ", "<html></html>", "<p>***</p>", b"", "<img src=x>"])
def test_page_without_words_is_refused(page):
    with pytest.raises(InputError, match=r"nothing to read|no text found"):
        read_page(page)


def test_layout_holds_every_visible_character_once_and_in_order():
    page = read_page(
        f"<nav>Home</nav><article><h1>Bridge</h1>{f'<p>{SENTENCE}<br>{SENTENCE}</p>' * 3}"
        "</article><div class=comments><p>Nice!</p></div>"
    )
    at = 0
    for block in page.layout:
        assert page.text[at : block.start].strip() == ""
        at = block.end
    assert at == len(page.text)


def test_comments_that_do_not_fit_are_left_out_with_a_notice():
    comments = "<p>I think that the bridge should open again for everyone.</p>" * 3_000
    article = "".join(f"<p>{SENTENCE} It was the {n}th time.</p>" for n in range(9))
    page = read_page(f"<article>{article}</article><div id=comments>{comments}</div>")
    assert len(page.text) <= MAX_CHARS
    assert "It was the 8th time." in page.text
    assert "were left out: the page is longer" in page.notices[0]
