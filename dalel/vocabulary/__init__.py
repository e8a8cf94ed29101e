"""What the numbers of a page count and measure: units and kinds of claims as tables, no rule.

`unit("KZT/month/child")` is a record with `base`, `per`, `scaled`, `kind` and `measure`; units.toml has a row for each
unit with its names in every language, measures.toml one for each measure. Adding a row adds a unit to reading, wording,
charts and checks.
"""

from dalel.vocabulary.measures import MEASURES, Measured
from dalel.vocabulary.units import UNITS, Unit, labelled, of_kind, unit

__all__ = ["MEASURES", "UNITS", "Measured", "Unit", "labelled", "of_kind", "unit"]
