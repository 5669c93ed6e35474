from analysis.compare.occurrences import own_words
from analysis.types import BlockKind
from tests.analysis.compare.articles import worded


def _terms(article, **options):
    return [(each.term, each.paragraph) for each in own_words(article, **options)]


def test_words_and_pairs_are_found_by_paragraph():
    article = worded("The grey harbour.", "A harbour.")
    assert _terms(article) == [
        ("grey", 0),
        ("harbour", 0),
        ("harbour", 1),
        ("grey harbour", 0),
    ]


def test_a_pair_stands_side_by_side_or_with_a_hyphen():
    article = worded("Grey-green water, harbour of stone.")
    pairs = [term for term, _ in _terms(article) if " " in term]
    assert pairs == ["grey green", "green water"]


def test_other_peoples_words_are_left_out():
    article = worded("“Grey water,” she says. Green water.", quoted=["“Grey water,”"])
    assert "grey" not in dict(_terms(article))
    assert "green" in dict(_terms(article))


def test_captions_and_bylines_are_left_out():
    article = worded(
        (BlockKind.BYLINE, "Ann Lee"), (BlockKind.CAPTION, "Grey water."), "Green water."
    )
    assert [term for term, _ in _terms(article)] == ["green", "water", "green water"]


def test_names_of_outlets_are_left_out():
    article = worded("Harbour Post reports. Green water.", outlet="Harbour Post")
    terms = _terms(article, outlets=["harbour post"])
    assert [term for term, _ in terms] == ["reports", "green", "water", "green water"]


def test_proper_names_are_marked():
    article = worded("Goodville sleeps.", names=["Goodville"])
    marks = {each.term: each.is_name for each in own_words(article)}
    assert marks == {"goodville": True, "sleeps": False, "goodville sleeps": False}


def test_evidence_of_a_term_is_its_words_in_the_text():
    article = worded("The grey harbour.")
    found = [each.span.of(article.text) for each in own_words(article)]
    assert found == ["grey", "harbour", "grey harbour"]
