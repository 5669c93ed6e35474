import re
import tomllib

import pytest

from analysis import paths
from analysis.stories import load_story

OUTLETS = tomllib.loads(paths.OUTLETS.read_text(encoding="utf-8"))["outlets"]
STATEMENTS = ("country", "kind", "owner", "funding")
LABELS = re.compile(
    r"\b(left|right|centre|center|conservative|liberal|progressive|pro-\w+|anti-\w+|bias\w*"
    r"|propaganda|reliable|unreliable|trusted|independent)\b",
    re.IGNORECASE,
)
"""Political labels and ratings; "Independent" may stand in a company's name only."""


def by_id(outlet):
    return outlet["id"]


def test_ids_names_and_domains_are_unique():
    for field in ("id", "name"):
        values = [outlet[field] for outlet in OUTLETS]
        assert len(set(values)) == len(values)
    domains = [domain for outlet in OUTLETS for domain in outlet["domains"]]
    assert len(set(domains)) == len(domains)


def test_an_alias_belongs_to_one_outlet():
    names = [name for o in OUTLETS for name in {n.casefold() for n in (o["name"], *o["aliases"])}]
    assert sorted(n for n in names if names.count(n) > 1) == []


@pytest.mark.parametrize("outlet", OUTLETS, ids=by_id)
def test_every_statement_has_a_source_and_says_whether_it_was_checked(outlet):
    for field in STATEMENTS:
        assert outlet[field].strip()
        assert outlet["sources"][field].strip()
        assert outlet["basis"][field] in {"read", "unverified"}


@pytest.mark.parametrize("outlet", OUTLETS, ids=by_id)
def test_outlet_can_be_recognised_and_looked_up(outlet):
    assert outlet["domains"]
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", d) for d in outlet["domains"])
    assert outlet["link"].startswith("https://")
    assert re.fullmatch(r"\d{4}-\d{2}", outlet["as_of"])


@pytest.mark.parametrize("outlet", OUTLETS, ids=by_id)
def test_no_statement_rates_or_labels_an_outlet(outlet):
    said = " ".join(outlet[field] for field in STATEMENTS)
    assert LABELS.search(said.replace("Independent Digital News", "")) is None


def test_every_outlet_of_the_demo_story_is_listed():
    names = {outlet["name"] for outlet in OUTLETS}
    assert {a.outlet for a in load_story("kazakhstan-2022").articles} <= names
