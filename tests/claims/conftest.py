"""Documents made of a sentence or two."""

from datetime import date

import pytest

from dalel.claims.finding import find_claims
from dalel.languages.identify import identify
from dalel.records import Document
from dalel.topics import load_topics

PUBLISHED = date(2024, 5, 14)


@pytest.fixture(scope="session")
def topics():
    return load_topics()


@pytest.fixture(scope="session")
def read(topics):
    """text, language, other fields of the document -> its claims."""

    def claims(text, language, **fields):
        return find_claims(document(text, language, **fields), topics)

    return claims


def document(text, language, **fields):
    known = {"title": None, "lead": None, "published": PUBLISHED} | fields
    return Document(
        document_id="made",
        url="http://example.example/",
        source="local",
        outlet="example",
        text=text,
        published_basis="given",
        language=language,
        script=identify(text)[1],
        **known,
    )
