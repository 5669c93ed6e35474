import pytest

from analysis.review.words import headline_words, quoted_elsewhere
from analysis.types import BlockKind
from tests.analysis.review.drafts import beside, draft, other, with_lemmas

SIDE = ("event", "riot")


def using(name, sentence, *, quoted=()):
    return other(name, sentence, hits={SIDE: ["riot"]}, quoted=quoted)


def own(*sentences):
    return draft(" ".join(sentences), hits={SIDE: ["riot"]})


QUOTED = "She spoke of a riot there."


def test_own_word_that_others_only_quote_is_told():
    two = [using(name, QUOTED, quoted=["a riot there"]) for name in ("Post", "Courier")]
    (found,) = quoted_elsewhere(beside(own("A riot broke out."), *two))
    assert found.span == (2, 6)
    assert (found.n, found.is_weak) == (2, False)
    assert "2 of the 2 other outlets" in found.reason


def test_one_outlet_of_several_makes_a_note():
    twice = using("Post", f"{QUOTED} {QUOTED}", quoted=["a riot there"])
    others = [twice, other("Courier", "Quiet.")]
    (found,) = quoted_elsewhere(beside(own("A riot broke out."), *others))
    assert found.is_weak


@pytest.mark.parametrize(
    "others",
    [
        [using("Post", "A riot began."), using("Courier", QUOTED, quoted=["a riot there"])],
        [using("Post", QUOTED, quoted=["a riot there"]), other("Courier", "All was quiet.")],
        [other("Post", "All was quiet."), other("Courier", "All was quiet.")],
        [],
    ],
    ids=["somebody uses it too", "once is not always", "nobody uses it", "no other article"],
)
def test_nothing_is_told_where_others_do_not_only_quote_it(others):
    assert list(quoted_elsewhere(beside(own("A riot broke out."), *others))) == []


def test_word_that_the_draft_quotes_is_not_told():
    mine = draft("She spoke of a riot.", hits={SIDE: ["riot"]}, quoted=["a riot"])
    two = [using(name, QUOTED, quoted=["a riot there"]) for name in ("Post", "Courier")]
    assert list(quoted_elsewhere(beside(mine, *two))) == []


def test_word_is_told_once_a_sentence():
    two = [using(name, QUOTED, quoted=["a riot there"]) for name in ("Post", "Courier")]
    mine = own("A riot, yes, a riot broke out.", "The riot ended.")
    assert len(list(quoted_elsewhere(beside(mine, *two)))) == 2


def headed(head, body, **marks):
    return with_lemmas(draft((BlockKind.HEADLINE, head), body, **marks))


def test_headline_word_that_the_text_only_quotes_is_told():
    mine = headed(
        "Chaos in harbour", "It is chaos, she said of the harbour.", quoted=["It is chaos"]
    )
    (found,) = headline_words(beside(mine))
    assert found.about == "chaos"
    assert "only as somebody's words (1 time)" in found.reason


def test_headline_word_that_the_text_has_too_is_not_told():
    mine = headed("Chaos in harbour", "There was chaos in the harbour.")
    assert list(headline_words(beside(mine))) == []


def test_only_listed_words_are_told_as_absent():
    mine = headed("Riot in harbour", "Boats burned.", hits={SIDE: ["Riot"]})
    (found,) = headline_words(beside(mine))
    assert found.about == "riot"
    assert "nowhere in the text" in found.reason


def test_name_and_quoted_word_of_a_headline_are_not_told():
    mine = headed(
        "Lee: It is chaos",
        "It is chaos, Lee said.",
        names=["Lee"],
        quoted=["It is chaos", "Lee said"],
    )
    assert list(headline_words(beside(mine))) == []


def test_headline_term_that_the_text_has_in_a_like_word_is_not_told():
    mine = headed("Riot in harbour", "Rioters burned boats.", hits={SIDE: ["Riot", "Rioters"]})
    assert list(headline_words(beside(mine))) == []


def test_part_of_a_joined_word_is_not_told():
    mine = headed("Harbour-led plan", "A plan, he said, led by Lee.", quoted=["led by"])
    assert "led" not in {found.about for found in headline_words(beside(mine))}
