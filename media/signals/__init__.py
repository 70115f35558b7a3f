"""What happens when a file arrives, is replaced or deleted; one module a kind of file."""

from media.signals import (  # noqa: F401  (registers the receivers)
    objects,
    originals,
    pictures,
    recordings,
    shown,
)
