"""The one door to the templates: every text escaped, invisible controls made visible."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from analysis.report.parts import Link, Small

FOLDER = Path(__file__).with_name("templates")
STYLE = Path(__file__).with_name("report.css")

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Characters that would change what stands around them, or that a file cannot hold."""


def rendered(**values: object) -> str:
    """Return the page for the values of its sections."""
    style = STYLE.read_text(encoding="utf-8")
    page = _environment().get_template("page.html.jinja")
    return visible(page.render(**values, style=Markup(style), policy=_policy(style)))  # noqa: S704 -- our own style sheet


def visible(text: str) -> str:
    """Return the text with control characters written out: a report shows what it was given."""
    return _CONTROLS.sub(lambda found: f"\u27e8U+{ord(found[0]):04X}\u27e9", text)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["link"] = lambda part: isinstance(part, Link)
    made.tests["small"] = lambda part: isinstance(part, Small)
    return made


def _policy(style: str) -> str:
    """Return what the page may do: show itself with its own style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
