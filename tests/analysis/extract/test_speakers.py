import pytest

from analysis.extract.quotes import extract_quotes
from analysis.extract.speakers import resolve_speakers
from analysis.extract.speakers.places import home_country, places
from analysis.nlp import parse
from analysis.types import Article, Block, BlockKind, Role

pytestmark = pytest.mark.model


def _parsed(*texts):
    articles = []
    for number, text in enumerate(texts):
        blocks, start = [], 0
        for line in text.split("\n"):
            blocks.append(Block(start, start + len(line), BlockKind.BODY, "test"))
            start += len(line) + 1
        articles.append((Article(id=str(number), text=text), tuple(blocks)))
    return list(parse(articles))


def _speakers(*texts):
    """Return the resolved quotes of each article."""
    parsed = _parsed(*texts)
    return resolve_speakers([(p, extract_quotes(p)) for p in parsed])


def test_one_person_under_name_title_and_pronoun_across_articles():
    first, second = _speakers(
        "Norwegian President Henrik Solberg said that Norway would vote in May. "
        "He added that the date was final.",
        "The vote in Norway will be free, the president said.\n"
        "President Henrik Solberg promised a debate. Solberg said he would come.",
    )
    ids = {q.speaker_id for q in (*first, *second)}
    assert ids == {"henrik-solberg"}
    assert {q.speaker for q in first} == {"Henrik Solberg"}
    assert all(q.named for q in (*first, *second))


def test_misspelt_surname_is_the_same_person():
    (quotes,) = _speakers(
        "Mayor Pavel Lukyanenko said that the bridge was safe. "
        "On Monday Lukyanenka said that the road was closed."
    )
    assert {q.speaker_id for q in quotes} == {"pavel-lukyanenko"}


def test_the_president_is_never_another_countrys_president():
    (quotes,) = _speakers(
        "Norway votes in May. In Norway, Norwegian President Henrik Solberg said that Norway was "
        "calm. Later, Swedish President Karl Lindqvist said that Sweden was worried about Norway.\n"
        "In Oslo the mood in Norway was good.\nIn Bergen the shops of Norway were open.\n"
        "Norway’s president said that the count was fair."
    )
    assert quotes[-1].speaker_id == "henrik-solberg"


def test_ministry_spellings_are_one_body_and_foreign_where_it_is():
    first, second = _speakers(
        "Norway is calm. The Swedish Defence Ministry said that its ships had left Norway.",
        "Norway is calm. Sweden's Defense Ministry said that its ships had left Norway. "
        "The Defense Ministry added that the weather in Norway was bad.",
    )
    assert {q.speaker_id for q in (*first, *second)} == {first[0].speaker_id}
    assert {q.role for q in (*first, *second)} == {Role.FOREIGN_GOVERNMENT}
    assert first[0].role_basis == "Ministry"


def test_own_ministry_is_government():
    (quotes,) = _speakers("Norway is calm. The Interior Ministry said that Norway was safe.")
    assert quotes[0].role is Role.GOVERNMENT


def test_the_statement_is_its_issuer_speaking():
    (quotes,) = _speakers(
        "The Interior Ministry said that the roads of Norway were closed. "
        "“The roads will open again on Monday morning,” the statement added."
    )
    assert quotes[-1].speaker == "Interior Ministry"


def test_unnamed_speakers_keep_their_own_words():
    (quotes,) = _speakers("Analysts say that the government of Norway will fall.")
    assert (quotes[0].speaker, quotes[0].named) == ("analysts", False)
    assert (quotes[0].role, quotes[0].role_basis) == (Role.EXPERT, "Analysts")


def test_name_beside_a_title_is_the_speaker():
    (quotes,) = _speakers("The spokesman of the police, Jon Berg, said that two men had fled.")
    assert quotes[0].speaker == "Jon Berg"
    assert quotes[0].role is Role.SECURITY


def test_critic_of_the_government_is_opposition():
    (quotes,) = _speakers(
        "Jon Berg, an outspoken critic of the government, told reporters that Norway was in danger."
    )
    assert (quotes[0].speaker, quotes[0].role) == ("Jon Berg", Role.OPPOSITION)


def test_pronoun_with_nobody_before_stays_unresolved():
    (quotes,) = _speakers("He said that the bridge was safe.")
    assert (quotes[0].speaker, quotes[0].speaker_id, quotes[0].named) == (None, None, False)


