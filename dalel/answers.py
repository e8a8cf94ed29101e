"""What `dalel find` prints: numbers with their sentence, the number in ⟦…⟧; what they are of; and what was searched."""

from __future__ import annotations

from pathlib import Path

from dalel.display import ERR, OUT, escape, short
from dalel.marking import marked
from dalel.search import Answer, Hit

SHOWN = 20  # answers, where none is said
NONE = "—"  # of a facet: not told


def answer(found: Answer) -> None:
    """The answers, then the facets; of none what was searched and what each word finds by itself."""
    for hit in found.hits:
        _hit(hit)
    for passage in found.passages:
        OUT.print(escape(short(passage.sentence)))
        told = (passage.outlet, passage.published or "undated", f"{passage.claims} claims", passage.url)
        OUT.print(f"  [dim]{escape(', '.join(told))}[/dim]")
    for name, counts in found.facets.items():
        if found.total and len(counts) > 1:
            listed = ", ".join(f"{NONE if value is None else value} {count}" for value, count in counts)
            OUT.print(f"[bold]{name:<10}[/bold]{escape(listed)}")
    OUT.print(escape(found.summary()))


def written(found: Answer, path: Path) -> None:
    """Where the answers went; beside the file, on standard error."""
    ERR.print(f"{escape(found.summary())}: {escape(str(path))}")


def _hit(hit: Hit) -> None:
    sentence = marked(hit.sentence, hit.quote, hit.at)
    OUT.print(escape(short(sentence)))
    about = (hit.indicator or hit.measure, hit.region or "no region", hit.as_of or "no date", hit.status or "no status")
    told = f"{hit.claim_id}  {hit.verdict}  {', '.join(about)}; {hit.outlet}"
    OUT.print(f"  [dim]{escape(told)}[/dim]")
