"""What a finding can be: the closed lists of the public data contract."""

from __future__ import annotations

from enum import StrEnum


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


class Bound(StrEnum):
    """How a figure limits the number it tells."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    VAGUE = "vague"


class AgencyForm(StrEnum):
    """How a clause tells of harm: with the one who did it, or without."""

    AGENT_ACTIVE = "agent_active"
    AGENT_BY = "agent_by"
    AGENTLESS_PASSIVE = "agentless_passive"
    INTRANSITIVE = "intransitive"
    NOMINAL = "nominal"


class AgencyAside(StrEnum):
    """Why a telling of harm is found but not counted."""

    IRREALIS = "irrealis"
    """Denied, feared, planned, ordered or supposed: not told as having happened."""
    NO_AGENT = "no_agent"
    """Illness, accident or force of nature: nobody did it, so nobody is left out."""


class LabelForm(StrEnum):
    """How a phrase names: by a name, or in words that describe."""

    NAME = "name"
    TITLE = "title"
    APPOSITION = "apposition"
    PREDICATE = "predicate"
    NOUN = "noun"
