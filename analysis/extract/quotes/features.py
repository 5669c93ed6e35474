"""Candidate -> the features its probability is computed from: words, grammar, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.cues import cue_lexicon
from analysis.extract.quotes.candidates import Candidate
from analysis.extract.quotes.sheet import Sheet

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LENGTHS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
"""Upper bounds, in tokens, of the length classes of content."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def bucket(n: int) -> str:
    """Return the length class of ``n``."""
    return str(sum(n > bound for bound in LENGTHS))


def subject(cue: Token) -> Token | None:
    """Return the subject of a cue, its own or the one it shares with the verb it is joined to."""
    token = cue
    for _ in range(4):
        found = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        if found is not None:
            return found
        if (
            token.dep_ not in {"conj", "xcomp", "aux", "auxpass", "advcl"}
            or token.head.i == token.i
        ):
            return None
        token = token.head
    return None


def who(token: Token | None) -> str:
    """Return what kind of speaker a noun or pronoun may be, without naming anyone."""
    if token is None:
        return "none"
    if token.pos_ == "PRON" or token.tag_ in {"WP", "WDT", "DT", "EX"}:
        return token.lower_
    if token.ent_type_:
        return token.ent_type_
    return f"{token.pos_}"


def cue_features(page: Sheet, i: int) -> tuple[str, ...]:
    """Return the features of a word as a cue, whatever it may report."""
    cue = page.doc[i]
    lexicon = cue_lexicon()
    sub = subject(cue)
    kids = [c for c in cue.children if c.dep_ != "punct"]
    aux = "+".join(c.lemma_ for c in kids if c.dep_ in {"aux", "auxpass", "neg"})
    person = who(sub)
    subl = sub.lemma_.lower() if sub is not None and sub.pos_ == "NOUN" else person
    deps = {c.dep_ for c in kids}
    prt = next((c.lower_ for c in kids if c.dep_ == "prt"), "")
    lemma = cue.lemma_.lower() + ("_" + prt if prt else "")
    return (
        f"cl={lemma}",
        f"ct={cue.tag_}",
        f"cd={cue.dep_}",
        f"cs={person}",
        f"csl={subl}",
        f"aux={aux}",
        f"in={page.inside[i] >= 0}",
        f"obj={'dobj' in deps}",
        f"gov={cue.dep_}:{cue.head.lemma_.lower()}"
        if cue.dep_ not in {"ROOT", "pobj", "dobj"}
        else "gov=",
        f"acl={cue.dep_ == 'acl'}:{cue.tag_}",
        f"cc={lexicon.cue_class(cue)}:{cue.pos_}:{lexicon.is_guarded(cue)}",
    )


def features(page: Sheet, cand: Candidate, base: tuple[str, ...]) -> list[str]:
    """Return every feature of one candidate."""
    doc = page.doc
    cue, head = doc[cand.cue], doc[cand.head]
    rule = cand.rule
    lemma = base[0]
    link = _link(cue, head)
    start, end = cand.tokens
    first, after = doc[start], doc[end] if end < len(doc) else None
    n = end - start
    sent = cue.sent
    side = "before" if end <= cand.cue else "after" if start > cand.cue else "around"
    gap = abs(start - cand.cue) if side == "after" else abs(cand.cue - end)
    mark = _mark_state(page, cand)
    var = cand.variant
    subj_inside = "1" if any(c.dep_ in SUBJECTS for c in head.children) else "0"
    opener = (
        first.lower_
        if first.pos_ in {"SCONJ", "PART", "PRON", "DET", "ADP", "ADV", "CCONJ", "AUX"}
        else first.pos_
    )
    hl = head.lemma_.lower()
    R = f"{rule}~{side}~{link}"
    rb = f"{rule}~{side}"
    result = [
        f"r={rb}",
        f"R={R}",
        f"{lemma}|{rb}",
        f"{lemma}|{R}",
        f"v={var}|{rule}",
        f"v={var}|{lemma}",
        f"len={bucket(n)}|{rb}",
        f"hd={head.pos_}|{rb}",
        f"ht={head.tag_}|{rb}|{subj_inside}",
        f"hl={hl}|{rule}",
        f"he={head.ent_type_}|{rule}",
        f"hs={who(head)}|{rule}",
        f"op={opener}|{rb}",
        f"op={opener}|{lemma}",
        f"gap={min(gap, 6)}|{rb}",
        f"m={mark}|{rule}",
        f"m={mark}|{bucket(n)}",
        f"ss={start == sent.start}|{rb}",
        f"se={end >= sent.end - 1}|{rb}|{var}",
        f"nx={after.text if after is not None and after.is_punct else after.pos_ if after is not None else 'END'}|{rule}|{var}",
        f"nd={after.dep_ if after is not None else 'END'}|{rule}|{var}",
        f"pv={doc[start - 1].lower_ if start and doc[start - 1].pos_ in ('PUNCT', 'ADP', 'SCONJ') else doc[start - 1].pos_ if start else 'START'}|{rule}",
    ]
    for f in base[1:]:
        result.append(f)
        result.append(f"{f}|{rb}")
    result.append(f"{base[3]}|{lemma}")
    if var == "joined":
        verb = next((t for t in doc[end:] if t.pos_ == "VERB"), None)
        if verb is not None:
            result.append(f"join={cue_lexicon().cue_class(verb)}|{rule}")
    result.append(f"{base[10]}|{R}")
    if var.startswith("drop"):
        word = doc[end] if end < len(doc) else first
        result.append(f"dropw={var}:{word.lower_}|{rule}")
        result.append(f"dropt={var}:{word.tag_}|{lemma}")
        result.append(f"dropn={var}:{bucket(_length(doc, end))}|{rule}")
    if var == "cut":
        nxt = doc[end + 1] if end + 1 < len(doc) else None
        result.append(f"cutd={nxt.dep_ if nxt is not None else ''}|{rule}")
        result.append(f"cutt={doc[end].text}|{nxt.tag_ if nxt is not None else ''}")
    return result


def _length(doc: Doc, end: int) -> int:
    """Return the tokens from ``end`` to the end of its sentence."""
    return doc[end].sent.end - end if end < len(doc) else 0


def _link(cue: Token, head: Token) -> str:
    """Return the preposition between cue and content, or the subordinator of the clause."""
    if head.head.i != cue.i and head.head.dep_ in {"prep", "agent"}:
        return head.head.lower_
    word = next(
        (
            c.lower_
            for c in head.children
            if c.dep_ in {"mark"} or c.tag_ in {"TO", "WRB", "WP", "WDT"}
        ),
        "",
    )
    return word


def _mark_state(page: Sheet, cand: Candidate) -> str:
    if cand.mark >= 0:
        return "whole"
    span = cand.content[0]
    inside = page.inside[cand.cue] >= 0
    touched = any(m.outer.overlaps(span) for m in page.outer)
    return ("in" if inside else "out") + ("+" if touched else "")
