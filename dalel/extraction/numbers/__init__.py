"""The number grammar: from a position with a digit or a number word to an exact value, its unit and its modality.

scan finds where to look, digits and numerals read the number, units what follows it, left what precedes it, exclusions
what is no quantity, ranges and ratios join two numbers, elision lends a unit from the same sentence, reader ties them
together. Words come from languages/<language>/numbers.toml and nouns.toml; the rules are the same for every language.
"""
