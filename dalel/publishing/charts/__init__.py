"""Charts: frames in, a `Chart` out, that a notebook shows and `save` writes with its numbers and its passport.

One house style for print, grey and colour-blind readers: shape, hatch and a printed value say everything that colour
says. Every function takes the frame of `tables.joined`, a language and an evidence level; what lies below the level is
a visible blank with its reason. Nothing is added up.
"""

from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.places import amounts
from dalel.publishing.charts.promises import statuses
from dalel.publishing.charts.ratios import shares
from dalel.publishing.charts.saved import check_folder, save, uses
from dalel.publishing.charts.standing import verdicts
from dalel.publishing.charts.times import timeline
from dalel.publishing.charts.wholes import parts

__all__ = ["Chart", "amounts", "check_folder", "parts", "save", "shares", "statuses", "timeline", "uses", "verdicts"]
