import pytest

from analysis.lexicons import contrasts
from analysis.list_forms import Form, FormSide, export, form_of, named, new_id, problems, toml_of
from analysis.own_lists import parse_own
from analysis.toml_text import read

WET = FormSide("wet words", "downpour*\n\n  heavy rain | Says how much.\n")
DRY = FormSide("dry words", "drought")
FORM = Form("Rain", "Is it called rain?", (WET, FormSide(), DRY))


def test_a_form_becomes_a_list():
    contrast = parse_own(toml_of(FORM, "rain", "3"), "rain.toml")
    assert (contrast.label, contrast.question, contrast.version) == (
        "Rain",
        "Is it called rain?",
        "3",
    )
    assert [side.label for side in contrast.sides] == ["wet words", "dry words"]
    assert [(t.side, t.lemma, t.reason) for t in contrast.terms] == [
        ("side-1", "downpour*", "added by a reader"),
        ("side-1", "heavy rain", "Says how much."),
        ("side-3", "drought", "added by a reader"),
    ]


def test_a_list_made_by_a_form_becomes_the_same_form():
    contrast = parse_own(toml_of(FORM, "rain"), "rain.toml")
    sides = (FormSide("wet words", "downpour*\nheavy rain | Says how much."), DRY)
    assert form_of(contrast) == Form("Rain", "Is it called rain?", sides)


def test_a_list_with_guards_has_no_form():
    assert form_of(contrasts()[0]) is None


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (FORM, {}),
        (
            Form(),
            {
                "name": "Give the list a name.",
                "label-1": "Give this side a name.",
                "words-1": "Write at least one word, one a line.",
                "label-2": "Give this side a name.",
                "words-2": "Write at least one word, one a line.",
            },
        ),
        (
            Form("Rain", "", (WET, FormSide("dry words", "the\nde*"))),
            {
                "words-2": "Line 2: 'de*' has fewer than 3 letters beside the star in 'de*'; "
                "it would match nearly every word."
            },
        ),
        (
            Form("Rain", "", (WET, FormSide("Wet Words", "Heavy rain"))),
            {
                "label-2": "Another side has this name: choose another.",
                "words-2": "Line 1: 'Heavy rain' stands on side 1 too; keep one.",
            },
        ),
        (
            Form("Ra\u202ein", "x" * 121, (WET, FormSide("dry words", "| a note"))),
            {
                "name": "This holds a character that cannot be seen (U+202E); delete it.",
                "question": "This has 121 characters; at most 120 fit over a figure.",
                "words-2": "Line 1: '' holds no letter or digit; write a word.",
            },
        ),
    ],
)
def test_each_problem_belongs_to_a_field(form, expected):
    assert problems(form) == expected


def test_a_name_already_used_is_a_problem():
    assert problems(FORM, {"Rain"}) == {
        "name": "Another of your lists has this name: choose another."
    }


def test_words_can_be_tried_before_anything_has_a_name():
    form = Form("", "", (FormSide("", "rain"), FormSide("", "drought")))
    contrast = parse_own(toml_of(named(form), "new"), "new")
    assert [side.label for side in contrast.sides] == ["side 1", "side 2"]


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Heavy rain!", set(), "heavy-rain"),
        ("Café Zürich", set(), "cafe-zurich"),
        ("雨", set(), "list"),
        ("Rain", {"rain", "rain-2"}, "rain-3"),
        ("../../x", set(), "x"),
    ],
)
def test_an_id_is_made_from_the_name(name, taken, expected):
    assert new_id(name, taken) == expected


@pytest.mark.parametrize("contrast", contrasts(), ids=lambda contrast: contrast.id)
def test_an_exported_list_is_read_as_the_same_list(contrast):
    text = export(contrast).replace(f'id = "{contrast.id}"', f'id = "mine-{contrast.id}"', 1)
    again = parse_own(text, "mine.toml")
    assert (again.label, again.sides, again.terms) == (
        contrast.label,
        contrast.sides,
        contrast.terms,
    )


def test_quotation_marks_and_backslashes_survive():
    form = Form('A "name"', "", (FormSide("a\\b", 'say "no"'), FormSide("c", "d'etat")))
    contrast = parse_own(toml_of(form, "x"), "x")
    assert (contrast.label, contrast.sides[0].label) == ('A "name"', "a\\b")
    assert [term.lemma for term in contrast.terms] == ['say "no"', "d'etat"]
    assert read(toml_of(form, "x"), "x").table["id"] == "x"
