import pytest

from analysis import own_lists
from analysis.corrections import read_corrections
from analysis.errors import LexiconError
from analysis.lexicons import contrasts
from analysis.library import undo
from analysis.own_lists import ANY, CONTENT, changes, kept, merged, parse_own, read_own, save

RAIN = """
id = "rain"
label = "Rain"
[[sides]]
id = "wet"
label = "wet words"
[[sides]]
id = "dry"
label = "dry words"
[[terms]]
side = "wet"
lemma = "downpour*"
[[terms]]
side = "dry"
lemma = "dry spell"
reason = "Says that no rain fell."
"""


def test_a_readers_list_needs_neither_classes_nor_reasons():
    contrast = parse_own(RAIN, "rain.toml")
    assert (contrast.id, contrast.lexicon, contrast.pack) == ("rain", "own/rain", "own")
    assert (contrast.is_own, contrast.version, contrast.language) == (True, "1", "en")
    assert contrast.question == "Which of the words are used: Rain?"
    first, second = contrast.terms
    assert (first.pos, first.reason, first.source) == (CONTENT, "added by a reader", "reader")
    assert (second.pos, second.reason) == (ANY, "Says that no rain fell.")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "rain"', 'id = "troops"', "comes with Parallax has; choose another"),
        ('id = "rain"', 'id = "loaded"', "comes with Parallax has; choose another"),
        ('id = "rain"', "", "'id' is missing"),
        ('label = "Rain"', 'label = "Rain"\ncolour = "red"', "unknown field .'colour'."),
        ('label = "Rain"', f'label = "{"x" * 121}"', "121 characters; at most 120"),
        ('lemma = "downpour*"', 'lemma = "d*"', r":10: \[\[terms\]\] 1: 'lemma' has few"),
        ('side = "dry"', 'side = "damp"', r":13: .*side 'damp' is not declared"),
    ],
)
def test_a_broken_list_is_refused_with_file_line_and_field(old, new, problem):
    assert old in RAIN
    with pytest.raises(LexiconError, match=rf"^rain\.toml.*{problem}"):
        parse_own(RAIN.replace(old, new, 1), "rain.toml")


def test_a_list_may_hold_so_many_entries_and_no_more(monkeypatch):
    monkeypatch.setattr(own_lists, "MAX_OWN_TERMS", 2)
    assert len(parse_own(RAIN, "rain.toml").terms) == 2
    with pytest.raises(LexiconError, match=r"3 \[\[terms\]\] entries; at most 2"):
        parse_own(RAIN + '[[terms]]\nside = "dry"\nlemma = "drought"\n', "rain.toml")


def test_a_list_may_be_so_large_and_no_larger(monkeypatch):
    size = len(RAIN.encode())
    monkeypatch.setattr(own_lists, "MAX_OWN_BYTES", size)
    assert parse_own(RAIN, "rain.toml").id == "rain"
    with pytest.raises(LexiconError, match=f"larger than {size} bytes"):
        parse_own(RAIN + "#", "rain.toml")


def test_a_saved_list_is_kept_for_every_story():
    save(RAIN, "rain.toml")
    assert dict(kept()) == {"rain": RAIN}
    assert read_corrections("flood").lists == {"rain": RAIN}


def test_a_refused_list_leaves_the_kept_one_in_force():
    save(RAIN, "rain.toml")
    with pytest.raises(LexiconError):
        save(RAIN.replace("downpour*", "*"), "rain.toml")
    assert dict(kept()) == {"rain": RAIN}


def test_two_lists_may_not_have_one_name():
    save(RAIN, "rain.toml")
    with pytest.raises(LexiconError, match="the name of another of your lists"):
        save(RAIN.replace('id = "rain"', 'id = "showers"'), "showers.toml")


def test_too_many_lists_are_refused(monkeypatch):
    monkeypatch.setattr(own_lists, "MAX_LISTS", 1)
    save(RAIN, "rain.toml")
    save(RAIN.replace('version = "1"', ""), "rain.toml")
    other = RAIN.replace('id = "rain"', 'id = "sun"').replace('"Rain"', '"Sun"')
    with pytest.raises(LexiconError, match="1 lists are kept; delete one"):
        save(other, "sun.toml")


def test_removing_and_undoing():
    save(RAIN, "rain.toml")
    own_lists.remove("rain")
    assert dict(kept()) == {}
    deleted, saved = changes()
    assert (deleted.value, saved.value) == (None, RAIN)
    undo(deleted.id)
    assert dict(kept()) == {"rain": RAIN}
    assert changes() == (saved,)


def test_removing_an_unknown_list_names_those_there_are():
    save(RAIN, "rain.toml")
    with pytest.raises(LexiconError, match="no list of yours is called 'sun'; there are: rain"):
        own_lists.remove("sun")


def test_own_lists_stand_after_the_shipped_ones():
    found = merged(contrasts(), {"rain": RAIN})
    assert found[:-1] == contrasts()
    assert found[-1].id == "rain"


def test_without_own_lists_nothing_is_added():
    assert merged(contrasts(), {}) is contrasts()


def test_a_kept_list_that_breaks_a_rule_by_now_is_left_out_and_named():
    found, problems = read_own({"rain": RAIN, "troops": RAIN.replace('"rain"', '"troops"')})
    assert [each.id for each in found] == ["rain"]
    assert "comes with Parallax" in problems["troops"]
