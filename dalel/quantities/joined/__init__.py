"""Two numbers that belong together: ranges, amounts with their minor unit, parts and wholes, levels, conversions."""
