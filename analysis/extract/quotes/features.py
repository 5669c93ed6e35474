"""Candidate -> the features its probability is computed from: words, grammar, marks; no names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.extract.cues import cue_lexicon
from analysis.extract.quotes.candidates import Candidate
from analysis.extract.quotes.sheet import Sheet
from analysis.extract.roles import role_lexicon

if TYPE_CHECKING:
    from analysis.parsing import Token

LENGTHS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
"""Upper bounds, in tokens, of the length classes of content."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "aux", "auxpass", "advcl"})
_FUNCTION = frozenset({"SCONJ", "PART", "PRON", "DET", "ADP", "ADV", "CCONJ", "AUX"})
_NO_GOVERNOR = frozenset({"ROOT", "pobj", "dobj"})
_SIZES = tuple(str(sum(n > bound for bound in LENGTHS)) for n in range(LENGTHS[-1] + 2))
_MAX_GAP = 6


def bucket(n: int) -> str:
    """Return the length class of ``n`` tokens."""
    return _SIZES[min(n, len(_SIZES) - 1)]


def lemma_of(token: Token) -> str:
    """Return a word's lemma; of names, and of what the tagger may have missed, only that."""
    if token.pos_ == "PROPN":
        return "PROPN"
    lemma = token.lemma_.lower()
    if token.is_title and token.pos_ not in _FUNCTION:
        lexicon = cue_lexicon()
        listed = lemma in lexicon.verbs or lemma in lexicon.nouns
        return lemma if listed or role_lexicon().is_common(token.lower_) else "PROPN"
    return lemma


def word_of(token: Token | None) -> str:
    """Return a function word itself, of other words the part of speech."""
    if token is None:
        return "END"
    return token.lower_ if token.pos_ in _FUNCTION or token.is_punct else token.pos_


def subject(cue: Token) -> Token | None:
    """Return the subject of a cue, its own or the one it shares with the verb it is joined to."""
    token = cue
    for _ in range(4):
        found = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if found is not None:
            return found
        if token.dep_ not in _SHARES_SUBJECT:
            return None
        token = token.head
    return None


def who(token: Token | None) -> str:
    """Return what kind of speaker a noun or pronoun may be, without naming anyone."""
    if token is None:
        return "none"
    if token.pos_ == "PRON" or token.tag_ in {"WP", "WDT", "DT", "EX"}:
        return token.lower_
    return token.ent_type_ or token.pos_


def cue_features(page: Sheet, cue: Token) -> tuple[str, ...]:
    """Return the features of a word as a cue, whatever it may report; its lemma comes first."""
    lexicon = cue_lexicon()
    kids = [c for c in cue.children if c.dep_ != "punct"]
    helpers = "+".join(c.lemma_ for c in kids if c.dep_ in {"aux", "auxpass", "neg"})
    particle = next((f"_{c.lower_}" for c in kids if c.dep_ == "prt"), "")
    holder = subject(cue)
    person = who(holder)
    noun = lemma_of(holder) if holder is not None and holder.pos_ == "NOUN" else person
    dep, tag = cue.dep_, cue.tag_
    return (
        f"cl={lemma_of(cue)}{particle}",
        f"cs={person}",
        f"cc={lexicon.cue_class(cue)}:{cue.pos_}:{lexicon.is_guarded(cue)}",
        f"ct={tag}",
        f"cd={dep}",
        f"csl={noun}",
        f"aux={helpers}",
        f"in={page.inside[cue.i] >= 0}",
        f"obj={any(c.dep_ == 'dobj' for c in kids)}",
        f"gov={governor(cue)}",
        f"acl={dep == 'acl'}:{tag}",
    )


def governor(token: Token) -> str:
    """Return how a word hangs on the one above it, and that one's lemma."""
    dep = token.dep_
    return "" if dep in _NO_GOVERNOR else f"{dep}:{lemma_of(token.head)}"


