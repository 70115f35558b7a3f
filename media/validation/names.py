"""Names of files: what a disk, a link or a reader's eye could be misled by is refused."""

import unicodedata

from django.utils.translation import gettext as _

from media.validation.answers import Refused

LONGEST = 200
"""In characters. Storage and titles have room for a little more."""

# Devices of Windows, to which some curator will one day download an original.
RESERVED = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
# They turn the letters after them round, so that a program reads as a picture.
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check(name: str) -> None:
    """Raise Refused for a name that the museum does not take."""
    if "/" in name or "\\" in name:
        raise Refused(_("The file's name has a folder in it. Send it with its own name alone."))
    if TURNING & set(name):
        raise Refused(
            _(
                "The file's name has invisible characters that turn its letters round. Rename the file."
            )
        )
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in name):
        raise Refused(_("The file's name has control characters. Rename the file."))
    if len(name) > LONGEST:
        raise Refused(
            _("The file's name is longer than %(limit)d characters. Shorten it.")
            % {"limit": LONGEST}
        )
    stem = (name.rpartition(".")[0] if "." in name else name).strip(" .")
    if not stem or name != name.strip() or name.endswith("."):
        raise Refused(_("The file needs a name before its extension, without spaces around it."))
    if stem.partition(".")[0].lower() in RESERVED:
        raise Refused(
            _("“%(name)s” is a name that some computers keep for themselves. Rename the file.")
            % {"name": name}
        )
