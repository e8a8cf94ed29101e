"""What looks like a number and is no quantity: dates, ages, names, identifiers, one that counts nothing, chains."""