def test_quote_without_source_stays_unresolved():
    (quotes,) = _speakers(
        "“Nobody came for an hour, and then the lights went out in the whole street.”"
    )
    assert quotes[0].speaker is None
    assert quotes[0].role is Role.UNKNOWN


def test_no_articles_no_speakers():
    assert resolve_speakers([]) == []


def test_home_country_is_named_most_not_the_adjective_of_foreign_troops():
    parsed = _parsed("Swedish troops enter Norway. Swedish soldiers, Swedish ships, Swedish guns.")
    assert home_country(parsed) == "NO"


def test_no_country_named_no_home():
    assert home_country(_parsed("Rain fell on the town.")) is None


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("the U.S. envoy", ["US"]),
        ("South Korean officials", ["KR"]),
        ("a Korean dish", []),
        ("the Kremlin", ["RU"]),
        ("", []),
    ],
)
def test_country_words_are_found(words, codes):
    assert places().countries(words) == codes


def test_a_body_keeps_the_words_that_also_begin_titles():
    (quotes,) = _speakers("Human Rights Watch said that the road had been closed.")
    assert [q.speaker for q in quotes] == ["Human Rights Watch"]


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("Ivan Orlov, the Kremlin's spokesman, said that the talks were over.", "Kremlin"),
        ("A ministry spokeswoman said that the bridge was safe.", "ministry"),
        ("Police spokesman Jon Berg said that two men had fled.", "police"),
        (
            "The UN's human rights office spokesperson, Liz Hall, said that 12 people had died.",
            "UN's human rights office",
        ),
        (
            "Jon Berg, a spokesman for the Ministry of Defence, said that the ship had left.",
            "Ministry of Defence",
        ),
        (
            "Ministry of Defence spokesman Jon Berg said that the ship had left.",
            "Ministry of Defence",
        ),
        ("Chief Pentagon spokesman Bo Ek said the ship had left.", "Pentagon"),
        ("White House press secretary Ann Lee said that the plan was ready.", "White House"),
        ("Bo Ek, who is a spokesman for Acme Corp., said the plant would close.", "Acme Corp."),
        ("A Swedish government spokesman said that the road was open.", "Swedish government"),
    ],
)
def test_a_spokesperson_speaks_for_an_institution(text, institution):
    (quotes,) = _speakers(text)
    assert [q.institution for q in quotes] == [institution]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the family said that they were sad.",
        "A spokeswoman for Ann Lee said that she was ill.",
        "Ann Lee sings.\nThe Lee spokesman said that she was ill.",
        "The president's spokesman said that she was ill.",
        "The spokesman said that the bridge was safe.",
        "The Interior Ministry said that the bridge was safe.",
        "The ministry's secretary said that the bridge was safe.",
        "Interior Minister Jon Berg said that the bridge was safe.",
        "He said that the bridge was safe.",
    ],
)
def test_whoever_speaks_for_no_body_has_no_institution(text):
    (quotes,) = _speakers(text)
    assert [q.institution for q in quotes] == [None]


def test_an_institution_is_kept_where_only_the_name_is_given_or_a_pronoun():
    first, second = _speakers(
        "Police spokesman Jon Berg said that two men had fled. He added that a third was hurt.",
        "Berg said that the search went on.",
    )
    assert [q.institution for q in (*first, *second)] == ["police"] * 3


def test_a_short_institution_is_the_only_such_body_of_the_article():
    (quotes,) = _speakers(
        "The Interior Ministry sent men to the bridge. "
        "A ministry spokeswoman said that the bridge was safe."
    )
    assert quotes[0].institution == "Interior Ministry"


def test_a_short_institution_with_two_such_bodies_keeps_its_words():
    (quotes,) = _speakers(
        "The Interior Ministry and then the Health Ministry sent men to the bridge. "
        "A ministry spokeswoman said that the bridge was safe."
    )
    assert quotes[0].institution == "ministry"


def test_an_institution_has_one_name_in_all_articles():
    first, second = _speakers(
        "Norway is calm. Swedish Defence Ministry spokesman Bo Ek said that ships had left Norway.",
        "Norway is calm. Bo Ek, a spokesman for Sweden's Defense Ministry, said Norway was safe.",
    )
    assert len({q.institution for q in (*first, *second)}) == 1


def test_the_ministry_takes_up_the_body_whose_spokesperson_was_heard():
    (quotes,) = _speakers(
        "“We are ready,” said Foreign Ministry spokeswoman Maria Orlova. "
        "The ministry said that it would reply."
    )
    assert (quotes[1].speaker, quotes[1].institution) == ("Foreign Ministry", None)
