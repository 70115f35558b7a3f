"""Files that visitors download as they are: tables and texts."""

import zipfile

from django.utils.translation import gettext as _

from media.validation.answers import Facts, Refused

MAX_UNPACKED = 500 * 1024 * 1024
"""In bytes: what an office document may hold once unpacked."""
MAX_RATIO = 200
"""How many times larger than packed. Honest office documents stay below 50."""


def check(path: str) -> Facts:
    """Check an office document (a ZIP file of its own kind) or a plain text."""
    with open(path, "rb") as file:
        if file.read(2) != b"PK":
            return check_text(path)
    try:
        with zipfile.ZipFile(path) as packed:
            return check_office(packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as broken:
        raise Refused(_("This file is damaged. Send it again from where it came.")) from broken


def check_office(packed: zipfile.ZipFile) -> Facts:
    """Refuse bombs by the directory of the archive, macros, and archives that are no document."""
    entries = packed.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    squeezed = sum(entry.compress_size for entry in entries) or 1
    if unpacked > MAX_UNPACKED or unpacked > max(squeezed * MAX_RATIO, 10_000_000):
        raise Refused(
            _("This file unpacks to far more than it claims. The museum does not take it.")
        )
    inside = {entry.filename for entry in entries}
    if any(name.lower().endswith("vbaproject.bin") for name in inside):
        raise Refused(_("This document has macros. Save it without them."))
    if "[Content_Types].xml" in inside:
        return Facts("application/vnd.openxmlformats-officedocument")
    if "mimetype" in inside:
        return Facts("application/vnd.oasis.opendocument.text")
    raise Refused(_("This is an archive. Send the files in it one by one."))


def check_text(path: str) -> Facts:
    """Refuse what is no text from its first line to its last."""
    with open(path, "rb") as file:
        content = file.read()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise Refused(_("This text is not in Unicode (UTF-8). Save it so.")) from broken
    if b"\0" in content:
        raise Refused(_("This file is damaged. Send it again from where it came."))
    return Facts("text/plain")
