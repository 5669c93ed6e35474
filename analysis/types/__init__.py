"""The nouns of Parallax: frozen values that every other file passes along.

Offsets are Unicode code points into the article's original text, half-open, so
``article.text[span.start:span.end]`` is always the evidence itself.
"""

from collections.abc import Callable

from analysis.types.annotated import (
    AnnotatedArticle,
    Measurement,
)
from analysis.types.article import (
    Article,
    Block,
    Sentence,
    Span,
)
from analysis.types.enums import (
    ANALYSED_KINDS,
    ARTICLE_KINDS,
    FLAGGED_KINDS,
    AgencyAside,
    AgencyForm,
    Basis,
    BlockKind,
    Bound,
    CueClass,
    LabelForm,
    QuoteKind,
    Role,
    Status,
    Use,
    Voice,
)
from analysis.types.findings import (
    WORDINGS,
    Agency,
    Figure,
    Label,
    Lemma,
    Quote,
    Searched,
    Statement,
    TermHit,
    VoiceSpan,
)

Progress = Callable[[int, int, str], None]
"""Called with (articles done, articles in all, what is being done)."""

__all__ = [
    "ANALYSED_KINDS",
    "ARTICLE_KINDS",
    "FLAGGED_KINDS",
    "WORDINGS",
    "Agency",
    "AgencyAside",
    "AgencyForm",
    "AnnotatedArticle",
    "Article",
    "Basis",
    "Block",
    "BlockKind",
    "Bound",
    "CueClass",
    "Figure",
    "Label",
    "LabelForm",
    "Lemma",
    "Measurement",
    "Progress",
    "Quote",
    "QuoteKind",
    "Role",
    "Searched",
    "Sentence",
    "Span",
    "Statement",
    "Status",
    "TermHit",
    "Use",
    "Voice",
    "VoiceSpan",
]
