"""What a number counts or measures: the unit that follows it, the noun of a clause, signs and letters, shares."""
