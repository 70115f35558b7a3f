"""Fixed lists of the catalogue: languages, scripts, roles, audiences, palettes, finishes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(TextChoices):
    """Languages of inscriptions and names, as BCP 47 codes."""

    HEBREW = "he", _("Hebrew")
    LADINO = "lad", _("Ladino")
    HAKETIA = "lad-MA", _("Haketia")
    JUDEO_ARABIC = "jrb", _("Judeo-Arabic")
    JUDEO_PERSIAN = "jpr", _("Judeo-Persian")
    ARABIC = "ar", _("Arabic")
    PERSIAN = "fa", _("Persian")
    TURKISH = "tr", _("Turkish")
    OTTOMAN = "ota", _("Ottoman Turkish")
    SPANISH = "es", _("Spanish")
    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")
    ITALIAN = "it", _("Italian")
    GREEK = "el", _("Greek")
    BULGARIAN = "bg", _("Bulgarian")
    ARAMAIC = "arc", _("Aramaic")


class Script(TextChoices):
    """Scripts as ISO 15924 codes."""

    HEBREW = "Hebr", _("Hebrew script")
    LATIN = "Latn", _("Latin script")
    ARABIC = "Arab", _("Arabic script")
    GREEK = "Grek", _("Greek script")
    CYRILLIC = "Cyrl", _("Cyrillic script")


RIGHT_TO_LEFT = {
    Language.HEBREW,
    Language.JUDEO_ARABIC,
    Language.JUDEO_PERSIAN,
    Language.ARABIC,
    Language.PERSIAN,
    Language.OTTOMAN,
    Language.ARAMAIC,
}


def direction(language: str, script: str = "") -> str:
    """Return `rtl`, `ltr` or, where the language is written in several scripts, `auto`."""
    if script:
        return "rtl" if script in (Script.HEBREW, Script.ARABIC) else "ltr"
    if language in (Language.LADINO, Language.HAKETIA):
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


class Role(TextChoices):
    """What a person has to do with an artifact."""

    AUTHOR = "author", _("Author")
    PRINTER = "printer", _("Printer")
    PHOTOGRAPHER = "photographer", _("Photographer")
    MAKER = "maker", _("Maker")
    DESIGNER = "designer", _("Designer")
    TEACHER = "teacher", _("Teacher")
    DONOR = "donor", _("Donor")
    DEPICTED = "depicted", _("Depicted")
    ADDRESSEE = "addressee", _("Addressee")


# Whoever made an item; the others are named with it.
MAKERS = {Role.AUTHOR, Role.PRINTER, Role.PHOTOGRAPHER, Role.MAKER, Role.DESIGNER}


class Audience(TextChoices):
    """Whom a school taught."""

    BOYS = "boys", _("Boys")
    GIRLS = "girls", _("Girls")
    BOTH = "both", _("Girls and boys")


class Palette(TextChoices):
    """The curated palettes; the colours are in the design tokens."""

    INDIGO = "indigo", _("Indigo")
    POMEGRANATE = "pomegranate", _("Pomegranate")
    BRASS = "brass", _("Brass")
    OLIVE = "olive", _("Olive")
    TURQUOISE = "turquoise", _("Turquoise")
    INK = "ink", _("Ink")


class WallFinish(TextChoices):
    """What a room's walls are made of; the viewer paints them."""

    LIMEWASH = "limewash", _("Limewash")
    PLASTER = "plaster", _("Smooth plaster")
    LINEN = "linen", _("Linen")
    STONE = "stone", _("Stone")
    PANELLING = "panelling", _("Wood panelling")
    TILES = "tiles", _("Tiled dado")


class FloorFinish(TextChoices):
    """What a room's floor is made of."""

    OAK = "oak", _("Oak boards")
    HERRINGBONE = "herringbone", _("Herringbone parquet")
    STONE = "stone", _("Stone slabs")
    TERRAZZO = "terrazzo", _("Terrazzo")
    ZELLIGE = "zellige", _("Zellige tiles")
    CARPET = "carpet", _("Carpet")


class Light(TextChoices):
    """The light of a room."""

    DUSK = "dusk", _("Dusk, pools of light")
    DAY = "day", _("Daylight from above")
    CANDLE = "candle", _("Warm and low")


class Frame(TextChoices):
    """How a picture is framed on a wall."""

    NONE = "none", pgettext_lazy("frame", "No frame")
    WOOD = "wood", _("Wood")
    BRASS = "brass", _("Brass")
    BLACK = "black", _("Black")
    MAT = "mat", _("Wood with a mat")


class LabelSide(TextChoices):
    """Where the wall label hangs, seen by the visitor who faces the wall."""

    LEFT = "left", _("Left")
    RIGHT = "right", _("Right")
    BELOW = "below", _("Below")
    NONE = "none", pgettext_lazy("label", "No label")
