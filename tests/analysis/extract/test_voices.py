from analysis.extract.voices import voice_spans
from analysis.types import Quote, QuoteKind, Span, Voice


def _quote(id_, kind, content, quoted=()):
    return Quote(id_, kind, tuple(Span(*c) for c in content), tuple(Span(*q) for q in quoted))


def _layers(*quotes):
    return [(v.start, v.end, v.voice, v.quote_id) for v in voice_spans(quotes)]


def test_direct_quote_is_quote_layer():
    quote = _quote("q1", QuoteKind.DIRECT, [(1, 9)], [(1, 9)])
    assert _layers(quote) == [(1, 9, Voice.QUOTE, "q1")]


def test_indirect_quote_is_paraphrase_layer():
    assert _layers(_quote("q1", QuoteKind.INDIRECT, [(5, 30)])) == [(5, 30, Voice.PARAPHRASE, "q1")]


def test_mixed_quote_has_both_layers_without_overlap():
    quote = _quote("q1", QuoteKind.MIXED, [(0, 30)], [(10, 20)])
    assert _layers(quote) == [
        (0, 10, Voice.PARAPHRASE, "q1"),
        (10, 20, Voice.QUOTE, "q1"),
        (20, 30, Voice.PARAPHRASE, "q1"),
    ]


def test_scare_quote_is_never_the_outlets_own_word():
    quote = _quote("q1", QuoteKind.SCARE, [(4, 9)], [(4, 9)])
    assert _layers(quote) == [(4, 9, Voice.QUOTE, "q1")]


def test_quote_wins_over_paraphrase_of_another_attribution():
    outer = _quote("q1", QuoteKind.INDIRECT, [(0, 40)])
    inner = _quote("q2", QuoteKind.DIRECT, [(10, 20)], [(10, 20)])
    assert _layers(inner, outer) == [
        (0, 10, Voice.PARAPHRASE, "q1"),
        (10, 20, Voice.QUOTE, "q2"),
        (20, 40, Voice.PARAPHRASE, "q1"),
    ]


def test_outer_quote_wins_over_a_nested_one():
    outer = _quote("q1", QuoteKind.DIRECT, [(0, 40)], [(0, 40)])
    inner = _quote("q2", QuoteKind.DIRECT, [(10, 20)], [(10, 20)])
    assert _layers(inner, outer) == [(0, 40, Voice.QUOTE, "q1")]


def test_interrupted_quote_leaves_the_cue_to_the_outlet():
    quote = _quote("q1", QuoteKind.DIRECT, [(0, 5), (15, 20)], [(0, 5), (15, 20)])
    assert _layers(quote) == [(0, 5, Voice.QUOTE, "q1"), (15, 20, Voice.QUOTE, "q1")]


def test_no_quotes_no_layers():
    assert _layers() == []