def features(page: Sheet, candidate: Candidate, base: tuple[str, ...]) -> list[str]:
    """Return every feature of one candidate; ``base`` are those of its cue."""
    rule, (start, end) = candidate.rule, candidate.tokens
    cue, head = page.tokens[candidate.cue], page.tokens[candidate.head]
    side = "before" if end <= cue.i else "after" if start > cue.i else "around"
    place = f"{rule}~{side}"
    pattern = f"{place}~{_link(cue, head)}"
    lemma, person, listed = base[:3]
    result = [
        f"r={place}",
        f"R={pattern}",
        f"{lemma}|{place}",
        f"{lemma}|{pattern}",
        f"{person}|{lemma}",
        f"{listed}|{pattern}",
        f"v={candidate.variant}|{rule}",
        f"v={candidate.variant}|{lemma}",
    ]
    result += _placed(base, place)
    result += _content_features(head, rule, place)
    result += _edge_features(page, candidate, place, lemma)
    result += _variant_features(page, candidate, lemma)
    return result


@lru_cache(maxsize=64)
def _placed(base: tuple[str, ...], place: str) -> tuple[str, ...]:
    """Return the features of a cue alone and with a place; the candidates of a cue share them."""
    return tuple(name for feature in base[1:] for name in (feature, f"{feature}|{place}"))


def _content_features(head: Token, rule: str, place: str) -> tuple[str, ...]:
    """Return what the head word of the content says."""
    has_subject = any(c.dep_ in _SUBJECTS for c in head.children)
    return (
        f"hd={head.pos_}|{place}",
        f"ht={head.tag_}|{place}|{has_subject}",
        f"hl={lemma_of(head)}|{rule}",
        f"he={head.ent_type_}|{rule}",
        f"hs={who(head)}|{rule}",
    )


def _edge_features(page: Sheet, candidate: Candidate, place: str, lemma: str) -> tuple[str, ...]:
    """Return what stands at and beside the edges of the content."""
    rule, variant, (start, end) = candidate.rule, candidate.variant, candidate.tokens
    cue = page.tokens[candidate.cue]
    sent, size = page.sentence[cue.i], bucket(end - start)
    first = word_of(page.tokens[start])
    after = page.tokens[end] if end < len(page.tokens) else None
    gap = start - cue.i if start > cue.i else abs(cue.i - end)
    mark = _mark_state(page, candidate)
    return (
        f"len={size}|{place}",
        f"op={first}|{place}",
        f"op={first}|{lemma}",
        f"gap={min(gap, _MAX_GAP)}|{place}",
        f"m={mark}|{rule}",
        f"m={mark}|{size}",
        f"ss={start == sent[0]}|{place}",
        f"se={end >= sent[1] - 1}|{place}|{variant}",
        f"nx={word_of(after)}|{rule}|{variant}",
        f"nd={'END' if after is None else after.dep_}|{rule}|{variant}",
        f"pv={word_of(page.tokens[start - 1] if start else None)}|{rule}",
    )


def _variant_features(page: Sheet, candidate: Candidate, lemma: str) -> tuple[str, ...]:
    """Return what the words that a variant leaves out say."""
    rule, variant, end = candidate.rule, candidate.variant, candidate.tokens[1]
    rest = page.tokens[end:]
    if not rest:
        return ()
    if variant == "joined":
        verb = next((t for t in rest if t.pos_ == "VERB"), rest[0])
        return (f"join={cue_lexicon().cue_class(verb)}|{rule}",)
    if variant.startswith("drop"):
        left_out = bucket(max(0, page.sentence[end][1] - end))
        return (
            f"dropw={variant}:{word_of(rest[0])}|{rule}",
            f"dropt={variant}:{rest[0].tag_}|{lemma}",
            f"dropn={variant}:{left_out}|{rule}",
        )
    if variant == "cut" and len(rest) > 1:
        return (f"cutd={rest[1].dep_}|{rule}", f"cutt={rest[0].text}|{rest[1].tag_}")
    return ()


def _link(cue: Token, head: Token) -> str:
    """Return the preposition between cue and content, or the subordinator of the clause."""
    governor = head.head
    if governor.i != cue.i and governor.dep_ in {"prep", "agent"}:
        return governor.lower_
    marks = (
        c.lower_ for c in head.children if c.dep_ == "mark" or c.tag_ in {"TO", "WRB", "WP", "WDT"}
    )
    return next(marks, "")


def _mark_state(page: Sheet, candidate: Candidate) -> str:
    """Return how the content lies to the quotation marks, and whether the cue is inside them."""
    if candidate.mark >= 0:
        return "whole"
    span = candidate.content[0]
    touched = any(m.outer.overlaps(span) for m in page.outer)
    return ("in" if page.inside[candidate.cue] >= 0 else "out") + ("+" if touched else "")
