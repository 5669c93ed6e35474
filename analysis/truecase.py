"""Title-cased and all-capital lines -> ordinary case of the same length, for the parser."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

TITLE_SHARE = 0.7
"""Share of long words with a capital from which a line counts as title case."""

LONG_WORD, MIN_WORDS = 4, 3
"""Words of at least this length, and so many of them, are needed to judge a line."""


MIN_VOCABULARY = 30
"""Different words an article must have before its silence about a word says anything."""


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of an article's body as they are written, small and with capitals."""
    return frozenset(match.group() for match in _WORD.finditer(text))


def truecased(line: str, known: frozenset[str]) -> str:
    """Return ``line`` in ordinary case if it is title-cased or all capitals, else unchanged.

    A word keeps its capital when the body, whose words are ``known``, writes it only so: it
    is a name then. A word that the body does not hold is taken for an ordinary one, for
    a story's names stand in its body. Offsets stay the same.
    """
    long_words = [m.group() for m in _WORD.finditer(line) if len(m.group()) >= LONG_WORD]
    if len(long_words) < MIN_WORDS or len(known) < MIN_VOCABULARY:
        return line
    if sum(word[0].isupper() for word in long_words) < TITLE_SHARE * len(long_words):
        return line

    def recased(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower()
        name = word[0] + lower[1:]
        if len(lower) != len(word) or (word in known and word.isupper() and name not in known):
            return word  # a letter that changes length, or an abbreviation
        is_name = name in known and lower not in known and lower not in _FUNCTION_WORDS
        return name if is_name or match.start() == 0 else lower

    return _WORD.sub(recased, line)


_FUNCTION_WORDS = frozenset(
    """
    a an the and or but nor for so yet as at by from in into of off on onto out over to up with
    after against amid among around before between during despite near since through under until
    is are was were be been being am has have had do does did will would can could may might must
    shall should not no he she it they we you i his her its their our your him them us this that
    these those who whom whose which what when where why how if than then there here more most
    all any some each both few many much other new
    """.split()
)
