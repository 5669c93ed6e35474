import pytest

from analysis.errors import LexiconError
from analysis.extract import roles
from analysis.extract.roles import role_lexicon
from analysis.types import Role


@pytest.mark.parametrize(
    ("description", "role", "basis"),
    [
        ("President Ana Silva", Role.GOVERNMENT, "President"),
        ("the Interior Ministry", Role.GOVERNMENT, "Ministry"),
        ("police spokesman Jon Berg", Role.SECURITY, "police"),
        ("Army Gen. Jon Berg", Role.SECURITY, "Gen"),
        ("a professor of law at Norland University", Role.EXPERT, "professor"),
        ("president of the Norland Bank", Role.BUSINESS, "Bank"),
        ("Ana Silva | an opposition leader", Role.OPPOSITION, "opposition leader"),
        ("government sources", Role.ANONYMOUS, "sources"),
        ("the United Nations", Role.INTERGOVERNMENTAL, "United Nations"),
        ("Bishop Jon Berg", Role.RELIGIOUS, "Bishop"),
        ("an eyewitness", Role.WITNESS, "eyewitness"),
        ("demonstrators", Role.PROTESTER, "demonstrators"),
        ("the victims' families", Role.VICTIM, "victims' families"),
        ("local residents", Role.CITIZEN, "residents"),
        ("state media", Role.MEDIA, "state media"),
        ("human rights activist Jon Berg", Role.CIVIL_SOCIETY, "human rights activist"),
    ],
)
def test_role_and_the_words_that_decide_it(description, role, basis):
    found = role_lexicon().role_of(description)
    assert (found.role, found.basis) == (role, basis)


@pytest.mark.parametrize("description", ["", "Jon Berg", "presidential timber"])
def test_no_role_word_no_role(description):
    found = role_lexicon().role_of(description)
    assert (found.role, found.basis) == (Role.UNKNOWN, None)


def test_last_title_is_the_one_beside_the_name():
    assert role_lexicon().last_title("former minister and now President") == "president"


def test_word_in_two_roles_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "roles"
    folder.mkdir()
    for name in ("expert", "media"):
        (folder / f"{name}.toml").write_text(
            f'id = "{name}"\nversion = "1"\nlanguage = "en"\nlabel = "x"\nsource = "x"\n'
            'titles = ["pundit"]\ninstitutions = ["x"]\n'
        )
    monkeypatch.setattr(roles.paths, "LEXICONS", tmp_path)
    role_lexicon.cache_clear()
    with pytest.raises(LexiconError, match="pundit"):
        role_lexicon()
    role_lexicon.cache_clear()
