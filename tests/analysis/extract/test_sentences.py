import pytest

from analysis.extract.sentences import find_names, find_sentences
from analysis.nlp import MAX_PARAGRAPH, MAX_RUN, parse
from analysis.types import Article, Block, BlockKind

pytestmark = pytest.mark.model


def _parsed(text, *kinds):
    article = Article(id="a", text=text)
    blocks, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        blocks.append(Block(start, start + len(line), kind, "test"))
        start += len(line) + 1
    return next(parse([(article, tuple(blocks))]))


def test_sentences_are_numbered_in_text_order_with_their_block():
    text = "Troops leave. Quietly\nThe troops left. They went home.\nPhoto of a road."
    parsed = _parsed(text, BlockKind.HEADLINE, BlockKind.BODY, BlockKind.CAPTION)
    found = find_sentences(parsed)
    assert [(s.id, s.span.of(text), s.n_words, s.block) for s in found] == [
        ("s1", "Troops leave. Quietly", 3, "headline"),
        ("s2", "The troops left.", 3, "body"),
        ("s3", "They went home.", 3, "body"),
        ("s4", "Photo of a road.", 4, "caption"),
    ]


def test_set_aside_blocks_have_no_sentences():
    text = "The troops left.\nDrive them out!"
    parsed = _parsed(text, BlockKind.BODY, BlockKind.COMMENT)
    assert [s.span.of(text) for s in find_sentences(parsed)] == ["The troops left."]


def test_a_row_of_marks_is_no_sentence():
    assert find_sentences(_parsed("* * *", BlockKind.BODY)) == ()


def test_names_are_found_for_masking():
    text = "The United Nations said on Monday that peace was near."
    names = [span.of(text) for span in find_names(_parsed(text, BlockKind.BODY))]
    assert any("United Nations" in name for name in names)
    assert all("peace" not in name for name in names)


def test_long_run_without_a_blank_is_cut_and_offsets_hold():
    text = "Start " + "(" * (3 * MAX_RUN) + " end of it."
    parsed = _parsed(text, BlockKind.BODY)
    assert len(parsed.paragraphs) >= 3
    assert all(text[p.start : p.start + len(p.doc.text)] == p.doc.text for p in parsed.paragraphs)


def test_huge_paragraph_is_parsed_in_pieces_that_lose_nothing():
    text = "The troops left the city. " * 400
    parsed = _parsed(text, BlockKind.BODY)
    assert len(parsed.paragraphs) > 1
    assert max(len(p.doc.text) for p in parsed.paragraphs) <= MAX_PARAGRAPH
    assert "".join(p.doc.text for p in parsed.paragraphs) == text.rstrip()
