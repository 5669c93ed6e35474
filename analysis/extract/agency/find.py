"""Parsed paragraphs in, every telling of harm out, each with its voice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.agency import clauses, nouns
from analysis.extract.agency.elsewhere import with_agents_elsewhere
from analysis.extract.agency.phrases import kind_of, phrase
from analysis.extract.agency.reality import aside
from analysis.extract.agency.senses import harm_word
from analysis.harm import NOUN_ROLES, HarmRole, HarmWord
from analysis.nlp import Paragraph, ParsedArticle
from analysis.types import Agency, AgencyAside, AgencyForm, Span, Voice, VoiceSpan

if TYPE_CHECKING:
    from analysis.parsing import Token


_SMALL_CLAUSES = frozenset({"oprd", "advcl", "ccomp", "xcomp", "acl"})
"""Where a participle says in what state "leave" leaves somebody: "left two *injured*"."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A use of a harm word in its parse."""

    event: Token
    word: HarmWord
    form: AgencyForm
    agents: list[Token]
    victims: list[Token]
    aside: AgencyAside | None


def find_agency(parsed: ParsedArticle, voices: Sequence[VoiceSpan]) -> tuple[Agency, ...]:
    """Return every telling of harm in the analysed blocks, in text order.

    A passive splits on whether a by-phrase names somebody; the active has one form, whose
    agent is ``None`` when its subject is a thing or an event ("the blast killed two").

    References
    ----------
    Trew (1979), "Theory and ideology at work"; Fowler (1991), *Language in the News*.
    """
    ordered = tuple(voices)
    ends = [voice.end for voice in ordered]
    found = [
        _agency(paragraph, telling, ordered, ends)
        for paragraph in parsed.paragraphs
        for telling in _tellings(paragraph)
    ]
    return with_agents_elsewhere(found)


def _tellings(paragraph: Paragraph) -> Iterator[_Telling]:
    for token in paragraph.doc:
        word = harm_word(token)
        if word is not None:
            telling = _telling(token, word)
            if telling is not None:
                yield telling


def _telling(token: Token, word: HarmWord) -> _Telling | None:
    if word.role in NOUN_ROLES:
        return None if nouns.is_result(token) else _by_noun(token, word)
    if word.role is HarmRole.ADJECTIVE:
        return _by_adjective(token, word)
    return _by_verb(token, word)


def _by_verb(verb: Token, word: HarmWord) -> _Telling | None:
    passive = clauses.is_passive(verb, word)
    if passive and verb.dep_ in _SMALL_CLAUSES and verb.head.lemma_ == "leave":
        return _by_adjective(verb, word)
    harmed = clauses.victims(verb, word, passive=passive)
    acting = (
        [] if word.role is HarmRole.INTRANSITIVE else clauses.agents(verb, word, passive=passive)
    )
    if word.role in {HarmRole.INTRANSITIVE, HarmRole.RECIPROCAL}:
        form = AgencyForm.INTRANSITIVE
    elif passive:
        form = AgencyForm.AGENT_BY if acting else AgencyForm.AGENTLESS_PASSIVE
    else:
        form = AgencyForm.AGENT_ACTIVE
    return _Telling(verb, word, form, acting, harmed, aside(verb, is_noun=False))


def _by_noun(noun: Token, word: HarmWord) -> _Telling:
    acting, harmed = nouns.noun_agents(noun, word), nouns.noun_victims(noun, word)
    carrier = nouns.light_verb(noun)
    form = AgencyForm.NOMINAL
    if carrier is not None:
        passive = any(c.dep_ == "nsubjpass" for c in carrier.children)
        carried = clauses.agents(carrier, word, passive=passive)
        if passive:
            form = AgencyForm.AGENT_BY if carried else AgencyForm.AGENTLESS_PASSIVE
        elif carried:
            form = AgencyForm.AGENT_ACTIVE
        acting = carried or acting
    return _Telling(noun, word, form, acting, harmed, aside(noun, is_noun=True))


def _by_adjective(adjective: Token, word: HarmWord) -> _Telling | None:
    leave = nouns.leaver(adjective)
    harmed = nouns.dead_subject(adjective)
    if harmed is None and word.lemma != "dead" and adjective.dep_ == "amod":
        harmed = adjective.head
    if harmed is None:
        return None
    acting: list[Token] = []
    form = AgencyForm.INTRANSITIVE if word.lemma == "dead" else AgencyForm.AGENTLESS_PASSIVE
    if leave is not None:
        passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in leave.children)
        acting = clauses.agents(leave, word, passive=passive)
        form = AgencyForm.AGENTLESS_PASSIVE if passive else AgencyForm.AGENT_ACTIVE
    return _Telling(adjective, word, form, acting, [harmed], aside(adjective, is_noun=False))


def _agency(
    paragraph: Paragraph, telling: _Telling, voices: tuple[VoiceSpan, ...], ends: list[int]
) -> Agency:
    span = paragraph.span(telling.event)
    layer = _layer(span, voices, ends)
    agent = phrase(telling.agents[0]) if telling.agents else None
    victim = phrase(telling.victims[0]) if telling.victims else None
    reciprocal = telling.word.role in {HarmRole.RECIPROCAL, HarmRole.RECIPROCAL_NOUN}
    return Agency(
        start=span.start,
        end=span.end,
        event=telling.word.event,
        form=telling.form,
        agent=agent.text if agent else None,
        victim=victim.text if victim else None,
        harmed=kind_of(telling.victims[0]) if telling.victims and not reciprocal else None,
        voice=layer.voice if layer else Voice.OUTLET,
        agent_span=paragraph.span(agent) if agent else None,
        victim_span=paragraph.span(victim) if victim else None,
        quote_id=layer.quote_id if layer else None,
        aside=telling.aside,
    )


def _layer(span: Span, voices: tuple[VoiceSpan, ...], ends: list[int]) -> VoiceSpan | None:
    """Return the voice layer that the span stands in."""
    after = bisect_right(ends, span.start)
    found = voices[after] if after < len(voices) else None
    return found if found and found.span.overlaps(span) else None
