"""Hostile word lists: each is refused at once, with a plain message, or does nothing.

The large ones would take minutes, or all memory, if anything in their way were quadratic.
"""

from __future__ import annotations

import re

import pandas as pd
import pytest

from analysis.cli import main
from analysis.commands_lists import _text
from analysis.errors import ParallaxError
from analysis.lexicons import MAX_BYTES, load_contrast
from analysis.list_forms import Form, FormSide, problems, toml_of
from analysis.own_lists import MAX_OWN_BYTES, kept, parse_own, save, text_of
from analysis.patterns import Glob, WordIndex, forms
from analysis.preview import preview
from analysis.spreadsheet import to_csv
from analysis.toml_text import read
from tests.analysis.factories import annotated

HEAD = """
id = "rain"
label = "Rain"
[[sides]]
id = "wet"
label = "wet words"
[[sides]]
id = "dry"
label = "dry words"
"""
ENTRY = '[[terms]]\nside = "wet"\nlemma = "{}"\n'


def _with(**fields):
    """Return a list in which some fields of the one entry are replaced."""
    entry = {"side": '"wet"', "lemma": '"rain"', **fields}
    return HEAD + "[[terms]]\n" + "\n".join(f"{key} = {value}" for key, value in entry.items())


REFUSED = {
    "nothing": "",
    "no toml": "<html><body>not a list</body></html>",
    "yaml aliases": "a: &a [x, x]\nb: &b [*a, *a]\n",
    "deep array": "x = " + "[" * 100_000,
    "deep array closed": "x = " + "[" * 50_000 + "]" * 50_000,
    "deep inline table": "x = " + "{a = " * 20_000,
    "deep array in an entry": _with(pos="[" * 5_000 + "]" * 5_000),
    "long dotted key": ".".join("a" * 100_000) + " = 1",
    "long dotted head": "[" + ".".join("a" * 100_000) + "]",
    "long quoted dotted key": ".".join(['"a"'] * 50_000) + " = 1",
    "dotted head with many keys": "["
    + ".".join("a" * 2_000)
    + "]\n"
    + "\n".join(f"k{i} = 1" for i in range(20_000)),
    "unclosed text": 'id = "' + "x" * 200_000,
    "unclosed long text": '"""' + '\n\\"""' * 40_000 + "\\",
    "long number": "version = " + "9" * 200_000,
    "impossible date": "version = 2024-99-99",
    "NUL": HEAD + ENTRY.format("rain\x00"),
    "written NUL": _with(lemma='"rain\\u0000"'),
    "bell": HEAD + ENTRY.format("rain\x07"),
    "terminal colours": _with(reason='"\\u001b[31mred"'),
    "right to left": HEAD + ENTRY.format("rain\u202enair"),
    "written right to left": HEAD.replace('"Rain"', '"Ra\\u202ein"') + ENTRY.format("rain"),
    "unseen blank": HEAD + ENTRY.format("ra\u200bin"),
    "guard with colours": _with(subject='["\\u001b[31mred"]'),
    "path as id": HEAD.replace('id = "rain"', 'id = "../../x"') + ENTRY.format("rain"),
    "absolute path as id": HEAD.replace('id = "rain"', 'id = "/etc/passwd"') + ENTRY.format("rain"),
    "id with a point": HEAD.replace('id = "rain"', 'id = "a.b"') + ENTRY.format("rain"),
    "long id": HEAD.replace('id = "rain"', f'id = "{"a" * 61}"') + ENTRY.format("rain"),
    "id of a shipped list": HEAD.replace('id = "rain"', 'id = "crowd"') + ENTRY.format("rain"),
    "one side twice": HEAD.replace('id = "dry"', 'id = "wet"') + ENTRY.format("rain"),
    "key twice": "id = 'a'\n" + HEAD,
    "thousands of stars": HEAD + ENTRY.format("*" * 5_000 + "abc"),
    "stars and letters": HEAD + ENTRY.format("a*" * 90),
    "star alone": HEAD + ENTRY.format("*"),
    "stars with blanks": HEAD + ENTRY.format("rain * *"),
    "no letter": HEAD + ENTRY.format("- . !"),
    "empty word": HEAD + ENTRY.format(" "),
    "long word": HEAD + ENTRY.format("x" * 100_000),
    "many words": HEAD + ENTRY.format("a b " * 50),
    "word as number": _with(lemma="1"),
    "word as list": _with(lemma='["rain"]'),
    "weight that is no number": _with(weight="nan"),
    "classes as text": _with(pos='"NOUN"'),
    "unknown class": _with(pos='["VERDICT"]'),
    "guard as text": _with(subject='"army"'),
    "set that is not there": _with(subject='["@all"]'),
    "sets as text": 'sets = "all"\n' + HEAD + ENTRY.format("rain"),
    "entries as text": 'terms = "all"\n' + HEAD,
    "entries as numbers": "terms = [1, 2]\n" + HEAD,
    "sides as text": 'id = "rain"\nlabel = "Rain"\nsides = "wet"\n' + ENTRY.format("rain"),
    "many sides": HEAD + '[[sides]]\nid = "s"\nlabel = "s"\n' * 100 + ENTRY.format("rain"),
    "many entries": HEAD + ENTRY.format("rain") * 2_001,
    "200,000 entries": HEAD + ENTRY.format("rain") * 200_000,
    "entries that multiply a set": "[sets]\nall = ["
    + ", ".join(['"army"'] * 1_000)
    + "]\n"
    + HEAD.replace('id = "rain"\nlabel = "Rain"', "")
    + "".join(ENTRY.format("rain") + 'subject = ["@all", "@all"]\n' for _ in range(1_000)),
    "large": HEAD + "#" * MAX_OWN_BYTES,
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_list_is_refused_in_one_plain_line(name):
    save(HEAD + ENTRY.format("rain"), "rain.toml")
    before = dict(kept())
    with pytest.raises(ParallaxError) as refused:
        save(REFUSED[name], "hostile.toml")
    message = str(refused.value)
    assert message.startswith("hostile.toml")
    assert len(message) < 1_500
    assert message.isprintable()
    assert dict(kept()) == before


def test_guards_that_multiply_a_set_are_counted_before_they_fill_the_memory():
    text = 'id = "rain"\nlabel = "Rain"\n' + REFUSED["entries that multiply a set"]
    with pytest.raises(
        ParallaxError, match=r"\[\[terms\]\] 51: the guards up to here hold 102,000"
    ):
        parse_own(text, "rain.toml")


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"\xff" * 1_000, b"x" * (MAX_OWN_BYTES + 1), b""]
)
def test_a_file_that_is_no_list_is_refused(data, tmp_path, capsys):
    path = tmp_path / "file.toml"
    path.write_bytes(data)
    assert main(["lists", "add", str(path)]) == 1
    assert capsys.readouterr().err.startswith("error: ")
    with pytest.raises(ParallaxError):
        parse_own(text_of(data, "file.toml"), "file.toml")


