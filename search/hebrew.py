"""Hebrew writes "and", "the", "in", "to" and their kin onto the word itself: ספר, הספר, ושבספר.

The index therefore also holds a word without such letters, so that whoever asks for the bare word
finds it. This is no grammar: מכתב (a letter) also answers to כתב, which costs little, while a
visitor who finds no school because the text says "in the school" has lost everything.
"""

import re

# Vav comes first if at all, then she- and its compounds, then ha-, ke-, be-, le- or mi-.
_PREFIXES = re.compile("ו?(?:ש|כש|מש|לכש)?[הכבלמ]?")
# A Hebrew root has three letters; shorter remains are chance.
_SHORTEST = 3


def bare_words(words: str) -> str:
    """The Hebrew words that stand behind prefixes in `words` (in search spelling), once each.

    >>> bare_words("הספר ושבבית globe")
    'ספר שבבית בבית בית'
    """
    found: dict[str, None] = {}
    for word in words.split():
        prefixes = _PREFIXES.match(word)
        longest = min(prefixes.end() if prefixes else 0, len(word) - _SHORTEST)
        for start in range(1, longest + 1):
            found[word[start:]] = None
    return " ".join(found)
