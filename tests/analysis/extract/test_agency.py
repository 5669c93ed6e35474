import pytest

from analysis.extract.agency import find_agency
from analysis.nlp import parse
from analysis.types import AgencyAside, Article, Block, BlockKind, Span, Voice, VoiceSpan

pytestmark = pytest.mark.model

ACTIVE, BY, PASSIVE, INTRANSITIVE, NOMINAL = (
    "agent_active",
    "agent_by",
    "agentless_passive",
    "intransitive",
    "nominal",
)


def _found(text, kind=BlockKind.BODY, voices=()):
    blocks = (Block(0, len(text), kind, "test"),)
    (parsed,) = parse([(Article(id="a1", text=text), blocks)])
    return find_agency(parsed, voices)


def _rows(text, kind=BlockKind.BODY):
    return [
        (text[t.start : t.end], t.event, t.form.value, t.agent, t.victim)
        for t in _found(text, kind)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards shot two men.", ("shot", "shoot", ACTIVE, "Guards", "two men")),
        (
            "The army said it had arrested nine men.",
            ("arrested", "detain", ACTIVE, "it", "nine men"),
        ),
        ("Guards who beat a boy fled.", ("beat", "beat", ACTIVE, "Guards", "boy")),
        ("Guards began to beat the boys.", ("beat", "beat", ACTIVE, "Guards", "boys")),
        ("Guards are accused of killing a man.", ("killing", "kill", ACTIVE, "Guards", "man")),
        (
            "The man who was freed is the man that the guards arrested.",
            ("arrested", "detain", ACTIVE, "guards", "man"),
        ),
        ("The men they arrested were freed.", ("arrested", "detain", ACTIVE, "they", "men")),
        ("Soldiers opened fire on the crowd.", ("opened", "shoot", ACTIVE, "Soldiers", "crowd")),
        ("Soldiers fired on the marchers.", ("fired", "shoot", ACTIVE, "Soldiers", "marchers")),
        ("Soldiers carried out arrests.", ("arrests", "detain", ACTIVE, "Soldiers", None)),
        ("Rebels launched an attack on a camp.", ("attack", "attack", ACTIVE, "Rebels", "camp")),
        ("Police fired tear gas at marchers.", ("fired", "tear_gas", ACTIVE, "Police", "marchers")),
        ("Police broke up the rally.", ("broke", "disperse", ACTIVE, "Police", "rally")),
        ("Youths set fire to a bus.", ("set", "torch", ACTIVE, "Youths", "bus")),
        ("The mob set a shop on fire.", ("set", "torch", ACTIVE, "mob", "shop")),
        (
            "Protesters hurled stones at officers.",
            ("hurled", "attack", ACTIVE, "Protesters", "officers"),
        ),
        ("The gunman left two men dead.", ("dead", "die", ACTIVE, "gunman", "two men")),
        (
            "Dozens of guards stormed the hall.",
            ("stormed", "storm", ACTIVE, "Dozens of guards", "hall"),
        ),
        (
            "Police and soldiers stormed the hall.",
            ("stormed", "storm", ACTIVE, "Police and soldiers", "hall"),
        ),
    ],
)
def test_active_clauses_have_their_subject_as_agent(text, expected):
    assert expected in _rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were shot by guards.", ("shot", "shoot", BY, "guards", "Two men")),
        ("The man shot by guards was ill.", ("shot", "shoot", BY, "guards", "man")),
        ("He was killed at the hands of guards.", ("killed", "kill", BY, "guards", "He")),
        ("She was tortured and raped by guards.", ("tortured", "torture", BY, "guards", "She")),
        (
            "The square was cleared and a camp torched by police.",
            ("torched", "torch", BY, "police", "camp"),
        ),
        (
            "He was hurt by police batons and killed by police fire.",
            ("killed", "kill", BY, "police", "He"),
        ),
    ],
)
def test_passives_with_somebody_after_by_have_an_agent(text, expected):
    assert expected in _rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were shot.", ("shot", "shoot", PASSIVE, None, "Two men")),
        ("Two men got injured.", ("injured", "injure", PASSIVE, None, "Two men")),
        ("People killed in the fire were mourned.", ("killed", "kill", PASSIVE, None, "People")),
        (
            "The detained reporters were tired.",
            ("detained", "detain", PASSIVE, None, "detained reporters"),
        ),
        ("Marchers were held, beaten and tortured.", ("beaten", "beat", PASSIVE, None, "Marchers")),
        ("Two died and nine men were hurt.", ("hurt", "injure", PASSIVE, None, "nine men")),
        ("Shops were burned and offices looted.", ("looted", "destroy", PASSIVE, None, "offices")),
        ("The man was killed by a bullet.", ("killed", "kill", PASSIVE, None, "man")),
        ("The man was killed by Monday.", ("killed", "kill", PASSIVE, None, "man")),
        ("Nine men were left dead.", ("dead", "die", PASSIVE, None, "Nine men")),
        ("After being arrested, the man wept.", ("arrested", "detain", PASSIVE, None, "man")),
        ("Tear gas was fired at the crowd.", ("fired", "tear_gas", PASSIVE, None, "crowd")),
        (
            "Two officers were found beheaded.",
            ("beheaded", "execute", PASSIVE, None, "Two officers"),
        ),
    ],
)
def test_passives_without_somebody_after_by_have_no_agent(text, expected):
    assert expected in _rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men killed in fire", ("killed", "kill", PASSIVE, None, "Two men")),
        ("Officer wounded, suspect arrested", ("arrested", "detain", PASSIVE, None, "suspect")),
        ("Police kill two in raid", ("kill", "kill", ACTIVE, "Police", "two")),
    ],
)
def test_headlines_may_leave_out_the_auxiliary(text, expected):
    assert expected in _rows(text, BlockKind.HEADLINE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died.", ("died", "die", INTRANSITIVE, None, "Two men")),
        ("Guards lost their lives.", ("lost", "die", INTRANSITIVE, None, "Guards")),
        ("The guard is dead.", ("dead", "die", INTRANSITIVE, None, "guard")),
        ("He succumbed to his wounds.", ("succumbed", "die", INTRANSITIVE, None, "He")),
        ("Marchers clashed with police.", ("clashed", "clash", INTRANSITIVE, "Marchers", "police")),
    ],
)
def test_verbs_without_object_are_intransitive(text, expected):
    assert expected in _rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The killing of a boy shocked all.", ("killing", "kill", NOMINAL, None, "boy")),
        ("The crackdown went on.", ("crackdown", "suppress", NOMINAL, None, None)),
        ("The army's raid on a camp failed.", ("raid", "storm", NOMINAL, "army", "camp")),
        (
            "The police shooting of a boy shocked all.",
            ("shooting", "shoot", NOMINAL, "police", "boy"),
        ),
        (
            "The murder of a boy by a guard shocked all.",
            ("murder", "murder", NOMINAL, "guard", "boy"),
        ),
        ("The guard's death shocked all.", ("death", "die", NOMINAL, None, "guard")),
        ("Police deaths rose.", ("deaths", "die", NOMINAL, None, "Police")),
        ("Clashes broke out.", ("Clashes", "clash", NOMINAL, None, None)),
        (
            "Clashes between police and youths broke out.",
            ("Clashes", "clash", NOMINAL, "police and youths", None),
        ),
        ("Monday's raid failed.", ("raid", "storm", NOMINAL, None, None)),
        (
            "The camp came under attack from rebels.",
            ("attack", "attack", NOMINAL, "rebels", "camp"),
        ),
        (
            "The use of force against marchers shocked all.",
            ("use", "force", NOMINAL, None, "marchers"),
        ),
        ("The attack by rebels on a camp failed.", ("attack", "attack", NOMINAL, "rebels", "camp")),
    ],
)
def test_nouns_take_agent_and_victim_from_beside_them(text, expected):
    assert expected in _rows(text)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The blast killed two men.", None),
        ("The unrest left two men dead.", None),
        ("A bomb went off, killing two men.", None),
        ("The police crackdown killed two men.", "police"),
        ("Rebel fire killed two men.", "Rebel"),
    ],
)
def test_things_and_events_hand_on_to_whoever_stands_beside_them(text, agent):
    telling = next(t for t in _found(text) if t.victim == "two men")
    assert (telling.form.value, telling.agent) == (ACTIVE, agent)


