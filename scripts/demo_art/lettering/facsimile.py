"""The words of the typeset documents, read from the demonstration museum's content."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

from home.demo.content import CONTENT

ARTIFACTS = CONTENT / "artifacts"


@dataclass(frozen=True)
class Facsimile:
    """What a document says, in its original language and logical order."""

    language: str
    heading: str
    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    signature: str = ""
    stamp: str = ""

    @property
    def direction(self) -> str:
        """The document's own direction."""
        return "rtl" if self.language in {"he", "fa", "ar", "lad"} else "ltr"


def read(key: str) -> Facsimile:
    """The facsimile text of an artifact."""
    with (ARTIFACTS / f"{key}.toml").open("rb") as file:
        return Facsimile(**tomllib.load(file)["facsimile"])
