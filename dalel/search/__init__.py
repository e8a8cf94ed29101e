"""Search over what is kept: claims and sentences by words of any of the three languages and scripts, with filters.

    stems     a word -> the form it is kept under           names     what claims are called in kk, ru and en
    schema    the tables of the file                        rows      a run -> their rows
    index     the file: made, kept, believed                asked     a question -> an FTS5 expression
    finding   a question -> what answers it (answer)         explore   the same file in Datasette

The file is documented for other tools in docs/search.md.
"""

from dalel.search.answer import Answer, Hit, Passage
from dalel.search.asked import Asked
from dalel.search.finding import find, sentences, understood
from dalel.search.index import FILE, Made, current, made, opened, save
from dalel.search.names import Names

__all__ = [
    "FILE", "Answer", "Asked", "Hit", "Made", "Names", "Passage", "current", "find", "made", "opened", "save",
    "sentences", "understood",
]  # fmt: skip
