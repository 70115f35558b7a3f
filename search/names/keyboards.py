"""What was meant by words that were typed on the keyboard of another script.

    >>> on_the_other(",yuti")
    'תטואן'
    >>> on_the_other("איק דביםםך")
    'the school'

The layout is the Israeli standard SI 1452, as X11 has it (xkeyboard-config, symbols/il), beside US
QWERTY; capitals count as small letters.
"""

import re

LATIN = "qwertyuiopasdfghjkl;'zxcvbnm,./"
HEBREW = "/'קראטוןםפשדגכעיחלךף,זסבהנמצתץ."
_TO_HEBREW = str.maketrans(LATIN, HEBREW)
_TO_LATIN = str.maketrans(HEBREW, LATIN)
_HEBREW_LETTER = re.compile("[\u05d0-\u05ea]")
_LATIN_LETTER = re.compile("[A-Za-z]")


def on_the_other(text: str) -> str:
    """Return what the same keys write on the other layout; nothing for mixed or other scripts."""
    has_hebrew, has_latin = bool(_HEBREW_LETTER.search(text)), bool(_LATIN_LETTER.search(text))
    if has_hebrew == has_latin:
        return ""
    return text.lower().translate(_TO_LATIN if has_hebrew else _TO_HEBREW)
