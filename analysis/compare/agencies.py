"""Which news agencies an article credits: in its byline, dateline, credits or last lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.types import AnnotatedArticle, BlockKind

AGENCIES = {
    "AAP": r"AAP|Australian Associated Press",
    "AFP": r"AFP|Agence France[- ]Presse",
    "ANI": r"ANI",
    "ANSA": r"ANSA",
    "AP": r"AP|Associated Press",
    "Bloomberg": r"Bloomberg(?: News)?",
    "CP": r"Canadian Press",
    "DPA": r"[Dd][Pp][Aa]|Deutsche Presse[- ]Agentur",
    "EFE": r"EFE",
    "IANS": r"IANS",
    "Interfax": r"Interfax",
    "Kyodo": r"Kyodo(?: News)?",
    "PA": r"PA|PA Media|Press Association",
    "PTI": r"PTI|Press Trust of India",
    "Reuters": r"R(?:euters|EUTERS)|Thomson Reuters",
    "TASS": r"(?:ITAR-)?TASS",
    "UPI": r"UPI|United Press International",
    "Xinhua": r"Xinhua|XINHUA",
    "Yonhap": r"Yonhap",
}
"""Agency -> how credits write it; a closed list of wire services, not of outlets."""

_NAMES = "|".join(f"(?P<{key}>{pattern})" for key, pattern in AGENCIES.items())
_NAME = re.compile(rf"(?<![\w@])(?:{_NAMES})(?![\w@])")
_CREDIT_KINDS = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})
_FORMS = re.compile(
    r"^[^\n]{0,60}\((?P<dateline>[^()\n]{2,60})\)\s*[-–—]"  # CITY (Reuters) -
    r"|\((?P<bracket>[^()\n]{2,40})\)\s*$"  # the last words of a paragraph
    r"|[Ww]ith (?:files|material|(?:additional )?reporting) (?:from|by) (?P<files>[^\n.]{2,80})"
    r"|[Aa]dditional reporting by (?P<more>[^\n.]{2,80})"
    r"|[Ss]ource:\s*(?P<source>[^\n.]{2,60})"
    r"|^[A-Za-z]{2,3}/[a-z]{2,3} \((?P<initials>[^()\n]{2,60})\)",
    re.MULTILINE,
)


def agency_credits(annotated: AnnotatedArticle) -> tuple[str, ...]:
    """Return the agencies that the article gives as its source, by their short names.

    Credits of pictures do not count: they say nothing of the text.
    """
    found = {
        key
        for words in _credits(annotated)
        for match in _NAME.finditer(words)
        for key, value in match.groupdict().items()
        if value
    }
    return tuple(sorted(found))


def _credits(annotated: AnnotatedArticle) -> Iterator[str]:
    if annotated.article.byline:
        yield annotated.article.byline
    for block in annotated.blocks:
        words = block.span.of(annotated.text)
        if block.kind in _CREDIT_KINDS:
            yield words
        elif block.kind in {BlockKind.BODY, BlockKind.BOILERPLATE}:
            for match in _FORMS.finditer(words):
                yield next(value for value in match.groupdict().values() if value)
