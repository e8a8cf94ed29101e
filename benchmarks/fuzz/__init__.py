"""Mutated inputs for everything that reads what strangers write; `python -m benchmarks.fuzz` runs them."""