def test_a_shipped_list_is_held_to_the_same_rules(tmp_path):
    path = tmp_path / "deep.toml"
    path.write_text(REFUSED["deep array"], encoding="utf-8")
    with pytest.raises(ParallaxError, match=r"deep\.toml:1: nested more than 4 deep"):
        load_contrast(path)


@pytest.mark.parametrize("list_id", ["../../x", "/etc/passwd", "x\x00", "a" * 10_000])
def test_an_id_on_the_command_line_is_only_compared(list_id, capsys):
    assert main(["lists", "remove", list_id]) == 1
    assert main(["lists", "export", list_id]) == 1
    assert len(capsys.readouterr().err) < 5_000


def test_only_toml_of_the_named_file_is_read(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        _text(tmp_path / "missing.toml")


REGEXES = ["(a+)+$", "^(([a-z])+)+[A-Z]$", "[[:alpha:]]", "a{1,999}{1,999}", "\\w+\\d", "(x+x+)+y"]


@pytest.mark.parametrize("text", REGEXES)
def test_the_text_of_a_regular_expression_stands_for_itself(text):
    form = Form("Rain", "", (FormSide("wet", text), FormSide("dry", "drought")))
    assert problems(form) == {}
    contrast = parse_own(toml_of(form, "rain"), "rain")
    found = preview(contrast, [annotated(f"He typed {text} there. " + "a" * 5_000 + "!")])
    assert [match.words for match in found] == [text]


@pytest.mark.parametrize("entry", ["aaa*aaa", "*aaa*", "aaa*aab*", "a*" + "a" * 150 + "*b"])
def test_a_star_is_compared_in_one_pass_with_a_word_of_a_thousand_letters(entry):
    """Every part is looked for once, from where the part before it ended."""
    looked = []

    class Word(str):
        __slots__ = ()

        def find(self, part, *place):
            looked.append(part)
            return super().find(part, *place)

    glob = Glob(tuple(entry.split("*")))
    glob.fits(Word("a" * 1_000))
    assert len(looked) <= len(glob.parts) - 2


def test_five_hundred_stars_on_long_words_are_no_burden():
    split = re.compile(r"[\w*]+").findall
    entries = [f"*a{number}b*" for number in range(500)]
    index = WordIndex((form, entry) for entry in entries for form in forms(entry, split))
    assert list(index.find([("a" * 1_000,)] * 5_000)) == []


FORMULA = "=HYPERLINK(1)"


def test_a_formula_as_the_name_of_a_side_is_inert_in_a_spreadsheet():
    sides = (FormSide(FORMULA, "downpour"), FormSide("dry words", "drought"))
    contrast = parse_own(toml_of(Form("Rain", "", sides), "rain"), "rain.toml")
    table = pd.DataFrame({"Words for": [side.label for side in contrast.sides]})
    assert f"'{FORMULA}" in to_csv(table)


def test_a_list_at_the_limits_of_size_is_read():
    entries = "".join(ENTRY.format(f"rain{number}*") for number in range(2_000))
    assert len(parse_own(HEAD + entries, "rain.toml").terms) == 2_000
    assert read("#" * MAX_BYTES, "list.toml").table == {}
