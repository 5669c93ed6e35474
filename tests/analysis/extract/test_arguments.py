import pytest

from analysis.extract.arguments import modifiers, objects, subjects

pytestmark = pytest.mark.model


def _token(nlp, sentence, word):
    return next(token for token in nlp(sentence) if token.text == word)


def _lemmas(tokens):
    return [token.lemma_.lower() for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The soldiers stormed the hall.", "stormed", ["soldier"]),
        ("The hall was stormed by soldiers.", "stormed", ["soldier"]),
        ("The hall was stormed.", "stormed", []),
        ("The soldiers began to leave.", "leave", ["soldier"]),
        ("The soldiers who left were tired.", "left", ["soldier"]),
        ("The government asked the soldiers to leave.", "leave", ["soldier"]),
        ("Police and soldiers stormed the hall.", "stormed", ["police", "soldier"]),
        ("The soldiers arrived and crushed the protest.", "crushed", ["soldier"]),
        ("Soldiers were sent to quell the protest.", "quell", ["soldier"]),
        ("The union called on the soldiers to leave.", "leave", ["soldier"]),
        ("The soldiers started preparations to leave.", "leave", ["soldier"]),
        ("Thousands of soldiers arrived.", "arrived", ["thousand", "soldier"]),
        ("The withdrawal of the soldiers began.", "withdrawal", ["soldier"]),
        ("The soldiers' withdrawal began.", "withdrawal", ["soldier"]),
    ],
)
def test_subjects_are_followed_through_shared_clauses(nlp, sentence, word, expected):
    assert _lemmas(subjects(_token(nlp, sentence, word))) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The soldiers stormed the hall.", "stormed", ["hall"]),
        ("The hall was stormed.", "stormed", ["hall"]),
        ("Soldiers sent by Russia guarded the airport.", "sent", ["soldier"]),
        ("The occupation of the town ended.", "occupation", ["town"]),
        ("The soldiers left.", "left", []),
    ],
)
def test_objects_include_passive_subjects_and_of_phrases(nlp, sentence, word, expected):
    assert _lemmas(objects(_token(nlp, sentence, word))) == expected


def test_modifiers_go_both_ways(nlp):
    assert "foreign" in _lemmas(modifiers(_token(nlp, "Foreign troops arrived.", "troops")))
    assert "troop" in _lemmas(modifiers(_token(nlp, "Foreign troops arrived.", "Foreign")))
