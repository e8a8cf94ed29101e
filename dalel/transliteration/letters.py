"""Which letter stands for which, per alphabet. Facts, no rule: the rules are in latin.py and arabic.py."""

from __future__ import annotations

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c"  # soft hyphen, zero widths, direction marks, BOM

# Latin letters shared by the alphabets of 2018 and 2021, then what only one of them has.
LATIN = {
    "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "j": "ж", "k": "к", "l": "л",
    "m": "м", "n": "н", "o": "о", "p": "п", "q": "қ", "r": "р", "s": "с", "t": "т", "v": "в", "w": "у", "x": "х",
    "z": "з", "ç": "ч", "ə": "ә", "ŋ": "ң",
}  # fmt: skip
ACUTE = {"á": "ә", "ǵ": "ғ", "ń": "ң", "ó": "ө", "ú": "ү", "ý": "у", "u": "ұ", "y": "ы", "i": "і", "ı": "и"}
UMLAUT = {"ä": "ә", "ğ": "ғ", "ñ": "ң", "ö": "ө", "ü": "ү", "ū": "ұ", "ş": "ш", "u": "у"}  # y, i, ı by context
LATIN_PAIRS = {"sh": "ш", "ch": "ч"}
LATIN_VOWELS = frozenset("aeouyiıáóúäöüūə")

# A stray Cyrillic letter in a Latin word, by its looks; the acute that follows it is combining.
LOOKALIKE_LATIN = dict(zip("аеіоорсухһАВЕІКМНОРСТУХ", "aeioopcyxhABEIKMHOPCTYX", strict=True))
# A stray Latin letter in a Cyrillic word, by its looks.
LOOKALIKE_CYRILLIC = dict(zip("aceiopxyhəABCEHIKMOPTXYƏ", "асеіорхуһәАВСЕНІКМОРТХУӘ", strict=True))

# Arabic script: the vowels in pairs (back, front).
ARABIC_VOWELS = {"ا": "аә", "و": "оө", "ۇ": "ұү", "ى": "ыі", "أ": "аә", "ٵ": "әә", "ٶ": "өө", "ٷ": "үү", "ٸ": "іі"}
ARABIC = {
    "ب": "б", "پ": "п", "ت": "т", "ج": "ж", "چ": "ч", "ح": "х", "خ": "х", "د": "д", "ر": "р", "ز": "з", "س": "с",
    "ش": "ш", "ع": "ғ", "غ": "ғ", "ف": "ф", "ق": "қ", "ك": "к", "ک": "к", "گ": "г", "ڭ": "ң", "ل": "л", "م": "м",
    "ن": "н", "ھ": "һ", "ه": "е", "ە": "е", "ة": "е", "ۋ": "у", "ۆ": "в", "ڤ": "в", "ي": "и", "ی": "и", "ئ": "и",
}  # fmt: skip
HAMZA = "ءٴٔ"  # the letter, the high hamza, the combining one: the word's vowels are front
FRONT = frozenset("كکگەهة")  # letters only front words have: they are written without hamza
BACK = frozenset("قعغ")
TATWEEL = "\u0640"
ARABIC_SIGNS = dict(zip("،؛؟٪٫٬٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", ",;?%,'01234567890123456789", strict=True))

# What Latin and Arabic spellings cannot tell apart, on one letter each.
_SKELETON = tuple(zip("әөүұіийэһё", "аоууыыыехе", strict=True))


def skeleton(text: str) -> str:
    """`text` (lower case, Cyrillic) with letters that the other scripts spell alike made equal; the length is kept."""
    for letter, plain in _SKELETON:  # one after the other: sixty times as fast as str.translate beyond ASCII
        text = text.replace(letter, plain)
    return text
