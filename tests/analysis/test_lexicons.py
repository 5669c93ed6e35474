import pytest

from analysis import lexicons, paths
from analysis.errors import LexiconError
from analysis.lexicons import MAX_BYTES, contrasts, load_contrast

GOOD = """
id = "crowd"
version = "1.0.0"
language = "en"
label = "The crowd"
question = "What are the people called?"

[sets]
places = ["office", "depot"]

[[sides]]
id = "marcher"
label = "marcher words"

[[sides]]
id = "looter"
label = "looter words"

[[terms]]
side = "looter"
lemma = "loot"
pos = ["VERB"]
object = ["@places", "bank"]
reason = "Says that goods were taken."
source = "A dictionary (2001)"
"""


def _written(tmp_path, text):
    path = tmp_path / "crowd.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_contrast_is_read_with_its_guards_expanded(tmp_path):
    contrast = load_contrast(_written(tmp_path, GOOD))
    assert contrast.lexicon == "contrasts/crowd"
    assert [side.id for side in contrast.sides] == ["marcher", "looter"]
    assert contrast.terms[0].object == ("office", "depot", "bank")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('reason = "Says that goods were taken."', "", "'reason' is missing"),
        ('side = "looter"\nlemma', 'side = "robber"\nlemma', "side 'robber' is not declared"),
        ('pos = ["VERB"]', 'pos = ["VB"]', "'pos' is \\['VB'\\]"),
        ("@places", "@towns", "word set '@towns' is not in"),
        ('lemma = "loot"', 'lemma = "loot"\nregex = "a+"', "unknown field \\['regex'\\]"),
        ('version = "1.0.0"', "version = 1.0", "'version' is missing"),
        ("[sets]", "[sets", "not valid TOML .*line 8"),
        ('pos = ["VERB"]', 'pos = "VERB"', "'pos' is not a list of words"),
        ('lemma = "loot"', 'lemma = "*"', "'lemma' holds no letter"),
        ('lemma = "loot"', 'lemma = "lo*"', "fewer than 3 letters beside the star in 'lo\\*'"),
        ('lemma = "loot"', 'lemma = "*a*b*ccc"', "more than 2 stars"),
        ('id = "marcher"', 'id = "Marcher!"', r"\[\[sides\]\] 1: 'id' is 'Marcher!'"),
        ('id = "marcher"', 'id = "looter"', "two \\[\\[sides\\]\\] have one id"),
        ('id = "crowd"', 'id = "../../crowd"', "'id' is '../../crowd'"),
    ],
)
def test_a_broken_list_is_refused_with_file_and_field(tmp_path, old, new, problem):
    assert old in GOOD
    with pytest.raises(LexiconError, match=rf"crowd\.toml.*{problem}"):
        load_contrast(_written(tmp_path, GOOD.replace(old, new, 1)))


def test_an_oversized_list_is_refused_before_it_is_read(tmp_path):
    with pytest.raises(LexiconError, match="larger than"):
        load_contrast(_written(tmp_path, "#" * (MAX_BYTES + 1)))


def test_a_broken_entry_is_named_with_the_line_on_which_it_begins(tmp_path):
    # The one [[terms]] entry begins on line 19 of GOOD.
    text = GOOD.replace('lemma = "loot"', "")
    with pytest.raises(LexiconError, match=r"crowd\.toml:19: \[\[terms\]\] 1: 'lemma' is missing"):
        load_contrast(_written(tmp_path, text))


def test_a_byte_order_mark_is_no_problem(tmp_path):
    assert load_contrast(_written(tmp_path, "\ufeff" + GOOD)).id == "crowd"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "LEXICONS", tmp_path)
    contrasts.cache_clear()
    yield tmp_path / "contrasts"
    monkeypatch.undo()
    contrasts.cache_clear()


def _put(folder, place, text):
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_folders_are_packs(folder):
    _put(folder, "streets/crowd.toml", GOOD)
    _put(folder, "plain.toml", GOOD.replace('id = "crowd"', 'id = "plain"'))
    found = {each.id: (each.pack, each.lexicon) for each in contrasts()}
    assert found == {
        "crowd": ("streets", "contrasts/streets/crowd"),
        "plain": ("", "contrasts/plain"),
    }
    assert lexicons.versions()["contrasts/streets/crowd"] == "1.0.0"


def test_two_lists_with_one_id_are_refused_with_both_files(folder):
    _put(folder, "a/crowd.toml", GOOD)
    _put(folder, "b/crowd.toml", GOOD)
    with pytest.raises(LexiconError, match=r"contrasts/b/crowd\.toml.*taken by contrasts/a/crowd"):
        contrasts()
