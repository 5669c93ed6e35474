import pytest

from analysis.clean import lists
from analysis.errors import LexiconError
from analysis.types import BlockKind

RELATED = """
[[lists]]
rule = "x.related"
kind = "boilerplate"
match = "whole"
why = "A heading."
phrases = ["more (from|on) *", "# photos", "see also"]

[[lists]]
rule = "x.label"
kind = "credit"
match = "start"
max_words = 6
why = "A label."
phrases = ["photo :"]

[[lists]]
rule = "x.any"
kind = "boilerplate"
match = "any"
why = "A phrase."
phrases = ["every gift counts"]
"""


@pytest.fixture
def index(tmp_path, monkeypatch):
    (tmp_path / "cleaning").mkdir()
    (tmp_path / "cleaning" / "x.toml").write_text(RELATED)
    monkeypatch.setattr(lists.paths, "LEXICONS", tmp_path)
    return lists.PhraseIndex(lists._read_lists())


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("More from the north", ["x.related"]),
        ("More on", ["x.related"]),
        ("More on one two three four five six", ["x.related"]),
        ("More on one two three four five six seven", []),
        ("Much more on this", []),
        ("12 photos", ["x.related"]),
        ("photos", []),
        ("SEE ALSO", ["x.related"]),
        ("See also this", []),
        ("Photo: Ann Lee", ["x.label"]),
        ("Photo Ann Lee", []),
        ("Photo: one two three four five six", []),
        ("Remember that every gift counts today", ["x.any"]),
        ("every gift", []),
        ("", []),
    ],
)
def test_phrases_match_by_place_gap_and_number(index, line, rules):
    assert [found.rule for found in index.lists(lists.tokens_of(line))] == rules


def test_a_very_long_line_is_no_page_furniture(index):
    assert index.lists(("every", "gift", "counts", *["word"] * 160)) == ()


def test_tokens_are_small_letters_with_straight_apostrophes_and_some_marks():
    assert lists.tokens_of("Editor’s note: @Ann, © 2,022") == (
        "editor's",
        "note",
        ":",
        "@",
        "ann",
        "©",
        "2,022",
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"rul": "x"}, "unknown field"),
        ({"rule": "x"}, "missing"),
        (
            {"rule": "x", "kind": "body", "match": "end", "why": "W.", "phrases": ["a"]},
            "'match' is 'end'",
        ),
    ],
)
def test_a_broken_list_is_refused_with_its_place(row, message):
    with pytest.raises(LexiconError, match=message) as error:
        lists._phrase_list(row, "x.toml: [[lists]] 1")
    assert "x.toml: [[lists]] 1" in str(error.value)


def test_a_phrase_must_begin_with_a_word():
    with pytest.raises(LexiconError, match="does not begin with a word"):
        lists._patterns(["* more"], "x.toml: [[lists]] 1")


def test_shipped_lists_load_with_reasons_and_known_kinds():
    assert lists.list_reasons()["furniture.advert"].endswith(".")
    assert all(isinstance(p.kind, BlockKind) for p, _ in lists._read_lists())
    assert all(words for words in lists.word_sets().values())
