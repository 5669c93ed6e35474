"""README and CHANGELOG: every command, link and example in them works."""

import re
import shlex
import tomllib

import pytest

from analysis import cli, paths
from analysis.result import TABLES

README = (paths.ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
VERSION = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "version"
]
PROGRAM = "python -m analysis"
COMMANDS = [
    line.removeprefix(PROGRAM)
    for block in re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith(PROGRAM) and "--version" not in line
]


def _subcommands(capsys) -> set[str]:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    return set(re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE))


def test_the_two_commands_come_first():
    assert re.match(r"# Parallax\n\n```\nmake run .*\nmake test .*\n```\n", README)


def test_each_make_target_is_in_the_makefile():
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"^make (\w+)", README, re.MULTILINE)) | set(
        re.findall(r"`make (\w+)`", README)
    )
    assert {"run", "test"} <= named <= targets


def test_the_windows_note_has_its_four_lines():
    lines = [
        "py -m venv .venv",
        r".venv\Scripts\activate",
        "pip install -r requirements.txt",
        "python -m dashboard",
    ]
    assert "\n".join(lines) in README


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_line_is_understood(command):
    assert cli._parser().parse_args(shlex.split(command)).command


def test_a_wrong_command_line_is_not_understood(capsys):
    with pytest.raises(SystemExit):
        cli._parser().parse_args(["table", "nonsense", "kazakhstan-2022"])
    assert "nonsense" in capsys.readouterr().err


def test_the_table_names_every_subcommand_and_no_other(capsys):
    named = set(re.findall(rf"^\| `{PROGRAM} (\w+)", README, re.MULTILINE))
    assert named == _subcommands(capsys)


def test_every_table_is_named():
    assert [name for name in TABLES if f"`{name}`" not in README] == []


def test_each_page_of_the_dashboard_is_in_the_tour():
    app = (paths.ROOT / "dashboard" / "app.py").read_text(encoding="utf-8")
    titles = re.findall(r'\("views/\w+\.py", "([^"]+)"', app)
    assert titles
    assert [title for title in titles if f"**{title}**" not in README] == []


def test_each_link_leads_to_a_file():
    links = set(re.findall(r"\]\(([^)#]+)\)", README))
    assert [link for link in sorted(links) if not (paths.ROOT / link).exists()] == []


def test_every_picture_has_an_alternative_text():
    pictures = re.findall(r"!\[(.*?)\]\(", README)
    assert pictures
    assert all(len(text) > 20 for text in pictures)


@pytest.mark.model
def test_the_python_example_runs(capsys):
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert re.search(r"Deutsche Welle +occupation_intervention ", out)
    assert re.search(r"^Deutsche Welle \| .*peacekeeping", out, re.MULTILINE)


def test_the_changelog_has_this_version_first():
    first = re.findall(r"^## \[?(.+?)\]?(?: - .*)?$", CHANGELOG, re.MULTILINE)[0]
    assert first in {"Unreleased", VERSION}
