"""Why a file cannot be used, in words for curators."""


class Refused(Exception):
    """A file that the museum does not take.

    The message says why and what to do, in the active language.
    """


def first_line(failure: Exception) -> str:
    """Return the first line that tells something:
    libvips begins with what it was unable to call.
    """
    lines = (line.strip() for line in str(failure).splitlines())
    return next((line for line in lines if line and not line.startswith("unable to call")), "")
