from analysis.review.voices import missing_roles, missing_speakers
from analysis.types import Role
from tests.analysis.review.drafts import beside, draft, other, said, with_quotes


def quoting(name, speaker="Ann Lee", role=Role.EXPERT, **known):
    made = other(name, f"The harbour is closed, {speaker} said.")
    return with_quotes(
        made, said(made, "The harbour is closed", speaker=speaker, role=role, **known)
    )


def silent():
    return draft("The harbour is closed.")


def test_speaker_of_two_other_outlets_is_missed():
    (found,) = missing_speakers(beside(silent(), quoting("Post"), quoting("Courier")))
    assert found.about == "ann-lee"
    assert found.n == 2
    assert "2 of the 2 other outlets (Post and Courier; 2 quotes)" in found.reason
    assert [each.outlet for each in found.elsewhere] == ["Post", "Courier"]
    assert found.elsewhere[0].sentence == "The harbour is closed, Ann Lee said."


def test_speaker_of_one_of_two_outlets_is_not_missed():
    two = beside(silent(), quoting("Post"), quoting("Courier", speaker="Bo Kim"))
    assert list(missing_speakers(two)) == []


def test_one_other_outlet_is_enough_where_there_is_no_second():
    assert len(list(missing_speakers(beside(silent(), quoting("Post"))))) == 1


def test_speaker_quoted_in_the_draft_is_not_missed():
    mine = draft("Open soon, Ann Lee said.")
    mine = with_quotes(mine, said(mine, "Open soon"))
    assert list(missing_speakers(beside(mine, quoting("Post"), quoting("Courier")))) == []


def test_speaker_without_a_name_is_not_looked_for():
    unnamed = [quoting(name, named=False) for name in ("Post", "Courier")]
    assert list(missing_speakers(beside(silent(), *unnamed))) == []


def test_kind_of_speaker_is_missed():
    two = [quoting("Post"), quoting("Courier", speaker="Bo Kim")]
    (found,) = missing_roles(beside(silent(), *two))
    assert found.about == "expert"
    assert "2 such quotes" in found.reason


def test_kind_that_the_draft_has_is_not_missed():
    mine = draft("Open soon, a professor said.")
    mine = with_quotes(mine, said(mine, "Open soon", speaker="Cy Fox", role=Role.EXPERT))
    assert list(missing_roles(beside(mine, quoting("Post"), quoting("Courier")))) == []


def test_kind_that_is_not_known_is_not_looked_for():
    two = [quoting(name, role=Role.UNKNOWN) for name in ("Post", "Courier")]
    assert list(missing_roles(beside(silent(), *two))) == []


def test_nothing_is_missed_without_other_articles():
    alone = beside(silent())
    assert [*missing_speakers(alone), *missing_roles(alone)] == []
