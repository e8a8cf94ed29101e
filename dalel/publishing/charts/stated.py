"""The frame all charts of statements share: marks drawn where there are any, else a picture that says why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import Mark, plotted
from dalel.publishing.charts.sheet import Frame, Sheet, empty
from dalel.publishing.charts.source import nothing


def stated(made: Sequence[Mark], around: Frame, level: str, drawn: Callable[[Sequence[Mark], Frame], Sheet]) -> Chart:
    """The chart of some marks: `drawn` puts them on a sheet; `plotted` holds exactly their values."""
    language = around.language
    figure = drawn(made, around).figure if made else empty(around, nothing(language))
    shown = plotted(made, language)
    return Chart(figure=figure, plotted=shown, title=around.title, language=language, level=level, sample=around.sample)
