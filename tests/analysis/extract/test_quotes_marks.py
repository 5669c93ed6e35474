import pytest

from analysis.extract.quotes.marks import marked, reopens


def _inner(text):
    return [m.inner.of(text) for m in marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Stay calm," she said.', ["Stay calm,"]),
        ("“Stay calm,” she said.", ["Stay calm,"]),
        ("‘Stay calm,’ she said.", ["Stay calm,"]),
        ("'Stay calm,' she said.", ["Stay calm,"]),
        ("''Stay calm,'' she said.", ["Stay calm,"]),
        ("``Stay calm,'' she said.", ["Stay calm,"]),
        ("«Stay calm,» she said.", ["Stay calm,"]),
        ('"Stay," she said. "Stay calm."', ["Stay,", "Stay calm."]),
        ('"Stay calm,“ she said.', ["Stay calm,"]),
    ],
)
def test_marks_of_every_style_are_paired(text, expected):
    assert _inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "It’s the farmers’ choice, isn't it?",
        "Rock 'n' roll of the '90s and ’tis the season",
        "He is 6'2\" tall",
    ],
)
def test_apostrophes_and_inches_open_nothing(text):
    assert _inner(text) == []


def test_nested_quotation_lies_one_deeper():
    text = "“He told me ‘go home’ and left,” she said."
    assert [(m.inner.of(text), m.depth) for m in marked(text)] == [
        ("He told me ‘go home’ and left,", 0),
        ("go home", 1),
    ]


def test_single_marks_hold_double_ones():
    text = "‘She said “no” twice,’ he said."
    assert [(m.inner.of(text), m.depth) for m in marked(text)] == [
        ("She said “no” twice,", 0),
        ("no", 1),
    ]


def test_plural_possessive_does_not_close_single_marks():
    assert _inner("‘The workers’ rights are safe,’ he said.") == ["The workers’ rights are safe,"]


def test_quotation_left_open_runs_to_the_end_of_the_paragraph():
    found = marked("“This is the first part of what I say.")
    assert [(m.inner, m.closed) for m in found] == [((1, 38), False)]


def test_stray_closing_mark_closes_nothing():
    assert _inner("This is what I say,” he said.") == []


def test_empty_marks_quote_nothing():
    assert _inner("She typed “” twice.") == []


@pytest.mark.parametrize(
    ("text", "expected"), [("“And so on.", True), ("And so on.", False), ("", False)]
)
def test_paragraph_reopens_by_its_first_character(text, expected):
    assert reopens(text) is expected
