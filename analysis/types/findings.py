"""What is found in an article: every finding carries its span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from analysis.types.article import Span
from analysis.types.enums import (
    AgencyAside,
    AgencyForm,
    Bound,
    CueClass,
    LabelForm,
    QuoteKind,
    Role,
    Use,
    Voice,
)


@dataclass(frozen=True, slots=True)
class VoiceSpan:
    """A stretch of the article in someone else's voice; what no span covers is the outlet's."""

    start: int
    end: int
    voice: Voice
    quote_id: str

    @property
    def span(self) -> Span:
        """Return where the stretch stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: content, cue and source (Pareti 2016), with its canonical speaker."""

    id: str
    kind: QuoteKind
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    """The parts of the content that stand inside quotation marks, marks excluded."""
    cue: Span | None = None
    cue_lemma: str | None = None
    cue_class: CueClass = CueClass.NONE
    source: Span | None = None
    speaker: str | None = None
    speaker_id: str | None = None
    role: Role = Role.UNKNOWN
    role_basis: str | None = None
    """The words that decided the role."""
    named: bool = False
    institution: str | None = None
    """The body that a spokesperson speaks for, by its one name in the story."""
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class TermHit:
    """One use of a listed term, with the voice it stands in."""

    start: int
    end: int
    term: str
    lemma: str
    lexicon: str
    contrast: str
    side: str
    voice: Voice
    use: Use
    quote_id: str | None = None

    @property
    def span(self) -> Span:
        """Return where the term stands."""
        return Span(self.start, self.end)


WORDINGS = ("certainty", "loaded")
"""Lists of wordings in display order: ids of the lists, and folders of ``data/lexicons``."""


class Lemma(NamedTuple):
    """One content word of the text: where it stands and its lower-case lemma."""

    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Searched:
    """One side of one contrast that was looked for, so that its absence is a finding."""

    lexicon: str
    version: str
    contrast: str
    side: str


@dataclass(frozen=True, slots=True)
class Label:
    """One way in which an article names somebody or something: a noun phrase."""

    start: int
    end: int
    referent: str | None
    """What is named, by one name in all articles of the story; ``None`` = in no group yet."""
    label: str
    """The naming words without articles and relative clauses: "Russian-led soldiers"."""
    head: str
    """Lemma of the noun that names: "soldier"."""
    voice: Voice
    quote_id: str | None = None
    form: LabelForm = LabelForm.NOUN
    """Whether it names by a name or describes, and where the description stands."""

    @property
    def span(self) -> Span:
        """Return where the label stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity: a number as an interval, of what, and what happened to it."""

    start: int
    end: int
    low: float | None
    high: float | None
    """Both ends inclusive; ``None`` = open ("at least 18" has no high)."""
    bound: Bound
    unit: str | None
    """What is counted, as a lemma: people, soldier, percent, dollar."""
    event: str | None
    """What happened to it, as a lemma: killed, arrested."""
    population: str | None
    """Whom or where it covers, in the words of the text: "law enforcement officers"."""
    voice: Voice
    quote_id: str | None = None
    as_of: str | None = None
    """ISO date that the text gives for the figure."""

    @property
    def span(self) -> Span:
        """Return where the figure stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Agency:
    """One telling of harm or force: what was done, by whom, to whom, and in which form."""

    start: int
    end: int
    event: str
    """Key of the event in the harm list: kill, injure, detain."""
    form: AgencyForm
    agent: str | None
    victim: str | None
    harmed: str | None
    """Kind of whoever was harmed, from the harm list: protesters, security, civilians."""
    voice: Voice
    agent_span: Span | None = None
    victim_span: Span | None = None
    agent_elsewhere: str | None = None
    """An agent that the same article names for the same event in another clause."""
    quote_id: str | None = None
    aside: AgencyAside | None = None
    """Why it is not counted in shares; ``None`` = it is counted."""

    @property
    def span(self) -> Span:
        """Return where the word for the event stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause that reports something, with what it can be compared by."""

    id: str
    sentence_id: str
    start: int
    end: int
    lemmas: tuple[str, ...]
    """Content words in text order, as lower-case lemmas."""
    names: tuple[str, ...]
    """Proper names in lower case."""
    predicate: str | None
    """Lemma of the main verb of the clause."""
    negated: bool
    about: str = ""
    """The noun that the clause tells of, in words, where it stands outside the span."""

    @property
    def span(self) -> Span:
        """Return where the statement stands."""
        return Span(self.start, self.end)
