import pytest

from analysis.extract.quotes import extract_quotes
from analysis.nlp import parse
from analysis.types import Article, Block, BlockKind, CueClass, QuoteKind

pytestmark = pytest.mark.model


def _quotes(text, *, learned=True, headings=()):
    blocks, start = [], 0
    for line in text.split("\n"):
        kind = BlockKind.SUBHEAD if line in headings else BlockKind.BODY
        blocks.append(Block(start, start + len(line), kind, "test"))
        start += len(line) + 1
    (parsed,) = parse([(Article(id="a", text=text), tuple(blocks))])
    return extract_quotes(parsed, learned=learned)


def _rows(text, **options):
    """Return (kind, source, cue, content) of each quote as words."""
    return [
        (
            q.kind.value,
            q.source.of(text) if q.source else None,
            q.cue.of(text) if q.cue else None,
            " … ".join(s.of(text) for s in q.content),
        )
        for q in _quotes(text, **options)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The bridge is safe," the mayor said.',
            ("direct", "the mayor", "said", "The bridge is safe,"),
        ),
        (
            "‘The bridge is safe,’ the mayor said.",
            ("direct", "the mayor", "said", "The bridge is safe,"),
        ),
        (
            "“The bridge is safe,” said Mayor Ana Silva.",
            ("direct", "Mayor Ana Silva", "said", "The bridge is safe,"),
        ),
        (
            "The mayor said: “The bridge [in town] is safe... for now.”",
            ("direct", "The mayor", "said", "The bridge [in town] is safe... for now."),
        ),
        (
            "“The bridge is safe,” the mayor said. “It was rebuilt last year.”",
            ("direct", "the mayor", "said", "The bridge is safe, … It was rebuilt last year."),
        ),
        (
            "“The bridge is safe. It was rebuilt last year,” the mayor said.",
            ("direct", "the mayor", "said", "The bridge is safe. It was rebuilt last year,"),
        ),
        (
            "“Where is the bridge?” he asked.",
            ("direct", "he", "asked", "Where is the bridge?"),
        ),
        (
            "Ana Silva: “We will rebuild the bridge before the winter comes.”",
            ("direct", "Ana Silva", ":", "We will rebuild the bridge before the winter comes."),
        ),
    ],
)
def test_direct_speech_takes_its_cue_and_source(text, expected):
    assert _rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said that the bridge was safe.",
            ("indirect", "The mayor", "said", "that the bridge was safe"),
        ),
        (
            "The mayor said the bridge was safe.",
            ("indirect", "The mayor", "said", "the bridge was safe"),
        ),
        (
            "The bridge was safe, said the ministry.",
            ("indirect", "the ministry", "said", "The bridge was safe"),
        ),
        (
            "The bridge will open in May, the president has said.",
            ("indirect", "the president", "said", "The bridge will open in May"),
        ),
        (
            "According to the police, two men were arrested.",
            ("indirect", "the police", "According", "two men were arrested"),
        ),
        (
            "The army denied that its soldiers had fired on the crowd.",
            ("indirect", "The army", "denied", "that its soldiers had fired on the crowd"),
        ),
        (
            "The mayor asked whether the bridge was safe.",
            ("indirect", "The mayor", "asked", "whether the bridge was safe"),
        ),
        (
            "The general ordered his soldiers to leave the town.",
            ("indirect", "The general", "ordered", "to leave the town"),
        ),
        (
            "Analysts believe that the government will fall.",
            ("indirect", "Analysts", "believe", "that the government will fall"),
        ),
        (
            "The union’s claim that wages had fallen surprised the company.",
            ("indirect", "The union", "claim", "that wages had fallen"),
        ),
    ],
)
def test_indirect_speech_by_pattern(text, expected):
    assert expected in _rows(text)


def test_words_around_a_parenthetical_cue_are_one_quote():
    text = "The outcome, she continues, will change little for the town."
    (row,) = _rows(text)
    assert row[1:3] == ("she", "continues")
    assert "will change little for the town" in row[3]


def test_paraphrase_with_a_quoted_part_is_one_mixed_quote():
    text = 'The mayor insisted that the soldiers would go home "soon".'
    (quote,) = _quotes(text)
    assert quote.kind is QuoteKind.MIXED
    assert [s.of(text) for s in quote.content] == ['that the soldiers would go home "soon"']
    assert [s.of(text) for s in quote.quoted] == ["soon"]
    assert quote.cue_class is CueClass.CLAIMING


