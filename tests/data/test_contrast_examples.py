"""Invented sentences for the entries and guards of each contrast: what counts, what must not."""

import pytest

from analysis.extract.terms import find_terms
from analysis.lexicons import contrasts
from analysis.nlp import parse
from analysis.types import Article, Block, BlockKind

pytestmark = pytest.mark.model

COUNTED = [
    # (contrast, side, words that count, sentence)
    ("troops", "peacekeeping", "peacekeeping", "Collective peacekeeping forces arrived."),
    ("troops", "peacekeeping", "peacekeepers", "The peacekeepers guarded the station."),
    ("troops", "peacekeeping", "peace-keeping", "A peace-keeping force of 900 men landed."),
    ("troops", "peacekeeping", "stabilise", "Troops came to stabilise the situation."),
    ("troops", "peacekeeping", "stabilize", "Troops came to stabilize the country."),
    ("troops", "occupation_intervention", "occupied", "Foreign forces occupied the peninsula."),
    ("troops", "occupation_intervention", "occupied", "The city was occupied by foreign troops."),
    ("troops", "occupation_intervention", "occupying", "The occupying forces remained."),
    ("troops", "occupation_intervention", "occupation", "Critics fear a Russian occupation."),
    ("troops", "occupation_intervention", "invaded", "Troops invaded the small republic."),
    ("troops", "occupation_intervention", "intervention", "The military intervention began."),
    ("troops", "occupation_intervention", "intervened", "Russia intervened in the republic."),
    (
        "troops",
        "occupation_intervention",
        "incursions",
        "Recent incursions of foreign troops went on.",
    ),
    ("troops", "occupation_intervention", "aggression", "Russian aggression worries them."),
    ("troops", "plain", "soldiers", "Foreign soldiers landed at the airport."),
    ("troops", "plain", "forces", "Russian-led forces took the airport."),
    ("troops", "plain", "contingent", "The alliance sent a contingent."),
    ("crowd", "protest", "protesters", "Peaceful protesters gathered."),
    ("crowd", "protest", "Protestors", "Protestors threw stones."),
    ("crowd", "protest", "Demonstrators", "Demonstrators filled the square."),
    ("crowd", "protest", "activist", "A young activist was detained."),
    ("crowd", "violent", "Rioters", "Rioters looted shops."),
    ("crowd", "violent", "Violent demonstrators", "Violent demonstrators attacked soldiers."),
    ("crowd", "violent", "terrorists", "He blamed terrorists for it."),
    ("crowd", "violent", "terrorist groups", "Members of terrorist groups were detained."),
    ("crowd", "violent", "armed groups", "Trained and organised armed groups came."),
    ("crowd", "violent", "Hooligans", "Hooligans smashed windows."),
    ("crowd", "violent", "mob", "An angry mob burned the hall."),
    ("crowd", "violent", "criminals", "Armed criminals were liquidated."),
    ("crowd", "plain", "crowd", "The crowd grew."),
    ("event", "protest", "protests", "Anti-government protests went on."),
    ("event", "protest", "marched", "Thousands marched on the capital."),
    ("event", "protest", "rallied", "Thousands rallied in the city."),
    ("event", "protest", "on strike", "Oil workers went on strike."),
    ("event", "unrest", "unrest", "The unrest spread to the south."),
    ("event", "riot", "riots", "The rallies turned into mass riots."),
    ("event", "riot", "violence", "The violence left dozens dead."),
    ("event", "uprising", "uprising", "A popular uprising shook the country."),
    ("event", "uprising", "Colour revolutions", "Colour revolutions will not be allowed."),
    ("event", "uprising", "color revolution", "A color revolution was staged."),
    ("event", "coup", "coup d'etat", "He spoke of an attempted coup d'etat."),
    ("event", "coup", "coup d’état", "It was an attempted coup d’état."),
    ("event", "coup", "coup", "The coup attempt failed."),
    ("event", "coup", "seize power", "They tried to seize power."),
    ("event", "coup", "overthrow", "They tried to overthrow the government."),
    ("event", "attack", "terrorist attack", "The terrorist attack was planned abroad."),
    ("event", "attack", "incursion", "It was an incursion by terrorist groups."),
    ("event", "attack", "aggression", "It is the aggression of armed gangs."),
    ("government", "government", "government", "The government resigned."),
    ("government", "government", "authorities", "The authorities cut the internet."),
    ("government", "regime", "regime", "They defended the president's regime."),
    ("government", "regime", "strongman", "The strongman ruled for decades."),
    ("government", "regime", "authoritarian", "The country is under authoritarian rule."),
    ("government", "regime", "puppet government", "The puppet government fell."),
    ("movement", "withdraw", "withdraw", "Russian-led troops began to withdraw."),
    ("movement", "withdraw", "withdrew", "The alliance withdrew its forces."),
    ("movement", "withdraw", "withdrawal", "The withdrawal of troops began."),
    ("movement", "withdraw", "pull out", "Troops to begin pull out of the country."),
    ("movement", "withdraw", "pulling", "The alliance is pulling its troops out."),
    ("movement", "withdraw", "pull-out", "The Russian pull-out began."),
    ("movement", "withdraw", "left", "The soldiers left the city."),
    ("movement", "withdraw", "go home", "The troops would go home soon."),
    ("movement", "withdraw", "departure", "Troops would begin their departure."),
    ("movement", "withdraw", "sends", "The country sends foreign troops home."),
    ("movement", "build_up", "pour into", "Foreign troops pour into the country."),
    ("movement", "build_up", "build up", "They continue to build up their troop presence."),
    ("movement", "build_up", "troop build-up", "A troop build-up alarmed the neighbours."),
    ("movement", "build_up", "amassed", "They amassed thousands of troops near the border."),
    ("movement", "build_up", "stay", "The soldiers could stay for years."),
    ("movement", "deploy", "sent", "The alliance sent 2,500 paratroopers."),
    ("movement", "deploy", "deployed", "Troops were deployed last week."),
    ("force", "restore_order", "restored", "Public order was restored in the city."),
    ("force", "restore_order", "restore", "They wanted to restore law and order."),
    ("force", "restore_order", "under control", "The situation is under control."),
    ("force", "restore_order", "guarded", "Soldiers guarded the airport."),
    (
        "force",
        "restore_order",
        "counter-terrorist operation",
        "The counter-terrorist operation went on.",
    ),
    ("force", "crack_down", "cracked down", "Police cracked down on demonstrators."),
    ("force", "crack_down", "crackdown", "A brutal crackdown on protesters followed."),
    ("force", "crack_down", "crack-down", "The crack-down continued."),
    ("force", "crack_down", "quell", "Troops were sent to quell protests."),
    ("force", "crack_down", "put down", "Troops put down the uprising."),
    ("force", "crack_down", "put", "They put the revolt down."),
    ("force", "crack_down", "crushed", "The army crushed the demonstrators."),
    ("force", "crack_down", "shoot to kill", "He told them to shoot to kill."),
    ("force", "crack_down", "shoot-to-kill", "He gave a shoot-to-kill order."),
    ("force", "crack_down", "opened fire", "Police opened fire on the crowd."),
    ("force", "neutralise", "neutralised", "Militants were neutralised."),
    ("force", "neutralise", "eliminated", "Dozens of attackers were eliminated."),
]

