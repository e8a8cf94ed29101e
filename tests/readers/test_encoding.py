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


LONG = " ".join([RU, "Об этом сказали на встрече с родителями, и они не были против, но просили не тянуть."] * 2)


@pytest.mark.parametrize("declared", ["iso-8859-7", "windows-1250", "shift_jis", "windows-1255", "gb2312", "macintosh"])
@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "iso-8859-5", "ibm866"])
def test_a_wrong_declaration_of_another_script_is_not_believed(encoding: str, declared: str) -> None:
    page = f'<html><meta charset="{encoding}"><p>{LONG}</p>'.encode(encoding)
    assert LONG in decode(page, declared)


OTHERS = {  # written for this test
    "iso-8859-7": "Η κυβέρνηση ανακοίνωσε ότι θα χτίσει δώδεκα σχολεία στην πόλη, με κόστος τρία εκατομμύρια ευρώ.",
    "windows-1255": "הממשלה הודיעה שהיא תבנה שתים עשרה בתי ספר חדשים בעיר לקראת שנת הלימודים הבאה",
    "windows-1256": "أعلنت الحكومة أنها ستبني اثنتي عشرة مدرسة جديدة في المدينة قبل بداية العام الدراسي",
    "windows-1250": "Rząd zapowiedział, że wybuduje dwanaście szkół; koszt to około trzech milionów złotych.",
    "shift_jis": "政府は市内に新しい学校を十二校建設すると発表しました。費用は三百万円です。",
    "euc-kr": "정부는 도시에 새로운 학교 열두 곳을 짓겠다고 발표했다. 비용은 삼백만 원이다.",
    "gb2312": "政府宣布将在市内新建十二所学校，费用约三百万元，明年秋季开学前完工。",
    "big5": "政府宣布將在市內新建十二所學校，費用約三百萬元，明年秋季開學前完工。",
    "tis-620": "รัฐบาลประกาศว่าจะสร้างโรงเรียนใหม่สิบสองแห่งในเมือง",
    "iso-2022-jp": "政府は市内に新しい学校を十二校建設すると発表しました。",
    "koi8-u": "Уряд повідомив, що збудує дванадцять шкіл у місті, і вони відкриються до першого вересня.",
}


@pytest.mark.parametrize("encoding", OTHERS)
@pytest.mark.parametrize("place", ["sender", "meta", "xml"])
def test_other_languages_are_read_in_the_encoding_they_declare(encoding: str, place: str) -> None:
    head = {
        "sender": "",
        "meta": f"<meta charset={encoding}>",
        "xml": f'<?xml version="1.0" encoding="{encoding}"?>',
    }[place]
    page = f"{head}<p>{OTHERS[encoding]}</p>"
    assert decode(page.encode(encoding), encoding if place == "sender" else None) == page


@pytest.mark.parametrize("sign", ["\u00a9", "\u00ae", "\u00a0", "\u00b7", "\u00a7"])
def test_a_sign_or_two_make_no_page_unreadable(sign: str) -> None:
    page = f"<html><body><p>Twelve schools will open in the city by autumn.</p><p>{sign} 2001 The Press</p></html>"
    assert decode(page.encode("iso-8859-1")) == page


@pytest.mark.parametrize("text", [RU, KK])
@pytest.mark.parametrize("second", ["cp1251", "cp1252"])
def test_text_encoded_twice_is_mended(text: str, second: str) -> None:
    bytes_ = text.encode()
    twice = "".join(_one(byte, second) for byte in bytes_)
    assert decode(twice.encode()) == text
    assert decode((twice + " © 2020").encode()) == text + " © 2020"


def _one(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:  # as browsers do
        return chr(byte)


@pytest.mark.parametrize(
    "line", ["Мальчик сказал: Р° и Рѕ – следы поломки, РџСЂ тоже.", "Ð° and Ð¾ are marks of damage"]
)
def test_a_text_that_only_shows_such_letters_is_left_as_it_is(line: str) -> None:
    assert decode(f"{RU} {line} {RU}".encode()) == f"{RU} {line} {RU}"


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


@pytest.mark.parametrize("declared", ["undefined", "idna", "punycode"])
def test_an_encoding_that_decodes_no_pages_is_none(declared: str) -> None:
    """Python lists them among its text encodings and raises on any page."""
    assert decode(RU.encode("windows-1251"), declared) == RU
    with pytest.raises(UnreadableDocument):
        decode(bytes(range(128, 256)) * 20, declared)
