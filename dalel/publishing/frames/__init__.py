"""Tables to compute with: pandas frames of exact values that are shown as the reader's table.

typed(frame, level, language) -> DataFrame          claims: exact values, units, dates, categories; id as index
shares(frame, findings, language, level) -> DataFrame   stated shares beside the counts stated with them
of_news(news) -> DataFrame                           what watches found new, one row a piece of news
counted(table) -> DataFrame                          a table of counts with whole numbers as int64
Table(frame, reader=Reader(…))                       a frame, shown as the reader's table while its rows are as made
"""

from dalel.publishing.frames.novelty import NEWS, of_news
from dalel.publishing.frames.shares import shares
from dalel.publishing.frames.table import Reader, Table
from dalel.publishing.frames.typed import COLUMNS, counted, typed

__all__ = ["COLUMNS", "NEWS", "Reader", "Table", "counted", "of_news", "shares", "typed"]
