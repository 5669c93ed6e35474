import pytest

from analysis.clean import uncleaned
from analysis.extract.labels import find_labels
from analysis.extract.quotes import extract_quotes
from analysis.nlp import parse
from analysis.types import Article, Voice

pytestmark = pytest.mark.model


def _labels(*texts):
    articles = [Article(id=f"a{n}", text=text, outlet=f"O{n}") for n, text in enumerate(texts)]
    parsed = list(parse([(each, uncleaned(each)) for each in articles]))
    return find_labels([(each, extract_quotes(each)) for each in parsed])


def _referents(*texts):
    return {each.label: each.referent for found in _labels(*texts) for each in found}


def test_words_of_one_kind_name_one_thing_across_outlets():
    found = _referents(
        "The protesters left. The town slept.", "The demonstrators ate. The mob sat."
    )
    assert found["protesters"] == found["demonstrators"] == found["mob"] is not None


def test_words_of_two_kinds_name_two_things():
    found = _referents(
        "The protesters left. Demonstrators sang. Rioters ran.",
        "The storm came. The hurricane stayed. A typhoon is feared.",
    )
    assert found["protesters"] != found["storm"]
    assert found["storm"] == found["hurricane"]


def test_another_owner_makes_it_another_thing():
    found = _referents(
        "French troops left Mali. French soldiers sang. French forces went.",
        "Danish troops came to Mali. Danish soldiers ate. Danish forces sat.",
    )
    assert found["French troops"] == found["French soldiers"]
    assert found["French troops"] != found["Danish troops"]


def test_person_goes_by_name_title_and_office_in_all_articles():
    found = _referents(
        "President Ann Lee left on Monday. Lee sang. The president slept.",
        "The mayor met Ann Lee. The president ate.",
    )
    assert found["President"] == found["Ann Lee"] == found["Lee"] == found["president"]
    assert found["mayor"] != found["president"]


def test_former_holder_of_an_office_is_not_its_holder():
    found = _referents("President Ann Lee left. Lee sang. Lee ate. The former president slept.")
    assert found["former president"] != found["Lee"]


def test_country_goes_by_name_and_by_the_country():
    found = _referents("France won. The storm hit France. The country slept.")
    assert found["country"] == found["France"] == "France"


def test_what_is_named_in_one_way_only_is_not_proposed():
    found = _referents("The bridge fell. The bridge was old. The bridge is gone.")
    assert found == {"bridge": None}


def test_what_is_named_twice_only_is_not_proposed():
    assert set(_referents("The protesters left. The demonstrators ate.").values()) == {None}


def test_acronym_is_the_long_name():
    found = _referents(
        "The Northern Trade Organisation met. The NTO closed. The NTO opened.",
    )
    assert found["NTO"] == found["Northern Trade Organisation"] is not None


def test_label_has_the_voice_it_stands_in():
    (found,) = _labels("“The bandits must go,” said Ann Lee. The farmers left.")
    voices = {each.label: each.voice for each in found}
    assert voices["bandits"] is Voice.QUOTE
    assert voices["farmers"] is Voice.OUTLET


def test_no_article_and_an_empty_one_have_no_labels():
    assert _labels() == []
    assert _labels("") == [()]
