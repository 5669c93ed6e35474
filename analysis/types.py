"""The nouns of Parallax: frozen values that every other file passes along.

Offsets are Unicode code points into the article's original text, half-open, so
``article.text[span.start:span.end]`` is always the evidence itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Progress = Callable[[int, int, str], None]
"""Called with (articles done, articles in all, what is being done)."""


class Span(NamedTuple):
    """A half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words this span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Basis(StrEnum):
    """How a statement about an article is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a stretch of an article page is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    GALLERY = "gallery"
    CREDIT = "credit"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"
    BIO = "bio"


ARTICLE_KINDS = frozenset(
    {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.BODY}
)
"""Blocks that are counted as the article."""

FLAGGED_KINDS = frozenset({BlockKind.CAPTION, BlockKind.GALLERY})
"""Blocks that are analysed, flagged, and kept out of every body count."""

ANALYSED_KINDS = ARTICLE_KINDS | FLAGGED_KINDS
"""Blocks that are analysed at all; the others are only listed."""


class Voice(StrEnum):
    """Whose words a character of the article is."""

    OUTLET = "outlet"
    PARAPHRASE = "paraphrase"
    QUOTE = "quote"


class Use(StrEnum):
    """How a term is used: the voice, in finer steps."""

    PLAIN = "plain"
    ATTRIBUTED = "attributed"
    QUOTED = "quoted"
    FRAGMENT = "fragment"
    SCARE = "scare"
    SO_CALLED = "so_called"


class QuoteKind(StrEnum):
    """The form in which someone else's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    FRAGMENT = "fragment"
    SCARE = "scare"


class CueClass(StrEnum):
    """What a reporting verb adds to the words it reports."""

    NEUTRAL = "neutral"
    CLAIMING = "claiming"
    CONFIRMING = "confirming"
    CONCEDING = "conceding"
    EMOTIVE = "emotive"
    HEDGED = "hedged"
    ORDERING = "ordering"
    NONE = "none"


class Role(StrEnum):
    """What kind of speaker this is, from the words of the article alone."""

    GOVERNMENT = "government"
    SECURITY = "security"
    FOREIGN_GOVERNMENT = "foreign_government"
    INTERGOVERNMENTAL = "intergovernmental"
    OPPOSITION = "opposition"
    CIVIL_SOCIETY = "civil_society"
    EXPERT = "expert"
    RELIGIOUS = "religious"
    BUSINESS = "business"
    MEDIA = "media"
    WITNESS = "witness"
    CITIZEN = "citizen"
    PROTESTER = "protester"
    VICTIM = "victim"
    ANONYMOUS = "anonymous"
    OTHER = "other"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether a measured value may be read as a number."""

    OK = "ok"
    ZERO = "zero"
    TOO_FEW = "too_few"
    NOT_MEASURED = "not_measured"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came in: the text is never altered."""

    id: str
    text: str
    story: str | None = None
    outlet: str | None = None
    outlet_basis: Basis = Basis.UNKNOWN
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO date or date-time; a bare date means the time of day is not known."""
    published_basis: Basis = Basis.UNKNOWN
    url: str | None = None
    language: str | None = None
    genre: str | None = None
    rights: str | None = None

    @property
    def label(self) -> str:
        """Return what to call this article in a comparison."""
        return self.outlet or self.id


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page, what it is, and the rule that decided so."""

    start: int
    end: int
    kind: BlockKind
    rule: str

    @property
    def span(self) -> Span:
        """Return where the block stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an analysed block."""

    id: str
    start: int
    end: int
    n_words: int
    block: BlockKind
    tone: float | None = None
    """VADER compound score in [-1, 1], proper names masked; higher = more positive words."""

    @property
    def span(self) -> Span:
        """Return where the sentence stands."""
        return Span(self.start, self.end)


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


@dataclass(frozen=True, slots=True)
class Searched:
    """One side of one contrast that was looked for, so that its absence is a finding."""

    lexicon: str
    version: str
    contrast: str
    side: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value with what it rests on; undefined is ``None``, never 0."""

    measure: str
    value: float | None
    n: int
    low: float | None
    high: float | None
    status: Status
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with everything found in it; every finding carries a span."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    voices: tuple[VoiceSpan, ...]
    quotes: tuple[Quote, ...]
    terms: tuple[TermHit, ...]
    names: tuple[Span, ...]
    """Proper names, masked before tone is scored."""
    searched: tuple[Searched, ...]
    measures: tuple[Measurement, ...] = ()
    notices: tuple[str, ...] = ()
    """What a reader must know about this article's analysis, in plain words."""

    @property
    def text(self) -> str:
        """Return the original text."""
        return self.article.text
