"""An SVG as matplotlib draws it -> one with a title and description, links to passports, and its claims inside."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

CLAIM = "claim:"  # what a mark's address begins with until it is known where the passports lie
_LINK = re.compile(r'xlink:href="claim:([a-z0-9]+)"(?: target="_blank")?')
_OPEN = re.compile(r"<svg\b[^>]*>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>\s*")
_FONT = re.compile(r"'DejaVu Sans'")


def finished(drawn: bytes, title: str, claim_ids: Sequence[str], language: str, passports: str) -> bytes:
    """The picture with <title>, <desc>, each linked mark as <a href=… data-claim=…>, and the claims in <metadata>."""
    text = _DOCTYPE.sub("", drawn.decode("utf-8"))
    text = _LINK.sub(rf'xlink:href="{escape(passports)}/\1.{language}.html" target="_top" data-claim="\1"', text)
    text = _FONT.sub("'DejaVu Sans', 'Noto Sans', Verdana, sans-serif", text)
    about = json.dumps({"dalel": {"claims": list(claim_ids), "verify": "dalel verify"}}, ensure_ascii=False)
    opened = (
        f"<title>{escape(title)}</title>\n<desc>{escape(title)} ({len(claim_ids)})</desc>\n"
        f"<metadata>{escape(about)}</metadata>"
    )
    made = _OPEN.sub(lambda found: f'{found[0][:-1]} role="img" xml:lang="{language}">\n{opened}', text, count=1)
    return made.encode("utf-8")
