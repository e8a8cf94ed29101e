"""Charts: frames in, a `Chart` out, that a notebook shows and `save` writes with its numbers and its passport.

One house style for print, grey and colour-blind readers: shape, hatch and a printed value say everything that colour
says. Every function takes the frame of `tables.joined`, a language and an evidence level; what lies below the level is
a visible blank with its reason. Nothing is added up. A title is a sentence made of claims; where there is
nothing to draw there is no picture, and the title says so.
"""

from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.places import amounts
from dalel.publishing.charts.prices import prices
from dalel.publishing.charts.promises import statuses
from dalel.publishing.charts.ratios import shares
from dalel.publishing.charts.saved import check_folder, save, uses
from dalel.publishing.charts.standing import verdicts
from dalel.publishing.charts.times import timeline
from dalel.publishing.charts.wholes import parts

__all__ = [
    "Chart", "amounts", "check_folder", "parts", "prices", "save", "shares", "statuses", "timeline", "uses", "verdicts"
]  # fmt: skip
