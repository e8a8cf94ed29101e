"""What the marks inside a line of HTML mean: struck-out words are not said; a raised number is a note or a power.

«построят <del>25</del> 20 школ» says 20; «300<sup>1</sup> школ» is 300 with a note, «10<sup>9</sup>» is 10^9.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_STRUCK = frozenset({"del", "s", "strike"})
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_STRIKING = re.compile(r"\.([\w-]{1,60})\s*\{[^{}]*text-decoration(?:-line)?\s*:[^;{}]*\bline-through\b", re.IGNORECASE)
_STYLES = 200_000  # characters of a page's own styles that are looked at
_NOTE = re.compile(r"[\[(]?\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}\s?[\])]{0,2}|[*†‡]{1,4}")
_POWER = re.compile(r"[-−–]?\d{1,2}")
_TEN = re.compile(r"(?<![\d.,])10$")
_LETTERS = re.compile(r"[^\W\d_]+$")
_SHORTEST = 3  # letters of a word after which a raised number is a note; «м», «км», «cm» have squares and cubes
_TAIL = 60  # characters before a raised number by which it is judged
_CLOSING = '.,;:!?…»”’")]'


def settle(tree: HtmlElement) -> None:
    """Takes struck-out words and notes out of `tree` and writes powers of ten as 10^9."""
    for element in _struck(tree):
        if element.getparent() is not None:
            element.drop_tree()
    for raised in list(tree.iter("sup")):
        told = " ".join(raised.text_content().split())
        said = raised_text(_before(raised), told)
        if said != told:
            for child in list(raised):
                raised.remove(child)
            raised.text = said
            raised.drop_tag()


def raised_text(before: str, told: str) -> str:
    """What raised text says after the text `before`: nothing where it is a note, «^9» for a power, else itself."""
    if _TEN.search(before) and _POWER.fullmatch(told):
        return f"^{told}"
    return "" if _NOTE.fullmatch(told) and _is_note(before) else told


def _is_note(before: str) -> bool:
    """Whether a raised number after this text is a note: after a number, a word, a sentence, or at the head of a line.

    After a unit of length it is a square or a cube.
    """
    last = before[-1:]
    if not last or last.isdigit() or last in _CLOSING:
        return True
    letters = _LETTERS.search(before)
    return letters is not None and len(letters[0]) >= _SHORTEST and letters[0].lower() != "мкм"


def _struck(tree: HtmlElement) -> list[HtmlElement]:
    found = list(tree.iter(*_STRUCK))
    styled = tree.xpath("//*[contains(@style, 'line-through') or contains(@style, 'LINE-THROUGH')]")
    found += [element for element in styled if _LINE_THROUGH.search(element.get("style"))]
    told = "".join(style.text or "" for style in tree.iter("style"))[:_STYLES]
    if "line-through" in told and (names := set(_STRIKING.findall(told))):
        found += [one for one in tree.xpath("//body//*[@class]") if names & set(one.get("class").split())]
    return found


def _before(element: HtmlElement) -> str:
    """The text directly before an element in its parent, without blanks at its end."""
    before = element.getprevious()
    if before is None:
        return (element.getparent().text or "").rstrip() if element.getparent() is not None else ""
    return (before.tail or "").rstrip() or before.text_content().rstrip()


class Told:
    """Text of runs that may be raised, added one after the other; raised ones in a row are judged together."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._raised = ""

    def add(self, text: str, raised: bool) -> None:
        """Adds a run."""
        if raised:
            self._raised += text
            return
        self._settle()
        self._said.append(text)

    def text(self) -> str:
        """All of it, notes left out and powers of ten as 10^9."""
        self._settle()
        return "".join(self._said)

    def _settle(self) -> None:
        if self._raised:
            before = "".join(self._said[-8:])[-_TAIL:].rstrip()
            self._said.append(raised_text(before, " ".join(self._raised.split())))
            self._raised = ""
