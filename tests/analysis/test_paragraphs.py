from hypothesis import given
from hypothesis import strategies as st

from analysis.paragraphs import paragraph_spans

WRAPPED = (
    "The first paragraph was written in a mail program that breaks each line at\n"
    "about seventy characters, so that a sentence runs over several lines of the\n"
    "file and only a blank line ends the paragraph.\n\n"
    "The second paragraph is of the same kind and again runs over several of the\n"
    "lines that the program has made for it.\n"
)


def _texts(text):
    return [span.of(text) for span in paragraph_spans(text)]


def test_each_line_is_a_paragraph():
    assert _texts("Headline\nBy A. Writer\n\nFirst line.\n") == [
        "Headline",
        "By A. Writer",
        "First line.",
    ]


def test_hard_wrapped_lines_are_joined_up_to_the_blank_line():
    assert [text.split()[1] for text in _texts(WRAPPED)] == ["first", "second"]


def test_every_kind_of_line_end_separates():
    assert _texts("a\r\nb\u2028c\x85d") == ["a", "b", "c", "d"]


def test_blank_text_has_no_paragraph():
    assert _texts(" \n\t\n") == []


@given(st.text(alphabet=st.sampled_from("ab .\n\r“”\u2028\u00a0")))
def test_paragraphs_cover_every_visible_character_once_and_in_order(text):
    found = paragraph_spans(text)
    covered = [i for span in found for i in range(*span)]
    assert covered == sorted(set(covered))
    assert {i for i, char in enumerate(text) if not char.isspace()} <= set(covered)
