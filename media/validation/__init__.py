"""Is a file what it says, whole and harmless?

One module a kind of file, asked before anything is kept.

Each module has `check(path) -> Facts`, which reads headers before it decodes anything, and raises
`Refused` with a message for curators. `of` finds the module by a file's content.
"""

from media.validation.answers import Facts, Refused
from media.validation.dispatch import of

__all__ = ["Facts", "Refused", "of"]
