"""What a lesson is made of: frozen values that a class is opened on and never changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.types import Span


class Step(StrEnum):
    """The steps of a lesson, in order."""

    BEFORE = "before"
    READ = "read"
    PREDICT = "predict"
    MARK = "mark"
    COMMIT = "commit"
    REVEAL = "reveal"
    DISCUSS = "discuss"


STEPS = tuple(Step)


class Task(StrEnum):
    """What a pupil is asked: ``guess`` of a text, the others of a sentence."""

    GUESS = "guess"
    """Which outlet printed it."""
    VOICE = "voice"
    """Whose words it is."""
    OWN = "own"
    """Whether the outlet claims something in it on its own account."""
    TONE = "tone"
    """How it sounds, from -2 to +2; higher = more positive."""
    WORDS = "words"
    """Which of its words are loaded."""


SENTENCE_TASKS = (Task.VOICE, Task.OWN, Task.TONE, Task.WORDS)
"""Asked of each chosen sentence, in this order."""

TAKEN_IN: dict[Task, frozenset[Step]] = {
    Task.GUESS: frozenset({Step.PREDICT, Step.MARK, Step.COMMIT}),
    **dict.fromkeys(SENTENCE_TASKS, frozenset({Step.MARK, Step.COMMIT})),
}
"""Task -> the steps in which an answer to it is taken."""

VOICE_VALUES = ("outlet", "paraphrase", "quote", "mixed")
OWN_VALUES = ("yes", "no")
TONE_VALUES = ("-2", "-1", "0", "1", "2")
NOT_KNOWN = "?"
"""The guess of somebody who cannot tell."""

OWN_YES = "yes"


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch of the original text, and what is shown in its place before the reveal."""

    start: int
    end: int
    shown: str

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ToolAnswers:
    """What the analysis says of a sentence, in the form of a pupil's answers."""

    voice: str
    own: str | None
    """``None`` where it found no statement to decide by."""
    tone: float | None
    """VADER's compound score in [-1, 1]; higher = more positive words."""
    words: tuple[Span, ...]
    """Words of its lists: loaded words, and words that rival others for the same thing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a text, by its place in the original."""

    id: str
    """Letter of the text and number of the sentence: "A7"."""
    sentence_id: str
    start: int
    end: int
    text: str
    """The original words, nothing masked."""
    kind: str
    paragraph: int
    masks: tuple[Mask, ...] = ()
    printed: bool = True
    """Whether its rights let it stand in a file that leaves this machine."""
    words: tuple[Span, ...] = ()
    """The words that can be marked, in the original text."""
    asked: bool = False
    tool: ToolAnswers | None = None

    def of(self, span: Span) -> str:
        """Return the words of a span of the article that lies in this sentence."""
        return self.text[span.start - self.start : span.end - self.start]


@dataclass(frozen=True, slots=True)
class LessonText:
    """One article of the lesson under its letter."""

    letter: str
    article_id: str
    sha256: str
    outlet: str
    title: str | None
    published: str | None
    url: str | None
    who: str
    """Who runs the outlet, as far as that is known, in one line."""
    rights: str
    passages: tuple[Passage, ...]

    @property
    def asked(self) -> tuple[Passage, ...]:
        """Return the sentences that the class marks."""
        return tuple(each for each in self.passages if each.asked)


class CardKind(StrEnum):
    """The question cards."""

    FACT_SHEET = "fact_sheet"
    LABEL_SORT = "label_sort"
    VOICE_CENSUS = "voice_census"
    SENTENCE_REPAIR = "sentence_repair"
    NUMBER_TRACE = "number_trace"
    BREAK_THE_TOOL = "break_the_tool"


@dataclass(frozen=True, slots=True)
class CardItem:
    """One line of a card: what is asked about, and what the analysis says of it."""

    text: str
    answer: str
    masked: str = ""
    """The same with give-aways masked; empty where nothing had to be."""

    @property
    def shown(self) -> str:
        """Return what stands on the card before the reveal."""
        return self.masked or self.text


@dataclass(frozen=True, slots=True)
class Card:
    """A question for pairs or groups, made from what was found in this story."""

    kind: CardKind
    title: str
    question: str
    items: tuple[CardItem, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Everything that a class sees, before and after the reveal."""

    id: str
    """Digest of the texts, their letters and the sentences asked: answers name it."""
    story: str
    title: str
    minutes: int
    seed: str
    texts: tuple[LessonText, ...]
    cards: tuple[Card, ...]
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def asked(self) -> tuple[Passage, ...]:
        """Return the sentences that the class marks, text by text."""
        return tuple(each for text in self.texts for each in text.asked)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Return the outlets by name, which says nothing of their letters."""
        return tuple(sorted({each.outlet for each in self.texts}))

    def passage(self, passage_id: str) -> Passage | None:
        """Return a sentence by its id."""
        found = (each for text in self.texts for each in text.passages if each.id == passage_id)
        return next(found, None)

    def text(self, letter: str) -> LessonText | None:
        """Return a text by its letter."""
        return next((each for each in self.texts if each.letter == letter), None)