def test_joined_verb_keeps_the_speaker_of_the_first():
    text = "The mayor said that the bridge had been closed and insisted that it would open in May."
    sources = {row[1] for row in _rows(text)}
    assert sources == {"The mayor"}


def test_quoted_words_without_a_clause_are_a_fragment():
    text = "The mayor promised “a new start for the town”."
    (quote,) = _quotes(text)
    assert quote.kind is QuoteKind.FRAGMENT
    assert quote.source.of(text) == "The mayor"


def test_scare_quotes_have_no_speaker():
    text = "The so-called “reform” cost the town a fortune."
    (quote,) = _quotes(text)
    assert (quote.kind, quote.source, quote.cue) == (QuoteKind.SCARE, None, None)


def test_title_of_a_work_is_no_quote():
    assert _rows("Her novel “The Long River Home” sold well in the north.") == []


def test_quotation_reopened_in_the_next_paragraph_goes_on():
    text = (
        "“We waited for an hour and nobody came,” the nurse said. “Then the lights went out.\n"
        "“In the morning we found the doors locked and the guards gone.”"
    )
    (quote,) = _quotes(text)
    assert len(quote.content) == 3
    assert quote.source.of(text) == "the nurse"


def test_whole_quoted_paragraph_without_cue_keeps_the_speaker_before():
    text = (
        "“We waited for an hour and nobody came,” the nurse said.\n"
        "“In the morning we found the doors locked and the guards gone.”"
    )
    (quote,) = _quotes(text)
    assert quote.source.of(text) == "the nurse"


def test_quotation_after_a_mixed_report_goes_on_with_its_speaker():
    text = (
        "Golf clubs are “just scratching out a profit,” the manager said. "
        "“Nobody I know would put any money into one of them.”"
    )
    assert {row[1] for row in _rows(text)} == {"the manager"}


def test_quotation_without_any_speaker_stays_without():
    text = "“Nobody came for an hour, and then the lights went out in the whole street.”"
    (quote,) = _quotes(text)
    assert (quote.source, quote.cue, quote.speaker) == (None, None, None)


def test_someone_quoted_inside_a_report_is_a_quote_of_its_own():
    text = "The king asked for help against what the government calls “an armed incursion by men.”"
    assert ("the government", "calls") in {(r[1], r[2]) for r in _rows(text)}


def test_subhead_takes_the_speaker_of_the_same_words_in_the_body():
    head = "A town against “an armed incursion by men”"
    text = head + "\nThe mayor told the crowd that it was “an armed incursion by men” from abroad."
    first = _quotes(text, headings=(head,))[0]
    assert first.source.of(text) == "The mayor"
    assert first.rule == "echo-of-body"


def test_admitted_to_hospital_concedes_nothing():
    assert _rows("Two men were admitted to hospital after the crash.") == []


@pytest.mark.parametrize("text", ["", "Rain fell on the town.", "“", "””", "Oh!"])
def test_plain_or_empty_text_has_no_quotes(text):
    assert _rows(text) == []


def test_ids_count_in_text_order_and_content_lies_in_the_text():
    text = "The mayor said it rained. “It did not rain here,” the nurse said."
    quotes = _quotes(text)
    assert [q.id for q in quotes] == ["q1", "q2"]
    assert all(0 <= s.start < s.end <= len(text) for q in quotes for s in (*q.content, *q.quoted))


def test_rules_alone_find_the_clear_patterns():
    text = "The mayor said that the bridge was safe. “It was rebuilt last year,” he added."
    assert _rows(text, learned=False) == [
        ("indirect", "The mayor", "said", "that the bridge was safe"),
        ("direct", "he", "added", "It was rebuilt last year,"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "President Ivo Karel attends a session of the annual Port Forum.",
        "The same party has ruled the country since the war.",
        "President Karel on Wednesday dismissed the government.",
        "Karel demonstrated the country's ability to sway events in the region.",
        "The army showed its strength in the capital.",
        "The president signed a decree on the state of emergency.",
        "However, history suggests the guests may stay longer than desired.",
    ],
)
def test_verbs_in_no_list_with_a_noun_for_object_report_nothing(text):
    assert _quotes(text) == ()
