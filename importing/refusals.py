"""Why a row is not taken, or waits for a curator's word."""

from dataclasses import dataclass, field


class Refused(ValueError):
    """A row that cannot be taken; the message is for its curator."""


@dataclass
class Unsure(Exception):
    """A text that may mean several things, or none that the museum knows: a curator chooses.

    `options` are (value, name), the likeliest first.
    """

    text: str
    options: list[tuple[str, str]] = field(default_factory=list)