@pytest.mark.parametrize(
    "text",
    [
        "He shot a film about the sea.",
        "Prices shot up in May.",
        "The senate killed the bill.",
        "She stormed out of the room.",
        "The team beat Spain 2-1.",
        "The board fired the manager on Monday.",
        "They executed a plan to cut costs.",
        "The wind died down.",
        "He suppressed a smile.",
        "She seized the chance to speak.",
        "The shop charged 10 dollars.",
        "The senator attacked his rival's record.",
        "They set the table.",
        "He took the bus.",
        "The firm used a new tool.",
        "The judge broke up the company.",
        "He lost his keys.",
        "Two ideas clashed over lunch.",
        "The death penalty is debated.",
        "He was placed on injured reserve.",
        "Assault rifles are sold there.",
        "Dead bodies lay there.",
        "The court abused its power.",
        "",
    ],
)
def test_other_senses_are_no_harm(text):
    assert _rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No one was injured.",
        "Police did not shoot the man.",
        "If they kill the man, we will leave.",
        "Guards will arrest the man.",
        "Guards could arrest the man.",
        "He threatened to kill the guards.",
        "Guards were ordered to shoot the man.",
        "They were going to arrest the man.",
        "Guards avoided killing the man.",
        "They prevented an attack on the camp.",
        "There were no reports of injuries.",
        "The threat of an attack remains.",
        "He was charged with attempted murder.",
        "They left without killing the man.",
    ],
)
def test_what_did_not_happen_as_told_is_set_aside(text):
    assert [t.aside for t in _found(text)] == [AgencyAside.IRREALIS]


