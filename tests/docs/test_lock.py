"""requirements.lock names one version with hashes for everything that requirements.txt asks for."""

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from analysis import paths

LOCK = (paths.ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
ASKED = [
    Requirement(line)
    for line in (paths.ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "-"))
]
PINNED = {
    canonicalize_name(match[1]): match[2]
    for match in re.finditer(r"^([\w.-]+)(?:\[[^]]*\])?==([^\s;]+)", LOCK, re.MULTILINE)
}


@pytest.mark.parametrize("asked", ASKED, ids=lambda each: each.name)
def test_each_dependency_is_locked_at_a_version_that_is_asked_for(asked):
    assert asked.specifier.contains(PINNED[canonicalize_name(asked.name)])


def test_each_locked_package_has_a_hash_and_no_address():
    lines = [line for line in LOCK.splitlines() if line.strip()]
    assert len(lines) > len(ASKED)
    assert [line for line in lines if "--hash=sha256:" not in line] == []
    assert "://" not in LOCK
