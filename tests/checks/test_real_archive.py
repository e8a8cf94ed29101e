"""A flipped byte, a swapped record and a cut file in a real WARC: the claims of that page are rejected, no others."""

from dataclasses import replace

import pytest

from dalel import archive, checks, readers
from dalel.checks.foundation.examples import Page, case_of

PAGES = {
    "https://a.example/1": "Камеры в школах\n\nК центру подключены 4360 объектов из 6936, сообщили вчера.\n",
    "https://a.example/2": "Компьютеры\n\nОбласть купит 3479 ноутбуков для учеников, рассказали на брифинге вчера.\n",
}
NUMBERS = {"https://a.example/1": "4360", "https://a.example/2": "3479"}


@pytest.fixture
def archived(tmp_path):
    """(raw folder, captures by address, case of one claim a page)"""
    raw = tmp_path / "data" / "raw"
    captures, documents, claims = {}, {}, []
    template = case_of([Page(text="[1|1 school institution_count]")]).claims[0]
    for number, (url, text) in enumerate(PAGES.items()):
        file = tmp_path / f"{number}.txt"
        file.write_text(text, "utf-8")
        capture = archive.add_file(raw, file, url, "A", None)
        document = readers.read(archive.read_payload(raw, capture), capture)
        start = document.text.index(NUMBERS[url])
        place = {"start": start, "end": start + 4, "core_start": start, "core_end": start + 4, "quote": NUMBERS[url]}
        line = {"sentence": document.text, "sentence_start": 0, "sentence_end": len(document.text)}
        claims.append(replace(template, claim_id=url, document_id=document.document_id, **place, **line))
        captures[url], documents[document.document_id] = capture, document
    known = {capture.capture_id: capture for capture in captures.values()}
    case = checks.Case(
        claims=claims,
        documents=documents,
        origins={},
        captures=known,
        payload=lambda capture_id: archive.read_payload(raw, known[capture_id]),
    )
    return raw, captures, case


def verdicts(case):
    return [verdict.verdict for verdict in checks.judge(case, checks.run(case))]


def test_untouched(archived):
    assert verdicts(archived[2]) == ["single-source", "single-source"]


def test_flipped_byte(archived):
    raw, captures, case = archived
    second = captures["https://a.example/2"]
    file = raw / second.warc
    content = bytearray(file.read_bytes())
    content[second.offset + second.length // 2] ^= 0x10
    file.chmod(0o644)
    file.write_bytes(content)
    assert verdicts(case) == ["single-source", "rejected"]


def test_cut_file(archived):
    raw, captures, case = archived
    second = captures["https://a.example/2"]
    file = raw / second.warc
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[: second.offset + second.length // 2])
    assert verdicts(case) == ["single-source", "rejected"]


def test_missing_file(archived):
    raw, captures, case = archived
    (raw / captures["https://a.example/2"].warc).unlink()
    assert "rejected" in verdicts(case)


def test_swapped_records(archived):
    """The index points each page to the other's record: neither page has its own bytes any more."""
    _, captures, case = archived
    first, second = captures.values()
    swapped = {
        first.capture_id: replace(first, warc=second.warc, offset=second.offset, length=second.length),
        second.capture_id: replace(second, warc=first.warc, offset=first.offset, length=first.length),
    }
    raw = archived[0]
    changed = replace(case, captures=swapped, payload=lambda capture_id: archive.read_payload(raw, swapped[capture_id]))
    assert verdicts(changed) == ["rejected", "rejected"]
