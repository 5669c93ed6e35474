"""Figures in sentences: what is counted, what happened, which of them, who says so, when."""

import pytest

from analysis import nlp
from analysis.clean import uncleaned
from analysis.extract.figures import find_figures
from analysis.types import Article, Bound, Figure, Quote, QuoteKind, Span, Voice, VoiceSpan

pytestmark = pytest.mark.model


def _figures(text: str, published: str | None = "2024-05-08") -> list[Figure]:
    article = Article(id="a", text=text, language="en", published=published)
    [parsed] = nlp.parse([(article, uncleaned(article))])
    return list(find_figures(parsed, (), ()))


def _told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(f.span.of(text), f.unit, f.event) for f in _figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 18 people were killed.", ("At least 18", "people", "killed")),
        ("The blast killed 18 people.", ("18", "people", "killed")),
        ("Eighteen people died.", ("Eighteen", "people", "killed")),
        ("18 dead in hotel fire", ("18", "people", "killed")),
        ("The death toll rose to 35.", ("35", "people", "killed")),
        ("The death toll has reached 18.", ("18", "people", "killed")),
        ("There were 12 deaths.", ("12", "people", "killed")),
        ("The floods claimed nine lives.", ("nine", "people", "killed")),
        ("Five sailors lost their lives.", ("Five", "sailor", "killed")),
        ("Dozens are believed to have been killed.", ("Dozens", "people", "killed")),
        ("The protests left scores of people dead.", ("scores", "people", "killed")),
        ("It led to nearly 900 arrests.", ("nearly 900", "people", "arrested")),
        ("Two were taken into custody.", ("Two", "people", "arrested")),
        ("Almost 400 were sent to hospitals.", ("Almost 400", "people", "hospitalised")),
        ("Twelve people are missing.", ("Twelve", "people", "missing")),
        ("The army deployed 3,000 troops.", ("3,000", "troop", "deployed")),
        ("Between 18 and 20 soldiers were sent.", ("Between 18 and 20", "soldier", "deployed")),
        ("The firm paid $1.2bn for it.", ("$1.2bn", "dollar", "pay")),
        ("It cost 10.5 million Australian dollars.", ("10.5 million", "australian dollar", "cost")),
        ("Shares rose 5 per cent.", ("5 per cent", "percent", "rise")),
        ("Ann Lee, 32, won.", ("32", "year", "aged")),
        ("A 47-year-old woman sang.", ("47", "year", "aged")),
        ("Two hotels collapsed.", ("Two", "hotel", "collapse")),
        ("A pair of officers were hurt.", ("A pair", "officer", "injured")),
        ("Zero deaths were reported.", ("Zero", "people", "killed")),
        ("The law covers 18- to 24-year-olds.", ("18- to 24", "year", "aged")),
        ("It lasted 2 1/2 hours.", ("2 1/2", "hour", None)),
        ("Sales fell by a third.", ("a third", "share", None)),
        ("Two-thirds were women.", ("Two-thirds", "share", None)),
        ("It was 30C in the shade.", ("30C", "degree", None)),
        ("The army sent 2000 troops.", ("2000", "troop", "deployed")),
        ("Acme's 550 megawatt plant closed.", ("550", "megawatt", "close")),
        ("He got a five-year term.", ("five", "year", "get")),
        ("Her now-18-month-old son sang.", ("18", "month", "aged")),
        ("A 200,000-year-old skull was found.", ("200,000", "year", "aged")),
        ("Officials raised the death toll to 45.", ("45", "people", "killed")),
        ("That brings the number of deaths to 120.", ("120", "people", "killed")),
        ("The number of refugees rose to 1.5 million.", ("1.5 million", "refugee", None)),
        ("New infections reached 5,000.", ("5,000", "infection", None)),
        ("They went at 80 miles per hour.", ("80", "mile per hour", None)),
        ("It runs 3,000 tests a day.", ("3,000", "test per day", "run")),
        ("Police moved the dead to 5 morgues.", ("5", "morgue", None)),
        ("The top ten firms grew.", ("ten", "firm", None)),
    ],
)
def test_what_is_counted_and_what_happened(text, expected):
    assert _told(text) == [expected]


def test_each_number_of_a_sentence_has_its_own_event():
    text = "Police arrested 30 protesters and wounded 12 in Oslo."
    assert _told(text) == [("30", "protester", "arrested"), ("12", "people", "injured")]


def test_those_included_share_the_event():
    text = "The clashes killed 164 people, including three children."
    assert _told(text)[1] == ("three", "child", "killed")


def test_those_who_kill_are_not_the_killed():
    text = "Three gunmen killed 14 guests."
    assert [event for _, _, event in _told(text)] == ["kill", "killed"]


def test_nothing_on_the_list_happens_to_hours_or_sums():
    told = _told("Two hours after the blast killed 40 guests, the firm lost $5 million.")
    assert ("Two", "hour", None) in told


