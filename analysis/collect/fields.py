"""What a way in says of an article, field by field -> a Candidate that shows how each is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from analysis.clean.dates import iso_date
from analysis.collect.candidate import Candidate, Origin
from analysis.errors import InputError
from analysis.limits import MAX_FIELD_CHARS, MAX_URL_CHARS, checked_text, checked_unicode
from analysis.metadata import outlet_of
from analysis.stories import Known
from analysis.types import Article, Basis, Block

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(Z)?)?")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_SPACE = re.compile(r"[\s\x00-\x1f]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr",
    "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "indonesian": "id",
    "italian": "it", "japanese": "ja", "kazakh": "kk", "korean": "ko", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "spanish": "es",
    "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi",
}  # fmt: skip
"""English names of languages in news exports, and their ISO 639-1 codes."""

_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}", re.IGNORECASE)
_TEXTS = (
    "title", "byline", "outlet", "published", "url", "language", "story", "genre", "rights",
)  # fmt: skip
_LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of one field, and the words that show it."""

    value: str
    why: str
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as a reader found it, before its fields are checked."""

    id: str
    text: str
    given: Mapping[str, Given] = field(default_factory=dict)
    """By field: title, byline, outlet, published, url, language, story, genre, rights."""
    layout: tuple[Block, ...] = ()
    notices: tuple[str, ...] = ()


def candidate(reading: Reading, origin: Origin) -> Candidate:
    """Return the candidate; a field that cannot be used is left out with a notice.

    Raises
    ------
    InputError
        If the text cannot be analysed as one article.
    """
    if "\x00" in reading.text:
        message = "it holds NUL characters, so it is not a plain text; export it again"
        raise InputError(message)
    text = checked_text(reading.text)
    given, notices = usable(reading.given)
    values = {name: given[name].value for name in _TEXTS if name in given}
    article = replace(
        Article(id=checked_unicode(reading.id), text=text, layout=reading.layout),
        outlet_basis=given["outlet"].basis if "outlet" in given else Basis.UNKNOWN,
        published_basis=given["published"].basis if "published" in given else Basis.UNKNOWN,
        **values,
    )
    known = tuple(Known(article.id, name, each.basis, each.why) for name, each in given.items())
    return Candidate(article, origin, known, (*reading.notices, *notices, *_strange(text)))


def usable(given: Mapping[str, Given]) -> tuple[dict[str, Given], tuple[str, ...]]:
    """Return the fields whose values can be kept, in their usual form, and why others cannot.

    Raises
    ------
    InputError
        If one holds half a character, which no file can hold.
    """
    kept: dict[str, Given] = {}
    notices: list[str] = []
    for name, each in given.items():
        checked_unicode(each.value)
        try:
            kept[name] = replace(each, value=_checked(name, each.value))
        except InputError as err:
            notices.append(str(err))
    if "outlet" not in kept and "url" in kept and (outlet := outlet_of(kept["url"].value)):
        host = urlsplit(kept["url"].value).hostname
        kept["outlet"] = Given(outlet, f"the address is on {host}")
    return kept, tuple(notices)


def _checked(name: str, value: str) -> str:
    value = _SPACE.sub(" ", value).strip()
    limit = MAX_URL_CHARS if name == "url" else MAX_FIELD_CHARS
    if len(value) > limit:
        message = f"'{name}' has {len(value):,} characters; at most {limit:,} are kept: left out"
        raise InputError(message)
    forms = {"url": _url, "published": published_form, "language": _language, "outlet": _outlet}
    form = forms.get(name)
    return form(value) if form else value


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        is_page = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # a broken IPv6 address
        is_page = False
    if not is_page or " " in value:
        message = f"'url' is '{value[:80]}', which is no http or https address: left out"
        raise InputError(message)
    return value


def published_form(value: str) -> str:
    """Return a date or time as ISO 8601 writes it, with the zone where one is stated.

    Raises
    ------
    InputError
        If it is none, or if day and month cannot be told apart.
    """
    if _ISO_DAY.fullmatch(value) and _is_iso(value):
        return value
    match = _COMPACT.fullmatch(value)
    found = _from_figures(match) if match else iso_date(value)
    if found is None:
        message = (
            f"'published' is '{value[:80]}', which is no date that can be told for sure: left out; "
            "write an ISO date such as 2024-03-12"
        )
        raise InputError(message)
    return found


def _from_figures(match: re.Match[str]) -> str | None:
    """Return a stamp such as ``20240312T093000Z`` in ISO form."""
    year, month, day, hour, minute, second, zulu = match.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{'+00:00' if zulu else ''}" if hour else ""
    found = f"{year}-{month}-{day}{clock}"
    return found if _is_iso(found) else None


def _outlet(value: str) -> str:
    """Return the name of the outlet that a domain stands for, if it is a known one."""
    return (outlet_of(f"https://{value}/") or value) if _DOMAIN.fullmatch(value) else value


def _is_iso(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _language(value: str) -> str:
    code = LANGUAGES.get(value.lower(), value)
    if not _LANGUAGE_CODE.fullmatch(code):
        message = f"'language' is '{value[:80]}'; write a code such as en: left out"
        raise InputError(message)
    return code


def _strange(text: str) -> tuple[str, ...]:
    """Return what a reader cannot see in the text, or would see wrongly."""
    found = (
        ("Unreadable characters, shown as \ufffd; look at the original", text.count("\ufffd")),
        ("Control characters, kept and shown as signs", len(_CONTROL.findall(text))),
        ("Characters that turn the direction of writing, kept", len(_TURNING.findall(text))),
    )
    return tuple(f"{what}: {n:,}" for what, n in found if n)
