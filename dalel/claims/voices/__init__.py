"""Who says a number: mentions of persons and offices, the words that give one of them the word, how long it is kept."""
