"""Frames: one kind of statement each (allocate, build, need …), its words by language and what it says of a number.

What a frame says stands in frames.toml, its words in languages/<language>/frames.toml; both are data.
"""