NOT_COUNTED = [
    # (contrast, word that must not count, sentence)
    ("troops", "occupied", "Protesters occupied government buildings."),
    ("troops", "occupied", "Government buildings were occupied by protesters."),
    ("troops", "occupation", "Students ended the occupation of the university."),
    ("troops", "occupied", "He occupied the post for ten years."),
    ("troops", "occupation", "His main occupation is farming."),
    ("troops", "invasion", "Fans staged a pitch invasion."),
    ("troops", "intervened", "The central bank intervened to support the currency."),
    ("troops", "intervention", "A medical intervention saved him."),
    ("troops", "incursion", "It was an incursion by terrorist groups."),
    ("troops", "forces", "Market forces set the price."),
    ("troops", "forces", "Security forces fired at people."),
    ("troops", "force", "The task force met on Monday."),
    ("troops", "forces", "Collective peacekeeping forces arrived."),
    ("troops", "stabilised", "Police stabilised the situation."),
    ("crowd", "activist", "A human rights activist said so."),
    ("crowd", "demonstrators", "Violent demonstrators attacked soldiers.", "protest"),
    ("crowd", "criminal", "A criminal case was opened."),
    ("crowd", "criminals", "War criminals were tried."),
    ("crowd", "terrorist", "The counter-terrorist operation went on."),
    ("event", "Riot", "Riot police fired tear gas."),
    ("event", "rallied", "Markets rallied on Monday."),
    ("event", "marched", "Troops marched into the city."),
    ("event", "March", "On March 2 the talks began."),
    ("event", "violence", "Domestic violence rose."),
    ("event", "demonstrated", "The president demonstrated his power."),
    ("event", "demonstration", "A demonstration of force followed."),
    ("event", "revolution", "The industrial revolution began here."),
    ("event", "coup", "It was a diplomatic coup for the president."),
    ("event", "aggression", "Russian aggression worries them."),
    ("event", "strike", "An air strike hit the base."),
    ("event", "disorder", "She has an eating disorder."),
    ("government", "regime", "The visa-free regime was suspended."),
    ("government", "regime", "The counter-terrorist operation regime was lifted."),
    ("government", "government", "Government buildings burned."),
    ("government", "administration", "The administration of vaccines stopped."),
    ("government", "authority", "Police have no authority to search homes."),
    ("government", "cabinet", "The kitchen cabinet was broken."),
    ("movement", "withdrew", "He withdrew money from the bank."),
    ("movement", "withdrew", "The candidate withdrew from the race."),
    ("movement", "withdrawals", "Cash withdrawals were limited."),
    ("movement", "left", "The former president left a legacy."),
    ("movement", "left", "The violence left dozens dead."),
    ("movement", "stay", "He urged residents to stay calm."),
    ("movement", "remained", "Prices remained high."),
    ("movement", "departed", "Passengers departed on time."),
    ("movement", "departure", "The minister's departure was a surprise."),
    ("movement", "flooded", "Tourists flooded into the country."),
    ("movement", "pulled", "The commander pulled his troops together."),
    ("movement", "sends", "The country sends foreign troops home.", "deploy"),
    ("movement", "surged", "Fuel prices surged."),
    ("force", "restored", "He restored an old car."),
    ("force", "restored", "Engineers restored power."),
    ("force", "quelled", "Fears were quelled."),
    ("force", "put down", "He put down his weapon."),
    ("force", "put", "They put the revolt at risk."),
    ("force", "crushed", "He crushed the can."),
    ("force", "suppresses", "The drug suppresses the virus."),
    ("force", "secured", "The firm secured a loan."),
    ("force", "opened fire", "Gunmen opened fire on soldiers."),
    ("force", "eliminated", "The team was eliminated."),
    ("force", "liquidated", "The company was liquidated."),
]


def hits(sentence):
    """Return (contrast, side, words) of every hit in one sentence."""
    article = Article(id="a", text=sentence)
    blocks = (Block(0, len(sentence), BlockKind.BODY, "test"),)
    (parsed,) = parse([(article, blocks)])
    found = find_terms(parsed, (), (), contrasts())
    return {(hit.contrast, hit.side, hit.span.of(sentence)) for hit in found}


@pytest.mark.parametrize(("contrast", "side", "words", "sentence"), COUNTED)
def test_word_counts_on_its_side(contrast, side, words, sentence):
    assert (contrast, side, words) in hits(sentence)


@pytest.mark.parametrize(
    ("contrast", "word", "sentence", "side"),
    [(*row, None) if len(row) == 3 else row for row in NOT_COUNTED],
)
def test_word_does_not_count_in_another_sense(contrast, word, sentence, side):
    assert word.lower() in sentence.lower()
    wrong = {
        hit
        for hit in hits(sentence)
        if hit[0] == contrast and word.lower() in hit[2].lower() and side in {None, hit[1]}
    }
    assert wrong == set()
