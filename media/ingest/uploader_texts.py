"""What the page “Add files” says while files arrive, in the curator's language."""

from django.utils.translation import gettext as _


def uploader_texts() -> dict[str, str]:
    """Return the texts of `frontend/admin/uploader/`, by the keys that it uses."""
    return {
        "drop": _("Drop files here, or %{browseFiles}"),
        "browse": _("choose them"),
        "kinds": _("This page takes files with these endings: %{types}"),
        "checking": _("Checking “%(name)s”, %(number)s of %(count)s"),
        "made": _("Added: %(title)s"),
        "refused": _("Not taken: %(reason)s"),
        "duplicate": _("The museum has this very file already, as “%(title)s”."),
        "twice": _("Add it a second time"),
        "discard": _("Leave it out"),
        "discarded": _("Left out"),
        "again": _("Check again"),
        "open": _("Describe it"),
        "see": _("Look at it"),
        "lost": _(
            "The connection to the museum broke. Choose the same file again: what has"
            " arrived is kept."
        ),
    }
