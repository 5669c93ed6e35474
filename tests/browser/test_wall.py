"""A script or a picture that gets into a page after all is stopped by the browser."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

from tests.browser.conftest import drawn


@pytest.mark.parametrize("path", ["/", "/framing", "/read"])
def test_pages_need_nothing_that_the_policy_forbids(visit, path):
    page = visit(path)
    page.evaluate(
        "() => { window.stopped = []; document.addEventListener("
        "'securitypolicyviolation', e => window.stopped.push(e.blockedURI)) }"
    )
    page.get_by_role("link", name="Overview").click()
    page.get_by_role("heading", name="What do we have").wait_for()
    assert page.evaluate("window.stopped") == []


def test_a_script_written_into_a_page_does_not_run(visit):
    page = visit("/")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        "document.body.append(s) }"
    )
    assert page.evaluate("window.ran") is None


def test_a_picture_from_elsewhere_is_not_asked_for(contexts, address):
    page = contexts["light"].new_page()
    page.goto(address)
    drawn(page)
    stopped = page.evaluate(
        "() => new Promise(done => {"
        "document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective));"
        "const i = new Image(); i.src = 'http://192.0.2.1/pixel.png'; document.body.append(i) })"
    )
    page.close()
    assert stopped == "img-src"


def test_a_server_by_another_name_is_refused(address):
    request = urllib.request.Request(f"{address}/", headers={"Host": "elsewhere.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)
    refused.value.close()
    assert refused.value.code == 400
