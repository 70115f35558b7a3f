"""The order of words in lists: by letters, as the languages' dictionaries have it.

Source: the Unicode collation algorithm's default order for Latin and Hebrew letters, in which
accents and points decide only between words of the same letters; Spanish has ñ as a letter
after n. (pyuca was weighed: unkept, and 1.5 MB of tables for letters that no page has.)
"""

from unicodedata import combining, normalize

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
OWN_LETTERS = {"es": {"ñ": "n\uffff"}}


def sort_key(text: str, language: str) -> tuple[str, str]:
    """Return what to sort a text by, in a language: its letters, then the text itself."""
    letters = normalize("NFC", text).casefold().translate(LIGATURES)
    for letter, place in OWN_LETTERS.get(language, {}).items():
        letters = letters.replace(letter, place)
    bare = "".join(sign for sign in normalize("NFD", letters) if not combining(sign))
    return "".join(sign for sign in bare if sign.isalnum() or sign in " \uffff"), text
