"""A house profile: a desk's own rules as TOML -> checked values; each message says where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from analysis import paths
from analysis.errors import InputError, LexiconError
from analysis.limits import checked_size
from analysis.markup import SAFE_LINK
from analysis.patterns import problem
from analysis.review.finding import Severity
from analysis.review.rules import RULES
from analysis.toml_fields import Row, check_fields, id_of, rows_of, text_of, words_of
from analysis.toml_text import Toml, read

_Made = TypeVar("_Made")

FOLDER = paths.DATA / "profiles"

MAX_BYTES = 200_000
"""Largest profile read, in bytes: a style guide of 500 entries with reasons has about 150,000."""

MAX_RULES = 500
MAX_TERMS = 200
"""Most words of one rule."""

OFF = "off"
"""What a profile writes instead of a severity to leave a check out."""

_HEAD = ("id", "name", "version", "about", "rules", "checks")
_RULE = ("id", "terms", "allowed", "severity", "reason", "prefer", "guidance", "basis")
_CHECK = ("id", "severity", "reason", "guidance")


class Allowed(StrEnum):
    """In whose words a term may stand."""

    NEVER = "never"
    QUOTED = "quoted"
    """Inside quotation marks, as somebody's words."""
    ATTRIBUTED = "attributed"
    """Quoted, or reported as what somebody said."""
    OWN = "own"
    """In the desk's own words only: no quotation marks around it."""


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One term of a house and what the house says of it."""

    id: str
    terms: tuple[str, ...]
    allowed: Allowed
    severity: Severity
    reason: str
    prefer: tuple[str, ...] = ()
    guidance: str | None = None
    basis: str = "unverified"


@dataclass(frozen=True, slots=True)
class CheckSetting:
    """What a house says of one of the checks that come with Parallax."""

    severity: Severity | None
    """``None`` = the check is left out."""
    reason: str = ""
    guidance: str | None = None


@dataclass(frozen=True, slots=True)
class HouseProfile:
    """A house's rules."""

    id: str
    name: str
    version: str
    about: str = ""
    rules: tuple[HouseRule, ...] = ()
    checks: Mapping[str, CheckSetting] = field(default_factory=dict)
    """Id of a check -> what the house says of it."""


NO_PROFILE = HouseProfile("none", "No house profile", "1")


def shipped() -> dict[str, Path]:
    """Return id -> file of the profiles that come with Parallax."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


def load_profile(path: Path) -> HouseProfile:
    """Return the profile in a file.

    Raises
    ------
    InputError
        If the file cannot be read as text.
    LexiconError
        If it breaks a rule of the form; the message names file, line and field.
    """
    checked_size(path, MAX_BYTES)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as err:
        message = f"{path.name}: not UTF-8 text ({err.reason}); save it as UTF-8"
        raise InputError(message) from err
    return parse_profile(text, path.name)


def parse_profile(text: str, name: str) -> HouseProfile:
    """Return the profile in a TOML text; ``name`` stands in messages.

    Raises
    ------
    LexiconError
        If it breaks a rule of the form; the message names line and field.
    """
    toml = read(text, name, max_bytes=MAX_BYTES)
    head = toml.table
    check_fields(head, _HEAD, name)
    rules = tuple(_each(toml, "rules", MAX_RULES, _rule))
    checks = dict(_each(toml, "checks", len(RULES), _check))
    _once([rule.id for rule in rules], name, "rules")
    return HouseProfile(
        id_of(head, name),
        text_of(head, "name", name),
        text_of(head, "version", name),
        text_of(head, "about", name) if "about" in head else "",
        rules,
        checks,
    )


def _each(toml: Toml, key: str, most: int, make: Callable[[Row, str], _Made]) -> list[_Made]:
    return [
        make(row, toml.where(key, number))
        for number, row in enumerate(rows_of(toml, key, most), start=1)
    ]


def _rule(row: Row, where: str) -> HouseRule:
    check_fields(row, _RULE, where)
    said = partial(_optional, row, where=where)
    return HouseRule(
        id_of(row, where),
        _terms(row, where),
        Allowed(_one_of(row, "allowed", [each.value for each in Allowed], where)),
        Severity(_one_of(row, "severity", [each.value for each in Severity], where)),
        text_of(row, "reason", where),
        words_of(row, "prefer", where),
        _link(row, where),
        said("basis") or "unverified",
    )


def _check(row: Row, where: str) -> tuple[str, CheckSetting]:
    check_fields(row, _CHECK, where)
    known = [rule.id for rule in RULES]
    key = _one_of(row, "id", known, where)
    severity = _one_of(row, "severity", [*(each.value for each in Severity), OFF], where)
    chosen = None if severity == OFF else Severity(severity)
    return key, CheckSetting(chosen, _optional(row, "reason", where=where), _link(row, where))


def _terms(row: Row, where: str) -> tuple[str, ...]:
    terms = words_of(row, "terms", where)
    if not terms or len(terms) > MAX_TERMS:
        message = f"{where}: 'terms' has {len(terms)} words; write 1 to {MAX_TERMS}"
        raise LexiconError(message)
    for term in terms:
        if said := problem(term):
            message = f"{where}: '{term[:40]}' {said}"
            raise LexiconError(message)
    return terms


def _one_of(row: Row, key: str, known: list[str], where: str) -> str:
    value = text_of(row, key, where)
    if value not in known:
        message = f"{where}: '{key}' is '{value[:40]}'; write one of: {', '.join(known)}"
        raise LexiconError(message)
    return value


def _optional(row: Row, key: str, *, where: str) -> str:
    return text_of(row, key, where) if key in row else ""


def _link(row: Row, where: str) -> str | None:
    link = _optional(row, "guidance", where=where)
    if link and not (SAFE_LINK.match(link) and link.lower().startswith("http") and " " not in link):
        message = (
            f"{where}: 'guidance' is '{link[:60]}'; write an address that begins with https://"
        )
        raise LexiconError(message)
    return link or None


def _once(ids: list[str], name: str, key: str) -> None:
    for each in ids:
        if ids.count(each) > 1:
            message = f"{name}: [[{key}]] has '{each}' twice; give one of them another id"
            raise LexiconError(message)
