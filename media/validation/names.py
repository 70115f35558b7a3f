"""Names of files: what a disk, a link or a reader's eye could be misled by is refused."""

import unicodedata

from django.utils.translation import gettext as _

from media.validation.answers import Refused

LONGEST = 200
"""In characters. Storage and titles have room for a little more."""

# Devices of Windows, to which some curator will one day download an original.
RESERVED = (
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{device}{n}" for device in ("com", "lpt") for n in (*range(10), "¹", "²", "³")}
)  # fmt: skip
# They turn the letters after them round, so that a program reads as a picture.
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters and signs that show nothing, though Unicode does not say so by their category.
BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
JOINERS = "\u200c\u200d"
"""They shape letters in Persian and in the scripts of India; anywhere else they hide."""
INVISIBLE = ("Cf", "Cn", "Co")
CONTROL = ("Cc", "Cs", "Zl", "Zp")
MOST_MARKS = 6
"""On one letter. Pointed Hebrew with accents has five."""


def check(name: str) -> None:
    """Raise Refused for a name that the museum does not take."""
    if "/" in name or "\\" in name:
        raise Refused(_("The file's name has a folder in it. Send it with its own name alone."))
    if TURNING & set(name):
        raise Refused(
            _(
                "The file's name has invisible characters that turn its letters round. Rename"
                " the file."
            )
        )
    if any(unicodedata.category(letter) in CONTROL for letter in name):
        raise Refused(_("The file's name has control characters. Rename the file."))
    if has_invisible(name):
        raise Refused(
            _("The file's name has characters that nobody sees. Type its name anew, and send it.")
        )
    if is_flooded(name):
        raise Refused(_("The file's name has too many marks on one letter. Rename the file."))
    if len(name) > LONGEST:
        raise Refused(
            _("The file's name is longer than %(limit)d characters. Shorten it.")
            % {"limit": LONGEST}
        )
    check_stem(name)


def check_stem(name: str) -> None:
    """Refuse names that disks shorten or keep for themselves."""
    stem = (name.rpartition(".")[0] if "." in name else name).strip(" .")
    if not stem or name != name.strip() or name.endswith("."):
        raise Refused(_("The file needs a name before its extension, without spaces around it."))
    # Windows sees only what stands before the first dot, without spaces.
    if stem.partition(".")[0].strip().lower() in RESERVED:
        raise Refused(
            _("“%(name)s” is a name that some computers keep for themselves. Rename the file.")
            % {"name": name}
        )


def has_invisible(name: str) -> bool:
    """Does a name hold characters that show nothing and mean nothing where they stand?"""
    for before, letter, after in zip(" " + name, name, name[1:] + " ", strict=False):
        joins = letter in JOINERS and joined(before) and joined(after)
        if letter in BLANK or (unicodedata.category(letter) in INVISIBLE and not joins):
            return True
    return False


def joined(letter: str) -> bool:
    """Is this a letter, or a mark or sign on one, that a joiner may stand beside?"""
    return unicodedata.category(letter) in ("Lo", "Mn", "Mc", "So", "Sk")


def is_flooded(name: str) -> bool:
    """Do more marks stand on one letter than any script has?"""
    marks = 0
    for letter in unicodedata.normalize("NFD", name):
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if marks > MOST_MARKS:
            return True
    return False