@pytest.mark.parametrize(
    "text",
    [
        "Guards went on to kill the man.",
        "Guards managed to kill the man.",
        "Guards are said to have killed the man.",
        "He was the first guard to die.",
        "Guards are accused of killing the man.",
    ],
)
def test_what_happened_if_the_verb_above_did_is_counted(text):
    assert [t.aside for t in _found(text)] == [None]


@pytest.mark.parametrize(
    "text", ["The earthquake killed nine men.", "He died of cancer.", "He fell to his death."]
)
def test_what_nobody_did_is_set_aside(text):
    assert [t.aside for t in _found(text)] == [AgencyAside.NO_AGENT]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Guards beat a marcher.", "protesters"),
        ("Guards beat an officer.", "security"),
        ("Guards shot a reporter.", "journalists"),
        ("Guards shot nine boys.", "children"),
        ("Rebels shot the mayor.", "officials"),
        ("Guards shot dozens of rebels.", "combatants"),
        ("Guards beat the prisoners.", "suspects"),
        ("Guards shot a farmer.", "civilians"),
        ("Youths torched a bank.", "property"),
        ("Guards shot him.", "unknown"),
        ("Guards opened fire.", None),
        ("Marchers clashed with police.", None),
    ],
)
def test_the_noun_says_what_kind_was_harmed(text, kind):
    assert [t.harmed for t in _found(text)] == [kind]


def test_words_are_spans_of_the_text_without_article_and_relative_clause():
    text = "The tired guards, who came late, shot a man who ran."
    (telling,) = _found(text)
    assert telling.agent_span.of(text) == telling.agent == "tired guards"
    assert telling.victim_span.of(text) == telling.victim == "man"
    assert telling.span.of(text) == "shot"


def test_an_agent_named_in_another_clause_is_pointed_to():
    tellings = _found(
        "A farmer was shot on Monday. Guards shot the farmer at dawn. A nun was shot."
    )
    assert [t.agent_elsewhere for t in tellings] == ["Guards", None, None]


def test_a_pronoun_is_no_agent_to_point_to():
    tellings = _found("A farmer was shot. They shot the farmer at dawn.")
    assert [t.agent_elsewhere for t in tellings] == [None, None]


def test_the_voice_is_that_of_the_event_word():
    text = "Two men were shot, she said."
    (telling,) = _found(text, voices=(VoiceSpan(*Span(0, 17), Voice.PARAPHRASE, "q1"),))
    assert (telling.voice, telling.quote_id) == (Voice.PARAPHRASE, "q1")
    (telling,) = _found(text)
    assert (telling.voice, telling.quote_id) == (Voice.OUTLET, None)


def test_comments_are_not_read():
    assert _found("Guards shot two men.", BlockKind.COMMENT) == ()
