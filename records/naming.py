"""Which of a record's many names a reader sees first, and in which script a name is written."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from exhibitions.vocabulary.choices import Language, Script


class NameKind(TextChoices):
    """What a name is; the first of them are shown before the last."""

    PREFERRED = "preferred", _("Preferred")
    OFFICIAL = "official", _("Official")
    MARRIED = "married", _("Married")
    BIRTH = "birth", _("At birth")
    PSEUDONYM = "pseudonym", _("Pseudonym")
    HONORIFIC = "honorific", _("Honorific")
    HISTORICAL = "historical", _("Historical")
    VARIANT = "variant", _("Other spelling")


RANKS = {kind: rank for rank, kind in enumerate(NameKind.values)}
NAME_LANGUAGES = [*Language.choices, ("mk", _("Macedonian"))]
"""The languages of the catalogue, and those in which places alone have names."""
SCRIPTS_OF_READERS = {"he": Script.HEBREW}
"""What readers of a language read it in, where that is not Latin."""
# How the Unicode names of a script's letters begin.
LETTERS = {
    "HEBREW": Script.HEBREW,
    "LATIN": Script.LATIN,
    "ARABIC": Script.ARABIC,
    "GREEK": Script.GREEK,
    "CYRILLIC": Script.CYRILLIC,
}


class InLetters:
    """What the letters of a `text` tell where its `script` (ISO 15924) is not said."""

    text: str
    script: str

    @property
    def written_in(self) -> str:
        """The script, as ISO 15924."""
        return self.script or script_of(self.text)

    @property
    def direction(self) -> str:
        return direction_of(self.written_in)


class Written(Protocol):
    """What is asked of a name."""

    @property
    def text(self) -> str: ...

    @property
    def language(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def written_in(self) -> str:
        """The script, as ISO 15924."""


N = TypeVar("N", bound=Written)


@dataclass(frozen=True)
class Naming(Generic[N]):
    """The name that a reader sees, and the other spellings, each text once.

    Without any name `shown` is None.
    """

    shown: N | None
    others: list[N]


def script_of(text: str) -> str:
    """Return the script of most of a text's letters (ISO 15924); empty for one we do not know."""
    words = (unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha())
    scripts = Counter(LETTERS[word] for word in words if word in LETTERS)
    return str(scripts.most_common(1)[0][0]) if scripts else ""


def direction_of(script: str) -> str:
    """Return the direction of a script; `auto` where it is not known."""
    if not script:
        return "auto"
    return "rtl" if script in (Script.HEBREW, Script.ARABIC) else "ltr"


def choose(names: Iterable[N], language: str) -> Naming[N]:
    """Choose the reader's language, then the reader's script, then the preferred name.

    Among equals the curator's order decides, in which the others follow too.
    """
    listed = list(names)
    script = SCRIPTS_OF_READERS.get(language, Script.LATIN)

    def distance(name: N) -> tuple[bool, bool, int]:
        rank = RANKS.get(name.kind, len(RANKS))
        return name.language != language, name.written_in != script, rank

    shown = min(listed, key=distance, default=None)
    others = {name.text: name for name in reversed(listed) if shown and name.text != shown.text}
    return Naming(shown, list(reversed(others.values())))
