import pytest

from analysis.extract.speakers.names import (
    distance,
    plain,
    same_first,
    same_surname,
    skeleton,
    slug,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oreshkin", "Oreshkin", True),
        ("Oreshkin", "Oryeshkin", True),
        ("Yatsenyuk", "Iatseniuk", False),  # first letters differ
        ("Lukyanenka", "Lukyanenko", True),
        ("Brown", "Braun", False),
        ("Lee", "Li", False),  # too short for variants
        ("Petrov’s", "Petrov", True),
        ("Hansen", "Hanson", True),
        ("Müller", "Muller", True),
    ],
)
def test_surnames_match_across_spellings(one, other, same):
    assert same_surname(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Aleksandr", "Alexander", True),
        ("J.", "John", True),
        ("Al", "Alan", True),
        ("Maria", "Peter", False),
        ("", "Peter", True),
    ],
)
def test_first_names_match_by_initial_and_variant(one, other, same):
    assert same_first(one, other) is same


def test_skeleton_keeps_consonants_of_a_transliteration():
    assert skeleton("Alexander") == skeleton("Aleksandr") == "lksndr"


@pytest.mark.parametrize(("one", "other", "edits"), [("", "", 0), ("cat", "cut", 1), ("a", "", 1)])
def test_distance_counts_edits(one, other, edits):
    assert distance(one, other) == edits


def test_plain_drops_accents_hyphens_and_possessive():
    assert plain("Jean-Noël's") == "jeannoel"


def test_slug_is_lower_case_ascii():
    assert slug("Norvania’s Défense Ministry") == "norvania-defense-ministry"
