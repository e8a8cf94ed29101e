"""Each clause read once: its predicates, what frame they are of, and how they are told.

predicate is the record; by_dictionary and by_endings find predicates, the one where a dictionary knows every form of a
word (Russian), the other by what stands around a word and how it ends (Kazakh, English); governing says which
predicate speaks of a number.
"""
