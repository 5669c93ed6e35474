"""A page of the dashboard -> a plain Streamlit script that shows the same, without our code.

The same list of pages, containers, texts and widgets in the same order, their contents written
into the script: once with every outlet chosen, once without the first.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parent.parent / "dashboard" / "app.py"

OUTLETS = "outlets"
"""Key of the widget whose change is measured."""

_HEAD = """\
import streamlit as st

st.set_page_config(layout="wide")


def page():
    chosen = st.session_state.get("outlets", {outlets})
    if {first!r} in chosen:
        every_outlet()
    else:
        without_the_first()


def other():
    st.title("Another page")


"""

_FOOT = """
pages = {{
    path: st.Page(
        page if path == {path!r} else other,
        title=title, icon=icon, url_path=path, default=not path,
    )
    for _, title, path, icon in {pages}
}}
st.navigation(list(pages.values()), expanded=True).run()
"""


def bare_page(name: str) -> tuple[str, str]:
    """Return the script for a page by the name of its file, and the first outlet's name."""
    at = AppTest.from_file(str(APP), default_timeout=600)
    if name != "overview":
        at.switch_page(f"views/{name}.py")
    at.run()
    outlets = at.button_group(key=OUTLETS)
    names = [option.content for option in outlets.proto.options]
    lines = [*_function("every_outlet", at), ""]
    outlets.unselect(names[0]).run()
    lines += [*_function("without_the_first", at), ""]
    pages = _pages()
    path = next(path for file, _, path, _ in pages if file == f"views/{name}.py")
    head = _HEAD.format(outlets=names, first=names[0])
    return head + "\n".join(lines) + _FOOT.format(path=path, pages=pages), names[0]


def _pages() -> list[tuple[str, str, str, str]]:
    """Return the dashboard's list of pages; to import the app would be to run it."""
    for line in ast.parse(APP.read_text(encoding="utf-8")).body:
        if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "PAGES":
            return list(ast.literal_eval(line.value))
    message = f"no list of pages in {APP}"
    raise LookupError(message)


def _function(name: str, at: AppTest) -> Iterator[str]:
    yield f"def {name}():"
    yield "    with st.sidebar:"
    yield from _nested(at.sidebar, 2, "side")
    yield from _nested(at.main, 1, "main")


def _nested(block: Any, depth: int, place: str) -> Iterator[str]:  # noqa: ANN401 -- Streamlit's tree
    """Yield the lines that show what is in a block."""
    indent = "    " * depth
    for number, each in block.children.items():
        here = f"{place}-{number}"
        if hasattr(each, "children"):
            head = _container(each)
            yield f"{indent}with {head}:" if head else f"{indent}if True:"
            yield from _nested(each, depth + 1, here)
            yield f"{indent}    pass"
        elif line := _line(each, here):
            yield indent + line


def _container(block: Any) -> str:  # noqa: ANN401 -- as above
    proto = block.proto
    if block.type == "expander":
        return f"st.expander({proto.label!r})"
    if block.type == "column":
        return "st.container()"
    if block.type != "flex_container":
        return ""
    flex = proto.flex_container
    is_row = flex.direction == flex.Direction.HORIZONTAL
    return f"st.container(horizontal={is_row}, border={flex.border})"


def _line(element: Any, key: str) -> str:  # noqa: ANN401 -- as above
    """Return one element as a call of Streamlit's own; nothing for what has no plain form."""
    kind, proto = element.type, element.proto
    if kind == "button_group":
        return _pills(proto, key)
    if kind == "html":
        return f"st.html({proto.body!r})"
    if kind in {"title", "header", "subheader"}:
        return f"st.{kind}({element.value!r})"
    label = getattr(proto, "label", "")
    more = {
        "page_link": lambda: f"page=pages[{proto.page.removeprefix('overview')!r}], ",
        "download_button": lambda: f"data=b'', on_click='ignore', key={key!r}, ",
        "selectbox": lambda: f"options={list(proto.options)!r}, key={key!r}, ",
        "text_input": lambda: f"key={key!r}, ",
        "button": lambda: f"key={key!r}, ",
        "toggle": lambda: f"key={key!r}, ",
    }
    return f"st.{kind}({more[kind]()}label={label!r})" if kind in more else ""


def _pills(proto: Any, key: str) -> str:  # noqa: ANN401 -- as above
    names = [option.content for option in proto.options]
    several = ""
    if proto.id.endswith(f"-{OUTLETS}"):
        key, several = OUTLETS, f", selection_mode='multi', default={names!r}"
    return f"st.pills({proto.label!r}, {names!r}, key={key!r}{several})"
