from analysis.extract.labels.kinds import kinds


def test_listed_noun_has_its_kind_and_another_is_its_own():
    assert kinds().of("soldier") == "troops"
    assert kinds().of("teapot") == "teapot"


def test_nouns_for_people_are_told_from_things_with_the_same_ending():
    assert kinds().names_people("rioter")
    assert kinds().names_people("harpooner")
    assert not kinds().names_people("border")
    assert not kinds().names_people("teapot")


def test_rivals_of_a_noun_for_people_are_nouns_for_people():
    people = kinds().people
    assert all(set(found) <= people for found in kinds().rivals.values())
