"""Time and memory against the number of pages, from archive to verdicts: `python -m benchmarks.scale`."""
