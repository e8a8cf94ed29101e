"""What the checks share: the case, rounding, scopes, archived text, examples, the verdict. No question of its own."""
