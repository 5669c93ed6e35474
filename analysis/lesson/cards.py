"""Question cards made from what was found in the texts of a lesson."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.lesson.reading import as_printed, holding, masked, one_line
from analysis.lesson.tool import tone_sign
from analysis.lesson.types import Card, CardItem, CardKind, LessonText, Passage
from analysis.result import StoryAnalysis
from analysis.schema import records
from analysis.types import Span
from analysis.vocabulary import FACT_STATUSES, VOICES, plural

MOST_ITEMS = 6
"""Lines of one card: what a pair can work through in ten minutes."""

DAY = len("2022-01-12")

_AGENTLESS = frozenset({"agentless_passive", "intransitive", "nominal"})
"""Forms in which a telling of harm can leave out who did it."""

_TONES = {-1: "more negative words", 0: "as many of both, or none", 1: "more positive words"}

Texts = Mapping[str, LessonText]
"""Article id -> its text in the lesson."""


def cards_of(analysis: StoryAnalysis, texts: Sequence[LessonText]) -> tuple[Card, ...]:
    """Return the cards for which something was found, in the order in which they are taught."""
    by_id = {each.article_id: each for each in texts}
    made = (
        _fact_sheet(analysis, by_id),
        _label_sort(analysis, by_id),
        _voice_census(analysis, by_id),
        _sentence_repair(analysis, by_id),
        _number_trace(analysis, by_id),
        _break_the_tool(texts),
    )
    return tuple(card for card in made if card.items)


def _fact_sheet(analysis: StoryAnalysis, texts: Texts) -> Card:
    cells: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, CardItem] = {}
    for row in records(analysis.table("facts")):
        text = texts.get(str(row["article_id"]))
        if text is None:
            continue
        fact = str(row["fact_id"])
        cells[fact][text.letter] = FACT_STATUSES[str(row["status"])]
        if fact not in names and isinstance(row["text"], str) and not row["flagged"]:
            item = _item(text, Span(_int(row["start"]), _int(row["end"])), "")
            if item:
                names[fact] = item
    items = [
        CardItem(item.text, _by_letter(cells[fact]), item.masked) for fact, item in names.items()
    ]
    return Card(
        CardKind.FACT_SHEET,
        "Agree, disagree, absent",
        "For each statement: which texts report it, which give it as somebody's words or with "
        "another figure, and which do not have it? Could the text have known it on its day?",
        tuple(items[:MOST_ITEMS]),
    )


def _label_sort(analysis: StoryAnalysis, texts: Texts) -> Card:
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in records(analysis.table("labels")):
        text, referent = texts.get(str(row["article_id"])), row["referent"]
        span = Span(_int(row["start"]), _int(row["end"]))
        named = row["form"] == "name" or not isinstance(referent, str)
        if text is None or named or not _shows(text, span):
            continue
        where = f"{text.letter} ({VOICES[str(row['voice'])]})"
        uses = groups[str(referent)][one_line(str(row["label"])).lower()]
        if where not in uses:
            uses.append(where)
    described = [uses for uses in groups.values() if len(uses) > 1]
    described.sort(key=lambda uses: -len({where[0] for each in uses.values() for where in each}))
    items = [
        CardItem(f"\u201c{label}\u201d", ", ".join(sorted(where)))
        for uses in described[:2]
        for label, where in list(uses.items())[: MOST_ITEMS // 2]
    ]
    return Card(
        CardKind.LABEL_SORT,
        "Label sort",
        "These words name the same people or things. Which text uses which, and does it say so "
        "itself or quote somebody? What would you think of them from the word alone?",
        tuple(items),
    )


def _voice_census(analysis: StoryAnalysis, texts: Texts) -> Card:
    quotes = [r for r in records(analysis.table("quotes")) if str(r["article_id"]) in texts]
    items = []
    for text in texts.values():
        rows = [row for row in quotes if row["article_id"] == text.article_id]
        named = [str(row["speaker"]) for row in rows if isinstance(row["speaker"], str)]
        first = f"first: {named[0]}" if named else "nobody by name"
        words = sum(_int(row["n_words"]) for row in rows)
        answer = (
            f"{plural(len(rows), 'attribution')}, {plural(words, 'word')}; "
            f"{plural(len(set(named)), 'speaker')} found; {first}"
        )
        items.append(CardItem(f"Text {text.letter}", answer))
    return Card(
        CardKind.VOICE_CENSUS,
        "Voice census",
        "Who speaks in each text: how many, who first, who longest, with which verb? Who was "
        "there and is not heard?",
        tuple(items),
    )


def _sentence_repair(analysis: StoryAnalysis, texts: Texts) -> Card:
    items: dict[str, CardItem] = {}
    for row in records(analysis.table("agency")):
        text = texts.get(str(row["article_id"]))
        left_out = row["class"] in _AGENTLESS and not isinstance(row["agent"], str)
        if text is None or not left_out or isinstance(row["aside"], str):
            continue
        passage = holding(text, Span(_int(row["start"]), _int(row["end"])))
        if passage and passage.kind == "body":
            who = row["agent_elsewhere"]
            named = f"named elsewhere in the text: {who}" if isinstance(who, str) else "not named"
            answer = f"\u201c{row['text']}\u201d: who did it is {named}"
            items.setdefault(passage.id, _sentence(passage, answer))
    return Card(
        CardKind.SENTENCE_REPAIR,
        "Sentence repair",
        "Somebody was harmed here and the sentence does not say by whom. Rewrite it so that it "
        "says so, from what the texts tell. If nobody can know, write that.",
        tuple(list(items.values())[:MOST_ITEMS]),
    )


def _number_trace(analysis: StoryAnalysis, texts: Texts) -> Card:
    rows = [
        row
        for row in records(analysis.table("ledger"))
        if str(row["article_id"]) in texts and not row["flagged"]
    ]
    thing = next((row["thing"] for row in rows), None)
    items = []
    for row in rows:
        text = texts[str(row["article_id"])]
        item = _item(text, Span(_int(row["start"]), _int(row["end"])), _source(row))
        if row["thing"] == thing and item:
            items.append(CardItem(f"{text.letter}: {item.text}", item.answer))
    return Card(
        CardKind.NUMBER_TRACE,
        "Number trace",
        "Put the numbers on a line of time. Who gave each, on which day, and what exactly is "
        "counted? Which of them cannot both be right, and which came later?",
        tuple(items[:MOST_ITEMS]),
    )


def _break_the_tool(texts: Sequence[LessonText]) -> Card:
    found = [
        _sentence(passage, _tool_line(passage))
        for text in texts
        for passage in text.asked[:1]
        if passage.tool
    ]
    return Card(
        CardKind.BREAK_THE_TOOL,
        "Break the tool",
        "Find a sentence where the tool is wrong, and say which rule misled it. Or change one "
        "name in a sentence and ask: should the answer change? Does it?",
        tuple(found[:MOST_ITEMS]),
    )


def _tool_line(passage: Passage) -> str:
    tool = passage.tool
    if tool is None:
        return ""
    parts = [f"the tool says: {VOICES[tool.voice]}"]
    if tool.tone is not None:
        parts.append(f"tone {tool.tone:+.2f} ({_TONES[tone_sign(tool.tone)]})")
    words = [passage.of(word) for word in tool.words]
    parts.append(f"listed words: {', '.join(words)}" if words else "no listed word")
    return "; ".join(parts)


def _source(row: Mapping[str, object]) -> str:
    who = row["speaker"] if isinstance(row["speaker"], str) else VOICES[str(row["voice"])]
    when = row["date"][:DAY] if isinstance(row["date"], str) else "day not known"
    return f"{who}; {when}"


def _by_letter(cells: Mapping[str, str]) -> str:
    return "; ".join(f"{letter}: {status}" for letter, status in sorted(cells.items()))


def _item(text: LessonText, span: Span, answer: str) -> CardItem | None:
    """Return an item about a stretch of a text, if the lesson shows it and files may print it."""
    passage = holding(text, span)
    if passage is None or not passage.printed:
        return None
    plain, hidden = (
        each.strip(" ,;:") for each in (one_line(passage.of(span)), masked(passage, span))
    )
    return CardItem(plain, answer, "" if hidden == plain else hidden)


def _sentence(passage: Passage, answer: str) -> CardItem:
    plain, hidden = as_printed(passage), masked(passage)
    shown = "" if hidden == plain else f"{passage.id}: {hidden}"
    return CardItem(f"{passage.id}: {plain}", answer, shown)


def _shows(text: LessonText, span: Span) -> bool:
    """Return whether a stretch stands in the lesson with nothing in it masked."""
    passage = holding(text, span)
    return passage is not None and masked(passage, span) == one_line(passage.of(span))


def _int(value: object) -> int:
    return int(value) if isinstance(value, (int, float)) else 0
