"""How far a value is exact: approximators on both sides, what is glued to digits, parts of one."""