@pytest.mark.parametrize(
    "text",
    [
        "It began on January 5, 2022 at 2:55 p.m.",
        "In 2019 the law passed.",
        "The second half was better, and the first was not.",
        "The Boeing 737 landed on Route 66.",
        "One day, no one came.",
        "One of them sang.",
        "One of the dead was a child.",
        "It is one of a kind.",
        "At one point he left.",
        "Not one person came.",
        "The 2020 Games passed.",
        "The 2022 protests were long.",
        "Between 2015 and 2019, it grew.",
        "Fortune 500 companies hired again.",
        "The network has 4K video.",
        "It was below zero, and net zero targets were missed.",
        "He lives in Room 12C.",
        "He lives at 22 Rue Verte.",
        "The match ended 2-2.",
        "1. Open the door",
        "Several ideas were tried.",
        "He lives at 49 Long Pine Road.",
        "Call 555-123-4567 now.",
        "She called 911 again.",
        "They slipped into the bottom three.",
        "On Monday the dax 40 is closed.",
        "In the S&P 500 and the S P 500, shares fell.",
        "The Group of Seven agreed.",
    ],
)
def test_what_is_no_quantity(text):
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He dropped from 208 pounds to 193.", [(208, "pound"), (193, "pound")]),
        ("The firm went from 1000 to 2000 hires.", [(1000, "hire"), (2000, "hire")]),
        ("Deaths rose from 10 to 20.", [(10, "people"), (20, "people")]),
        ("Sales grew from 24 to 33 billion euros.", [(24e9, "euro"), (33e9, "euro")]),
    ],
)
def test_both_ends_of_a_change_have_the_unit(text, expected):
    assert [(figure.low, figure.unit) for figure in _figures(text)] == expected


def test_ages_in_a_list_end_where_something_is_counted():
    told = _told("Two children, aged 3 and 5, and 40 adults were hurt.")
    assert [(unit, event) for _, unit, event in told] == [
        ("child", "injured"),
        ("year", "aged"),
        ("year", "aged"),
        ("adult", "injured"),
    ]


def test_loose_amounts_count_where_persons_are_counted():
    assert _told("Several people were injured.") == [("Several", "people", "injured")]
    assert _told("A handful of students sang.")[0][:2] == ("A handful", "student")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One was killed.", [("One", "people", "killed")]),
        ("She lost by one point.", [("one", "point", "lose")]),
        ("He did it in one day.", [("one", "day", None)]),
        ("One day later he left.", [("One", "day", None)]),
        ("One day he left.", []),
    ],
)
def test_one_counts_where_something_is_counted(text, expected):
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("It is one of the most costly teams.", "the most costly teams"),
        ("One of the soldiers was killed.", "the soldiers"),
    ],
)
def test_one_of_a_class_is_a_number_that_nothing_is_compared_with(text, which):
    [figure] = _figures(text)
    assert (figure.low, figure.high, figure.bound) == (1, 1, Bound.EXACT)
    assert (figure.unit, figure.event, figure.population) == (None, None, which)


def test_over_with_a_time_is_during_it():
    [figure] = _figures("It happened over three days.")
    assert (figure.low, figure.high, figure.bound) == (3, 3, Bound.EXACT)


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Some 500 law enforcement officers were killed.", "law enforcement officers"),
        ("Dozens of people were killed in Oslo.", "in Oslo"),
        ("40% of the voters stayed home.", "the voters"),
        ("Dozens of people were killed.", None),
        ("About 50 people per day died.", "per day"),
        ("Killed were 12 people a year ago.", None),
    ],
)
def test_population_is_in_the_words_of_the_text(text, population):
    assert [figure.population for figure in _figures(text)] == [population]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("As of May 6, 312 people had been arrested.", "2024-05-08", "2024-05-06"),
        ("By 9 January 2022, 18 people had died.", None, "2022-01-09"),
        ("The death toll rose to 35 on Monday.", "2024-05-08", "2024-05-06"),
        ("Police said on Sunday that 12 people had died.", "2024-05-08", "2024-05-05"),
        ("Yesterday 12 people died.", "2024-05-08", "2024-05-07"),
        ("On Wednesday 12 people died.", "2024-05-08T09:54:00+00:00", "2024-05-08"),
        ("On December 30 12 people died.", "2024-01-03", "2023-12-30"),
        ("The death toll rose to 35 on Monday.", None, None),
        ("12 people died.", "2024-05-08", None),
        ("12 people will march next Monday.", "2024-05-08", None),
    ],
)
def test_the_day_that_the_text_gives(text, published, day):
    assert [figure.as_of for figure in _figures(text, published)] == [day]


def test_a_figure_has_the_voice_of_the_quote_that_holds_it():
    text = "Police said 12 people had died. Another 5 were hurt."
    article = Article(id="a", text=text, language="en")
    [parsed] = nlp.parse([(article, uncleaned(article))])
    quote = Quote("q1", QuoteKind.INDIRECT, (Span(12, 31),))
    voices = (VoiceSpan(12, 31, Voice.PARAPHRASE, "q1"),)
    found = find_figures(parsed, voices, (quote,))
    assert [(f.voice, f.quote_id) for f in found] == [
        (Voice.PARAPHRASE, "q1"),
        (Voice.OUTLET, None),
    ]


@pytest.mark.parametrize("text", ["", "Nothing is counted here."])
def test_text_without_quantities_has_no_figures(text):
    assert _figures(text) == []


def test_a_sentence_that_hangs_on_a_preposition_ends():
    assert [f.span.of("At 45, up from 12.") for f in _figures("At 45, up from 12.")] == ["45", "12"]
