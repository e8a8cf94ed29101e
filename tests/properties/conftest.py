"""Hypothesis settings of this folder: the same examples on every run, no time limit per example (shared machines)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "dalel", derandomize=True, deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("dalel")
