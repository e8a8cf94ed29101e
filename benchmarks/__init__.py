"""Measurements of dalel: accuracy of what it reads, speed, memory. Run from the clone, nothing in dalel/ imports it.

`python -m benchmarks.accuracy`, `python -m benchmarks.speed`. Conventions not followed on purpose: NOTES.md.
"""
