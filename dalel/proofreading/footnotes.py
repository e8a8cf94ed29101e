"""Citations of what the archive backs, as footnotes in Markdown: `[^id]` behind the number, the citation below.

Footnotes are the syntax of Pandoc, GitHub and GitLab. A number that has its mark already gets no second one.
"""

from __future__ import annotations

from collections.abc import Callable

from dalel.errors import InvalidValue
from dalel.proofreading.opening import MARKDOWN, TEXTS
from dalel.proofreading.report import Checked


def check_form(name: str) -> None:
    """InvalidValue where a file of this name can have no footnotes."""
    if not name.lower().endswith((*MARKDOWN, *TEXTS)):
        raise InvalidValue(f"--into {name}: footnotes are written into Markdown; name a file that ends in .md or .txt")


def with_footnotes(checked: Checked, cite: Callable[[str], str]) -> tuple[str, int]:
    """The text with a footnote for every number that is backed, and how many numbers were given one.

    `cite` gives the citation of a claim id, in one line.
    """
    text, added = checked.manuscript.given, 0
    wanted: list[str] = []
    for mark in sorted(checked.marks, key=lambda mark: -mark.end):
        if mark.finding == "backed":
            reference = f"[^{mark.claims[0]}]"
            wanted.append(mark.claims[0])
            if not text.startswith(reference, mark.end):
                text = f"{text[: mark.end]}{reference}{text[mark.end :]}"
                added += 1
    notes = [f"[^{one}]: {cite(one)}" for one in dict.fromkeys(reversed(wanted)) if f"\n[^{one}]: " not in f"\n{text}"]
    if not notes:
        return text, added
    gap = "\n" if text.rstrip("\n").rpartition("\n")[2].startswith("[^") else "\n\n"
    return text.rstrip("\n") + gap + "\n".join(notes) + "\n", added
