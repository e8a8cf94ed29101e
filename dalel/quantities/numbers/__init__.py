"""Digits, number words and fractions -> exact values; a Reading is a number as far as it has been read."""
