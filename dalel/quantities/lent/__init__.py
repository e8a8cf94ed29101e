"""A unit named once and left out afterwards: at the end of a list, with the amount before, of a noun before."""
