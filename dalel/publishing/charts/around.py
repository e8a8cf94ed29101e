"""What stands around a chart: subtitle, key of the marks present, footer; and the line where nothing is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from dalel.publishing import gate, names, prose
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.layout import WIDE, Layout
from dalel.publishing.charts.sheet import Frame, Key, Sheet
from dalel.publishing.linked import Linked, filled
from dalel.publishing.tables.joining import Row, is_sample
from dalel.publishing.wording import unit_name, when, word


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a chart is made from: the frame of `joined`, the rows of it that are drawn, language and evidence level."""

    frame: pd.DataFrame
    found: Sequence[Row]
    language: str
    level: str


def said(phrase: str, language: str, **given: str) -> Linked:
    """One of the phrases about charts, links kept."""
    return filled(prose.says(language)["charts"][phrase], **given)


def framed(
    title: str, subtitle: str, shown: Shown, keys: Iterable[Key],
) -> Frame:  # fmt: skip
    """The frame of a chart of these rows; a key says each name once."""
    return Frame(
        title=title,
        subtitle=subtitle,
        language=shown.language,
        sample=is_sample(shown.frame),
        layout=WIDE,
        source=_footer(shown.frame, shown.found, shown.language, shown.level),
        keys=tuple({key.name: key for key in keys}.values()),
    )


def chart(
    drawn: Callable[[Frame], Sheet] | None, around: Frame, title: Linked, plotted: pd.DataFrame, level: str
) -> Chart:
    """A chart that `drawn` puts on a sheet in either layout; None: there is nothing to draw, which the title says."""

    def draw(layout: Layout) -> Figure:
        assert drawn is not None
        return drawn(replace(around, layout=layout)).figure

    return Chart(
        draw=draw if drawn else None,
        plotted=plotted,
        title=title if drawn else said("nothing", around.language, title=around.subtitle),
        language=around.language,
        level=level,
        sample=around.sample,
    )


def subtitle(what: str, unit: str | None, found: Sequence[Row], language: str) -> str:
    """Measure, unit, place and period, as far as all rows share them."""
    regions = {row["region"] for row in found}
    place = names.region(regions.pop(), language) if len(regions) == 1 else ""
    days = sorted(str(row["as_of"])[:4] for row in found if row["as_of"] and str(row["as_of"])[:4].isdigit())
    period = "" if not days else days[0] if days[0] == days[-1] else f"{days[0]}–{days[-1]}"
    return " · ".join(filter(None, (what, unit_name(unit, language), place, period)))


def _footer(frame: pd.DataFrame, found: Sequence[Row], language: str, level: str) -> str:
    outlets = sorted({str(row["outlet"]) for row in found if row.get("outlet")})
    day = frame.attrs.get("collected")
    return str(
        said(
            "footer",
            language,
            count=str(len(outlets)),
            outlets=", ".join(outlets),
            level=str(
                said("all_shown", language)
                if level in gate.LEVELS[-2:]
                else said("above", language, level=word("verdicts", level, language))
            ),
            day=when(day, language),
        )
    ).strip()


def looks(**look: Any) -> tuple[tuple[str, Any], ...]:
    """The look of a mark, as a key keeps it."""
    return tuple(sorted(look.items()))
