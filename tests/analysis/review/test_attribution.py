import pytest

from analysis.review.attribution import FAR_WORDS, far_attribution, verbs_of_doubt
from analysis.types import QuoteKind, Role
from tests.analysis.review.drafts import beside, draft, said, with_quotes


def long_quote(n_words):
    words = " ".join(["word"] * n_words)
    mine = draft(f"\u201c{words}\u201d said Ann Lee.")
    return with_quotes(mine, said(mine, words, source="Ann Lee", cue="said"))


def test_late_speaker_is_told_with_the_words_that_pass():
    (found,) = far_attribution(beside(long_quote(FAR_WORDS + 1)))
    assert found.n == 41
    assert "41 quoted words pass" in found.reason


def test_speaker_at_the_limit_is_not_late():
    assert list(far_attribution(beside(long_quote(FAR_WORDS)))) == []


def test_speaker_named_first_is_not_late():
    words = " ".join(["word"] * 90)
    mine = draft(f"Ann Lee said: \u201c{words}\u201d.")
    mine = with_quotes(mine, said(mine, words, source="Ann Lee", cue="said"))
    assert list(far_attribution(beside(mine))) == []


def test_quotation_without_a_speaker_is_told():
    mine = draft("\u201cNever again\u201d was heard.")
    mine = with_quotes(mine, said(mine, "Never again", speaker=None, lemma=None))
    (found,) = far_attribution(beside(mine))
    assert "No speaker was found" in found.reason


def test_indirect_speech_is_not_looked_at():
    mine = draft("That all is well was heard.")
    quote = said(mine, "That all is well", speaker=None, kind=QuoteKind.INDIRECT)
    assert list(far_attribution(beside(with_quotes(mine, quote)))) == []


def verbs(*given):
    text = " ".join(f"It rains, X{n} {verb}{n}." for n, (verb, _) in enumerate(given))
    mine = draft(text)
    quotes = [
        said(mine, f"X{n}", number=n, cue=f"{verb}{n}", lemma=verb, role=role)
        for n, (verb, role) in enumerate(given)
    ]
    return beside(with_quotes(mine, *quotes))


def test_verb_of_doubt_is_told_with_who_gets_it():
    given = [("claim", Role.PROTESTER), ("say", Role.GOVERNMENT), ("say", Role.GOVERNMENT)]
    (found,) = verbs_of_doubt(verbs(*given))
    assert found.about == "claim"
    assert (
        "with 1 of 1 quote of the kind \u201cprotester\u201d and with 0 of 2 quotes" in found.reason
    )
    assert found.n == 3


@pytest.mark.parametrize("verb", ["admit", "concede", "allege", "insist"])
def test_other_verbs_of_doubt_and_of_giving_in_are_told(verb):
    assert len(list(verbs_of_doubt(verbs((verb, Role.EXPERT))))) == 1


@pytest.mark.parametrize("verb", ["say", "deny", "warn"])
def test_other_verbs_are_not_told(verb):
    assert list(verbs_of_doubt(verbs((verb, Role.EXPERT)))) == []
