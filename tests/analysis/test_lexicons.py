import pytest

from analysis.errors import LexiconError
from analysis.lexicons import MAX_BYTES, load_contrast

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
    ],
)
def test_a_broken_list_is_refused_with_file_and_field(tmp_path, old, new, problem):
    assert old in GOOD
    with pytest.raises(LexiconError, match=rf"crowd\.toml.*{problem}"):
        load_contrast(_written(tmp_path, GOOD.replace(old, new, 1)))


def test_an_oversized_list_is_refused_before_it_is_read(tmp_path):
    with pytest.raises(LexiconError, match="larger than"):
        load_contrast(_written(tmp_path, "#" * (MAX_BYTES + 1)))
