"""Claims -> findings -> verdicts: one file per question, found by folder.

A file here asks one question and defines

- a docstring whose first line is the question,
- `ROLE`: what its findings count for in a verdict (see `foundation.discovery`),
- `check(case) -> Iterator[Finding]`,
- `EXAMPLES` and `NOT_EXAMPLES`: pages on which it must speak and pages on which it must keep silent.

A new check is a new file; nothing is registered. What several checks share lies in `foundation/`.
"""

from dalel.checks.foundation.case import Case
from dalel.checks.foundation.discovery import run, run_guarded
from dalel.checks.foundation.rule import VerdictRule, load_rule
from dalel.checks.foundation.verdicts import judge

__all__ = ["Case", "VerdictRule", "judge", "load_rule", "run", "run_guarded"]
