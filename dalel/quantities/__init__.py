"""The number grammar: from a position with a digit or a number word to an exact value, its unit and its modality.

reader goes through a text and ties the rest together. trigger finds where to look.
The short way reads what is plain, nine numbers in ten: quick digits, spelled number words, priced a sign before digits,
by the shapes of what stands around them; leads knows the word before, behind and closing the words after, settling
decides. Where it is not sure it says so, and the full grammar reads; both must say the same.
The full grammar: digits, numerals and fractions read the number, left what precedes it, units what follows; special and
ordinary put them together; ranges and compounds join two numbers.
Neither counts what is no quantity: exclusions (dates, ages, identifiers), belonging (names and persons), singles.
At last neighbours are looked at together: ratios and pairs (a part and its whole), changes, conversions (an amount said
again), and elision, where a unit was left out: said at the end of a list (series), with the amount before (gapping) or
of a noun before (mentions), if bareness says that nothing behind the number is what it counts.
What is counted: nouns look for it, heads for the noun that another only qualifies, phrases for one of several words.
Words come from languages/<language>/numbers.toml and nouns.toml; the rules are the same for every language.
"""
