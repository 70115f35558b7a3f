"""Files that visitors download as they are: tables and texts."""

import stat
import unicodedata
import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from media.validation.answers import Facts, Refused

MAX_UNPACKED = 500 * 1024 * 1024
"""In bytes: what an office document may hold once unpacked."""
MAX_ENTRIES = 20_000
LONGEST_ENTRY = 250
"""In characters: what file systems take."""
MAX_RATIO = 200
"""How many times larger than packed. Honest office documents stay below 50."""


def check(path: str) -> Facts:
    """Check an office document (a ZIP file of its own kind) or a plain text."""
    with Path(path).open("rb") as file:
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
    if len(entries) > MAX_ENTRIES or any(is_unsafe(entry) for entry in entries):
        raise Refused(
            _(
                "This file is packed in a way that no office program packs: parts of it would leave"
                " its folder. Open it in the program that made it, and save it anew."
            )
        )
    unpacked = sum(entry.file_size for entry in entries)
    squeezed = sum(entry.compress_size for entry in entries) or 1
    # Parts that lie upon each other unpack the same bytes many times.
    overlapping = squeezed > Path(str(packed.filename)).stat().st_size
    large = unpacked > MAX_UNPACKED or unpacked > max(squeezed * MAX_RATIO, 10_000_000)
    if large or overlapping:
        raise Refused(
            _("This file unpacks to far more than it claims. The museum does not take it.")
        )
    inside = {entry.filename for entry in entries}
    if any(has_macros(name) for name in inside):
        raise Refused(_("This document has macros. Save it without them."))
    if "[Content_Types].xml" in inside:
        return Facts("application/vnd.openxmlformats-officedocument")
    if "mimetype" in inside:
        return Facts("application/vnd.oasis.opendocument.text")
    raise Refused(_("This is an archive. Send the files in it one by one."))


def is_unsafe(entry: zipfile.ZipInfo) -> bool:
    """Would this part be written elsewhere than below the folder that it is unpacked in?"""
    name = entry.orig_filename.replace("\\", "/")
    parts = name.split("/")
    outside = name.startswith("/") or ".." in parts or ":" in parts[0]
    odd = any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name)
    mode = entry.external_attr >> 16
    return outside or odd or stat.S_ISLNK(mode) or len(name) > LONGEST_ENTRY


def has_macros(name: str) -> bool:
    """Is this part of an office document a program, by its place?"""
    return name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/"))


def check_text(path: str) -> Facts:
    """Refuse what is no text from its first line to its last."""
    with Path(path).open("rb") as file:
        content = file.read()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise Refused(_("This text is not in Unicode (UTF-8). Save it so.")) from broken
    if b"\0" in content:
        raise Refused(_("This file is damaged. Send it again from where it came."))
    return Facts("text/plain")
