"""What a plain number can look like with what stands behind it, as expressions with the same groups."""

from __future__ import annotations

import re

SIGN, SIGN_CASE, FOLLOW = 4, 5, 6  # groups: "%", its ending; the word behind
POWERS = (1, 10, 100, 1000)  # of ten, by the number of decimals
GAPS = frozenset(" \n")  # what a plain number stands behind
# The end of the clause, a percent sign with its ending, or a word that nothing is glued to
BEHIND = (
    r"(?:(?=[,;)\n!?]|\Z|[.:](?:\s|\Z)| [—–] [^\W\d_¼½¾⅓⅔⅛])(?!,[0-9])"
    r"|[ \u00a0]?(%)(?:-([^\W\d_]{1,7}))?(?![-–\w])"
    r"|[ \u00a0]([^\W\d_¼½¾⅓⅔⅛]+)(?![-–\w/'$]|\.\S))"
)
# Groups 1 to 3: the digits, the decimals, a case ending; of a range the lower end, nothing, the upper end
CONTINENTAL = re.compile(
    r"([0-9]{1,3}(?:[ \u00a0][0-9]{3}){1,4}(?![0-9])|[0-9]{1,18})(?:,(?!000)([0-9]{1,3}))?(?:-([^\W\d_]{1,7}))?"
    + BEHIND
)
ENGLISH = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,18})(?:\.([0-9]{1,3}))?()" + BEHIND)
RANGE = re.compile(r"([0-9]{1,9})()[-–]([0-9]{1,9})" + BEHIND)
WORDS = re.compile(r"()()()" + BEHIND)  # behind a number in words
