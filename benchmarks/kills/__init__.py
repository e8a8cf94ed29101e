"""Commands killed at a chosen change of a file, and what the next run makes of what is left."""
