"""Loaded once by the process that workers are forked from: modules and words of both stages, no page and no home."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dalel.records import Capture, Document
from dalel.stages.pages import Archived, Placed, claim, read

_TEXT = {
    "kk": "Облыста 14 мектеп салынды, деді әкім. Оған 2,4 млрд теңге бөлінді.",
    "ru": "В области построили 14 школ, сообщил аким. На это выделили 2,4 млрд тенге.",
    "en": "The region built 14 schools, the governor said. It was given 2.4 bn tenge.",
}


def warm() -> None:
    """Reads a page of two sentences in each language, so that every list of words is compiled."""
    for language, text in _TEXT.items():
        capture = Capture(
            capture_id="0" * 16,
            source="local",
            url="https://warm.example/1",
            captured_at=datetime(2024, 1, 1, tzinfo=UTC),
            status=200,
            media_type="text/html",
            charset="utf-8",
            sha256="0" * 64,
            warc="",
            offset=0,
            length=0,
        )
        page = f"<html><body><h1>14</h1><article><p>{text}</p></article></body></html>".encode()
        read(Archived(capture=capture, payload=page, landmarks=()))
        document = Document(
            document_id="0" * 16, url=capture.url, source="local", outlet="warm", title=None, lead=None, text=text,
            published=date(2024, 1, 1), published_basis="given", language=language, script="Cyrl",
        )  # fmt: skip
        claim(Placed(document=document, topics={}))


warm()
