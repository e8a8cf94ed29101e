"""PDF pages whose text is turned, as office programs write landscape: read, and no scan."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from pypdf import PdfReader, PdfWriter, Transformation

from dalel import readers


def turned(payload: bytes, content: int, page: int) -> bytes:
    """The first page with its content turned by so many degrees, and shown turned by `page`."""
    writer = PdfWriter()
    first = writer.add_page(PdfReader(io.BytesIO(payload)).pages[0])
    width, height = float(first.mediabox.width), float(first.mediabox.height)
    back = {0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[content]
    first.add_transformation(Transformation().rotate(content).translate(*back))
    if content in (90, 270):
        first.mediabox.upper_right = (height, width)
    if page:
        first.rotate(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("content", "page"), [(0, 0), (0, 90), (90, 90), (270, 270), (180, 180), (90, 0), (270, 0)])
def test_a_turned_page_is_read(make: SimpleNamespace, content: int, page: int) -> None:
    plain = make.pdf([(60, 60, "В районе построили 14 школ за год."), (60, 90, "Ещё 6 школ ждут ремонта.")])
    text = readers.read(turned(plain, content, page), make.capture("application/pdf")).text
    assert "14 школ" in text
    assert "6 школ" in text
