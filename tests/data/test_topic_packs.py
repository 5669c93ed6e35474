"""The topic packs: form, sources, and invented sentences for what counts and what must not."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from analysis import paths
from analysis.extract.terms import find_terms
from analysis.lexicons import Contrast, contrasts, load_contrast
from analysis.nlp import parse
from analysis.types import Article, Block, BlockKind

ROOT = paths.LEXICONS / "contrasts"
PACKS = (
    "abortion",
    "climate",
    "economy",
    "elections",
    "health",
    "labour",
    "migration",
    "protest",
    "religion",
    "war",
)
FILES = [path for pack in PACKS for path in sorted((ROOT / pack).glob("*.toml"))]
LISTS = tuple(load_contrast(path) for path in FILES)

VERDICTS = re.compile(
    r"\b(left[- ]wing|right[- ]wing|bias(ed)?|slant(ed)?|propaganda|misleading|objective|neutral"
    r"|honest|fake|liberal|conservative|correct|wrong|good|bad|more accurate)\b",
    re.IGNORECASE,
)
"""Words of judgement that no label, question or reason of ours may use."""

by_id = pytest.mark.parametrize("contrast", LISTS, ids=lambda contrast: contrast.id)


@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_has_three_to_five_contrasts(pack):
    assert 3 <= len(list((ROOT / pack).glob("*.toml"))) <= 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_says_first_what_its_words_cannot_tell(path):
    first = path.read_text(encoding="utf-8").split("\nid =")[0]
    assert first.startswith("# ")
    assert "cannot tell" in first.replace("\n# ", " ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_id_is_the_file_name_and_the_version_is_stated(path):
    contrast = load_contrast(path)
    assert (contrast.id, contrast.version, contrast.language) == (path.stem, "1.0.0", "en")


@pytest.mark.parametrize("pack", PACKS)
def test_pack_table_of_the_readme_is_up_to_date(pack):
    own = sorted((load_contrast(path) for path in (ROOT / pack).glob("*.toml")), key=lambda c: c.id)
    names = ", ".join(f"`{contrast.id}`" for contrast in own)
    sides = sum(len(contrast.sides) for contrast in own)
    entries = sum(len(contrast.terms) for contrast in own)
    row = f"| `{pack}` | {names} | {sides} | {entries} |"
    assert row in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


def test_ids_are_unique_over_all_contrasts():
    ids = Counter(contrast.id for contrast in contrasts())
    assert [each for each, times in ids.items() if times > 1] == []


@by_id
def test_two_to_four_sides_each_with_an_entry(contrast: Contrast):
    used = Counter(term.side for term in contrast.terms)
    assert 2 <= len(contrast.sides) <= 4
    assert set(used) == {side.id for side in contrast.sides}


@by_id
def test_at_most_one_side_is_plain(contrast: Contrast):
    assert sum(side.plain for side in contrast.sides) <= 1


@by_id
def test_labels_and_reasons_pass_no_verdict(contrast: Contrast):
    texts = {contrast.label, contrast.question}
    texts |= {side.label for side in contrast.sides} | {term.reason for term in contrast.terms}
    assert [text for text in sorted(texts) if VERDICTS.search(text)] == []


@by_id
def test_every_entry_has_a_reason_and_a_named_source(contrast: Contrast):
    named = re.compile(r"entry|section|chapter|article|guidance|guide|\(\d{4}\)")
    poor = [
        term.lemma
        for term in contrast.terms
        if len(term.reason.split()) < 6 or not named.search(term.source)
    ]
    assert poor == []


COUNTED = [
    # (contrast, side, words that count, sentence)
    ("police_action", "disperse", "dispersed", "Police dispersed the crowd before dawn."),
    ("police_action", "attack", "beat", "Officers beat protesters with sticks."),
    ("police_action", "clash", "clashed", "Demonstrators clashed with police."),
    ("police_shooting", "involved", "officer-involved", "It was an officer-involved shooting."),
    ("police_shooting", "shot", "shot", "A police officer shot the driver."),
    ("police_means", "control", "less-lethal rounds", "Troopers fired less-lethal rounds."),
    ("police_means", "named", "tear gas", "The crowd ran from tear gas."),
    ("street_damage", "loot", "looting", "Looting went on through the night."),
    ("arrests", "round_up", "rounded up", "Soldiers rounded up students."),
    ("fighters", "rebel", "rebels", "The rebels took the bridge."),
    ("fighters", "freedom", "freedom fighters", "He called them freedom fighters."),
    ("fighters", "terrorist", "terrorists", "The minister called them terrorists."),
    ("incursion", "operation", "military operation", "A military operation began in the valley."),
    ("incursion", "incursion", "incursion", "The incursion lasted two days."),
    ("incursion", "invasion", "invaded", "The army invaded the island."),
    ("killing_in_war", "technical", "eliminated", "The army eliminated two militants."),
    ("killing_in_war", "killed", "killed", "The airstrike killed nine people."),
    ("killing_in_war", "massacre", "massacred", "Villagers were massacred in the night."),
    ("pause", "ceasefire", "cease-fire", "A cease-fire began at noon."),
    ("pause", "pause", "pause in the fighting", "There was a pause in the fighting."),
    ("settlements", "settlement", "settlement", "A Jewish settlement stands on the hill."),
    ("legal_status", "illegal", "illegal immigrants", "They spoke of illegal immigrants."),
    ("legal_status", "undocumented", "Undocumented", "Undocumented workers picked the fruit."),
    ("legal_status", "action", "in the country illegally", "She was in the country illegally."),
    ("newcomers", "refugee", "asylum seekers", "The asylum seekers waited."),
    ("arrivals", "flood", "wave", "A wave of migrants reached the port."),
    ("arrivals", "arrive", "crossed", "Hundreds of refugees crossed the river."),
    ("arrivals", "crisis", "migrant crisis", "The migrant crisis split the cabinet."),
    ("smuggling", "smuggle", "People smugglers", "People smugglers took their money."),
    ("smuggling", "traffic", "human trafficking", "He was charged with human trafficking."),
    ("removal", "deport", "deported", "Two families were deported."),
    ("removal", "return", "returned", "The government returned the migrants."),
    ("climate_name", "crisis", "climate crisis", "The climate crisis worries farmers."),
    ("climate_name", "warming", "Global warming", "Global warming melts the ice."),
    ("climate_doubt", "sceptic", "sceptics", "Climate sceptics applauded."),
    ("climate_doubt", "denier", "deniers", "Climate change deniers applauded."),
    ("climate_advocates", "activist", "activists", "Climate activists blocked the road."),
    ("climate_advocates", "extremist", "eco-terrorists", "He called them eco-terrorists."),
    ("clean_energy", "clean", "clean energy", "The state buys clean energy."),
    ("clean_energy", "carbon", "low-carbon", "They plan low-carbon homes."),
    ("emissions", "pollution", "carbon pollution", "The rule limits carbon pollution."),
    ("vote_fraud", "fraud", "rigged", "He said the election was rigged."),
    ("vote_fraud", "irregularity", "voting irregularities", "They found voting irregularities."),
    ("claims", "unsupported", "baseless", "The court called the claim baseless."),
    ("claims", "false", "false", "He repeated a false claim."),
    ("victory", "landslide", "landslide", "It was a landslide victory."),
    ("victory", "narrow", "narrowly won", "She narrowly won the seat."),
    ("leaders", "strongman", "strongman", "The strongman ruled for decades."),
    ("voting_rules", "suppression", "voter suppression", "They called it voter suppression."),
    ("abortion_opponents", "pro_life", "Pro-life", "Pro-life groups marched."),
    ("abortion_opponents", "anti_abortion", "anti-abortion", "An anti-abortion law passed."),
    ("abortion_supporters", "abortion_rights", "Abortion-rights", "Abortion-rights groups sued."),
    ("abortion_supporters", "pro_choice", "pro-choice", "She is pro-choice."),
    ("unborn", "unborn", "unborn", "The law names the unborn child."),
    ("unborn", "fetus", "fetus", "The law names the fetus."),
    ("abortion_kinds", "late_term", "late-term", "He opposes late-term abortion."),
    ("lockdown", "lockdown", "lockdown", "A national lockdown began."),
    ("lockdown", "restriction", "Covid-19 restrictions", "Covid-19 restrictions were eased."),
    ("suicide", "commit", "committed suicide", "The banker committed suicide."),
    ("suicide", "die", "died by suicide", "The banker died by suicide."),
    ("person_first", "condition", "addicts", "The clinic treats addicts."),
    ("person_first", "person", "people with addiction", "It treats people with addiction."),
    ("vaccine", "anti", "anti-vaxxers", "The anti-vaxxers met online."),
    ("vaccine", "jab", "jab", "She had her booster jab."),
    ("inheritance_tax", "death", "death tax", "They want to end the death tax."),
    ("inheritance_tax", "estate", "estate tax", "They want to end the estate tax."),
    ("tax_cuts", "relief", "tax relief", "Families were promised tax relief."),
    ("tax_cuts", "giveaway", "tax loopholes", "She would close tax loopholes."),
    ("spending_cuts", "austerity", "Austerity", "Austerity closed the library."),
    ("spending_cuts", "saving", "pension reform", "The minister spoke of pension reform."),
    ("benefits", "handout", "government handouts", "He spoke of government handouts."),
    ("employers", "creator", "job creators", "The senator praised job creators."),
    ("employers", "boss", "fat cats", "The paper wrote of fat cats."),
    ("job_loss", "sack", "sacked", "The firm sacked forty workers."),
    ("job_loss", "restructure", "restructured", "The new owners restructured the company."),
    ("strikes", "strike", "strike", "The teachers' strike went on."),
    ("strikes", "action", "industrial action", "Unions threatened industrial action."),
    ("religious_groups", "cult", "cult", "They left the doomsday cult."),
    ("religious_groups", "sect", "sect", "The sect bought a farm."),
    ("religious_groups", "group", "denomination", "The denomination elected a bishop."),
    ("islam", "islamist", "Islamists", "The Islamists lost the vote."),
    ("islam", "radical", "radical Islam", "He blamed radical Islam."),
    ("strict_believers", "fundamentalist", "ultra-Orthodox", "Ultra-Orthodox families moved in."),
    ("strict_believers", "devout", "devout", "Her devout mother prayed."),
    ("conversion", "convert", "converted to Islam", "He converted to Islam in May."),
    ("conversion", "proselytise", "proselytizing", "They were jailed for proselytizing."),
]

NOT_COUNTED = [
    # (contrast, word that must not count, sentence)
    ("police_action", "cleared", "The judge cleared him of theft."),
    ("police_action", "clashed", "The curtains clashed with the carpet."),
    ("police_action", "crackdown", "The tax office began a crackdown on fraud."),
    ("police_shooting", "shot", "The director shot the film in May."),
    ("police_shooting", "discharged", "The hospital discharged the patient."),
    ("street_damage", "torch", "She carried the torch into the stadium."),
    ("arrests", "arrest", "He died of cardiac arrest."),
    ("arrests", "seized", "Police seized two tons of tea."),
    ("fighters", "rebel", "Labour rebel MPs voted against the bill."),
    ("fighters", "fighter", "The fighter jet landed."),
    ("fighters", "guerrilla", "The firm won a prize for guerrilla marketing."),
    ("incursion", "invasion", "Fans staged a pitch invasion."),
    ("incursion", "offensive", "The remark was offensive."),
    ("incursion", "assault", "He was tried for sexual assault."),
    ("incursion", "operation", "The operation at the hospital went well."),
    ("killing_in_war", "executed", "The manager executed the plan."),
    ("killing_in_war", "eliminated", "The team was eliminated."),
    ("killing_in_war", "took out", "He took out a loan."),
    ("pause", "pause", "She made a pause before the answer."),
    ("settlements", "settlement", "The bank agreed to a settlement with customers."),
    ("settlements", "settlers", "Dutch settlers built the fort."),
    ("legal_status", "illegal", "Fishing here is illegal."),
    ("newcomers", "alien", "The film is about an alien from space."),
    ("arrivals", "surge", "The surge in prices hurt families."),
    ("arrivals", "wave", "A wave of heat reached the coast."),
    ("arrivals", "arrived", "The trains arrived late."),
    ("smuggling", "smuggled", "They smuggled cigarettes."),
    ("removal", "remove", "Remove the paint with a cloth."),
    ("removal", "returned", "She returned the book."),
    ("removal", "expelled", "The school expelled two pupils."),
    ("climate_doubt", "denial", "He issued a denial of the report."),
    ("climate_doubt", "sceptics", "Sceptics doubted that the bridge would hold."),
    ("climate_advocates", "activists", "Animal activists met the mayor."),
    ("clean_energy", "clean", "Keep the kitchen clean."),
    ("emissions", "emission", "The light emission of the lamp was weak."),
    ("vote_fraud", "fraud", "He was tried for tax fraud."),
    ("vote_fraud", "stole", "He stole a bicycle."),
    ("claims", "false", "She has false teeth."),
    ("victory", "landslide", "A landslide buried the road."),
    ("victory", "swept", "He swept the floor."),
    ("victory", "won", "She won the race in the rain."),
    ("leaders", "ruler", "He drew a line with a plastic ruler."),
    ("leaders", "leader", "The union leader spoke."),
    ("voting_rules", "suppress", "He could not suppress a smile."),
    ("abortion_opponents", "life", "She wrote about life in the city."),
    ("abortion_supporters", "choose", "Pupils have the right to choose a sport."),
    ("unborn", "fetal", "The book is on fetal alcohol syndrome."),
    ("unborn", "embryonic", "They grew embryonic stem cells."),
    ("abortion_kinds", "term", "He won a second term."),
    ("lockdown", "lockdown", "The school lockdown ended after an hour."),
    ("lockdown", "measures", "The table measures three metres."),
    ("suicide", "committed", "She is committed to the project."),
    ("person_first", "addict", "He is a news addict."),
    ("vaccine", "shot", "The shot hit the post."),
    ("vaccine", "jab", "The boxer landed a jab."),
    ("inheritance_tax", "estate", "The estate has a large garden."),
    ("tax_cuts", "cut", "The barber cut his hair."),
    ("spending_cuts", "slashed", "Someone slashed the tyres."),
    ("benefits", "dole", "Senator Dole spoke first."),
    ("benefits", "entitlement", "He spoke with a sense of entitlement."),
    ("employers", "boss", "The boss level of the game is hard."),
    ("job_loss", "fired", "The soldier fired his gun."),
    ("job_loss", "sacks", "Farmers filled the sacks."),
    ("strikes", "strike", "They hope to strike a deal."),
    ("strikes", "strike", "An air strike hit the base."),
    ("strikes", "walkout", "The Republican walkout delayed the bill."),
    ("religious_groups", "cult", "It became a cult film."),
    ("religious_groups", "denomination", "They found a banknote denomination."),
    ("islam", "Brotherhood", "The brotherhood of carpenters met."),
    ("strict_believers", "fundamentals", "The fundamentals of the economy are sound."),
    ("conversion", "conversion", "The conversion rate fell."),
    ("conversion", "convert", "They convert barns into homes."),
]


def hits(sentence: str) -> set[tuple[str, str, str]]:
    """Return (contrast, side, words) of every hit of the packs in one sentence."""
    blocks = (Block(0, len(sentence), BlockKind.BODY, "test"),)
    (parsed,) = parse([(Article(id="a", text=sentence), blocks)])
    found = find_terms(parsed, (), (), LISTS)
    return {(hit.contrast, hit.side, hit.span.of(sentence)) for hit in found}


@pytest.mark.model
@pytest.mark.parametrize(("contrast", "side", "words", "sentence"), COUNTED)
def test_word_counts_on_its_side(contrast, side, words, sentence):
    found = {(each[0], each[1], each[2].lower()) for each in hits(sentence)}
    assert (contrast, side, words.lower()) in found


@pytest.mark.model
@pytest.mark.parametrize(("contrast", "word", "sentence"), NOT_COUNTED)
def test_word_does_not_count_in_another_sense(contrast, word, sentence):
    assert word.lower() in sentence.lower()
    wrong = {hit for hit in hits(sentence) if hit[0] == contrast and word.lower() in hit[2].lower()}
    assert wrong == set()


@pytest.mark.parametrize("examples", [COUNTED, NOT_COUNTED], ids=["counted", "not counted"])
def test_every_pack_has_four_sentences_of_each_kind(examples):
    pack = {load_contrast(path).id: path.parent.name for path in FILES}
    per = Counter(pack[row[0]] for row in examples)
    assert [name for name in PACKS if per[name] < 4] == []


def test_every_contrast_has_a_sentence_that_counts():
    assert {contrast.id for contrast in LISTS} == {row[0] for row in COUNTED}
