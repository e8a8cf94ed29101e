"""Which encoding a page is in, whatever it declares."""

from __future__ import annotations

import pytest

from dalel.errors import UnreadableDocument
from dalel.readers.encoding import decode

RU = "Министерство просвещения сообщило, что в области построят 62 школы на 21 тысячу мест. Деньги уже выделены."
KK = "Білім министрлігі облыста 62 мектеп салынатынын хабарлады. Оған қаржы бөлінген, құрылыс көктемде аяқталады."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "windows-1251", "koi8-r", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1251", "iso-8859-1", "no-such-encoding", "kz1048"])
def test_russian_is_read_whatever_is_declared(encoding: str, declared: str | None) -> None:
    assert decode(RU.encode(encoding), declared) == RU


@pytest.mark.parametrize("encoding", ["utf-8", "kz1048", "utf-16"])
@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1251", "ptcp154"])
def test_kazakh_is_read_whatever_is_declared(encoding: str, declared: str | None) -> None:
    assert decode(KK.encode(encoding), declared) == KK


def test_kazakh_in_cp154_is_read_where_it_is_declared() -> None:
    assert decode(KK.encode("ptcp154"), "ptcp154") == KK


def test_a_meta_tag_is_evidence() -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body>{RU}</body></html>'
    assert decode(page.encode("koi8-r")) == page


def test_western_text_is_read() -> None:
    text = "Le ministère a annoncé que 62 écoles seront bâties à l'été, pour près de 21 000 élèves: c'est très bien"
    assert decode(text.encode("windows-1252"), "windows-1252") == text


def test_one_spoilt_byte_does_not_make_a_page_another_encoding() -> None:
    payload = (RU * 4).encode()
    assert decode(payload[:-1] + b"\xd0").startswith(RU)
    assert "\ufffd" in decode(payload[:101] + b"\xff" + payload[101:])


def test_line_ends_and_zero_bytes_are_tidied() -> None:
    assert decode(b"a\r\nb\rc\0d") == "a\nb\ncd"


@pytest.mark.parametrize("payload", [bytes(range(128, 256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30])
def test_bytes_that_are_no_text_are_an_error(payload: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"no text|in no encoding"):
        decode(payload, "windows-1251")
