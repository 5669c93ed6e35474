from analysis.shared_copy import without_shared
from analysis.types import BlockKind, Span
from tests.analysis.factories import annotated, quote

TEXT = "Rain fell. The occupation ended on Monday. Troops left."
SHARED = TEXT.index("The occupation"), TEXT.index(" Troops")


def _article(**options):
    return annotated(TEXT, hits={("troops", "occupy"): ["occupation"]}, **options)


def _blocks(article):
    return [(b.kind, b.span.of(article.text).strip()) for b in article.blocks]


def test_a_shared_sentence_is_set_aside_with_its_rule_and_listed():
    (found,) = without_shared([_article()], {"a1": [Span(*SHARED)]})
    assert _blocks(found) == [
        (BlockKind.BODY, "Rain fell."),
        (BlockKind.BOILERPLATE, "The occupation ended on Monday."),
        (BlockKind.BODY, "Troops left."),
    ]
    assert found.blocks[1].rule == "shared.copy"
    assert len(found.sentences) == 2


def test_what_was_found_in_it_is_not_counted():
    (found,) = without_shared([_article()], {"a1": [Span(*SHARED)]})
    assert found.terms == ()
    rows = {row.measure: row for row in found.measures if row.voice is None}
    assert rows["framing.troops.occupy"].n == 2
    assert rows["framing.troops.occupy"].value == 0


def test_a_quote_in_it_goes_with_its_voice():
    at = Span(*SHARED)
    article = _article(quotes=(quote(1, at),), quoted=["The occupation ended on Monday."])
    (found,) = without_shared([article], {"a1": [at]})
    assert (found.quotes, found.voices) == ((), ())


def test_a_sentence_shared_by_less_than_half_stays():
    half = Span(SHARED[0], SHARED[0] + 10)
    (found,) = without_shared([_article()], {"a1": [half]})
    assert len(found.sentences) == 3


def test_an_article_that_shares_nothing_is_unchanged():
    article = _article()
    assert without_shared([article], {}) == (article,)
    assert without_shared([article], {"a1": []}) == (article,)
