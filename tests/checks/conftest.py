"""Builds cases around one archived page: the claim is made from the text, the bytes are whatever the test says."""

import hashlib
from dataclasses import replace

import pytest

from dalel.checks.foundation.examples import Page, case_of


@pytest.fixture
def archived():
    """archived(marked text, payload bytes, media_type=…, charset=…, digest=…) -> Case of one page."""

    def build(marked, payload, media_type="text/html", charset="utf-8", **page):
        digest = page.pop("digest", None) or hashlib.sha256(payload).hexdigest()
        case = case_of([Page(text=marked, **page)])
        capture = replace(case.captures["p1"], media_type=media_type, charset=charset, sha256=digest)
        document = replace(case.documents["p1"], sha256=digest)
        return replace(case, captures={"p1": capture}, documents={"p1": document}, payload={"p1": payload}.__getitem__)

    return build
