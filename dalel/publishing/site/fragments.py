"""A link that opens a page at the sentence, and the sentences around it.

A text fragment (`#:~:text=…`, WICG) is followed only where its text stands on the page once; so it is made only of
words that the page as read holds exactly once.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urldefrag

from dalel.records import Claim

_END = re.compile(r"(?<=[.!?…؟])[\s\"»”]+(?=\S)")
LONGEST = 300  # characters of a sentence around
STEPS = (0, 20, 45, 90, 180)  # how many characters more on either side are tried


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence before and the one after `text[start:end]`, in its paragraph; "" where there is none."""
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", end)
    closing = len(text) if closing < 0 else closing
    before, after = text[opening:start].strip(), text[end:closing].strip()
    return _END.split(before)[-1][-LONGEST:] if before else "", _END.split(after)[0][:LONGEST] if after else ""


def fragment(url: str, text: str, claim: Claim) -> str | None:
    """The address with a text fragment that matches once on the page as read; None where no words of the sentence do,
    or the address is no web page.
    """
    if not re.match(r"https?://", url):
        return None
    whole = " ".join(text.split())
    for step in STEPS:
        low = _word_start(text, max(claim.sentence_start, claim.start - step))
        high = _word_end(text, min(claim.sentence_end, claim.end + step))
        words = " ".join(text[low:high].split())
        if words and whole.casefold().count(words.casefold()) == 1:
            return f"{urldefrag(url).url}#:~:text={_encoded(words)}"
    return None


def _word_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _encoded(words: str) -> str:
    """Percent-encoded; "-" too, which has a meaning of its own in a fragment."""
    return quote(words, safe="").replace("-", "%2D")
