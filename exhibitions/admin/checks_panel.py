"""The museum's own checks in the editor's checks panel.

The preview carries a notice `<span data-question="…">` for each open question of the page
(`exhibitions.vocabulary.open_questions`). The panel runs axe over the preview; axe's own check
`has-alt` is false on anything but a picture, so every notice that is there becomes an issue with
our words.
"""

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import BaseItem, ContentCheckerItem
from wagtail.models import Page

from exhibitions.geometry.problems import Code
from exhibitions.vocabulary import open_questions as questions

PREFIX = "museum-"

# What is asked, and what to do about it.
WORDS: dict[str, tuple[Promise, Promise]] = {
    questions.ALTERNATIVE_TEXT: (
        _("A picture has no alternative text"),
        _("Describe the picture for visitors who cannot see it; a catalogued work is no ornament."),
    ),
    questions.NUMBER: (
        _("The accession number is to be checked"),
        _("A copy was given the next free number. Compare it with the register."),
    ),
    questions.RIGHTS: (
        _("No rights statement"),
        _("Choose what others may do with the work. Choose “Copyright not evaluated” in doubt."),
    ),
    questions.SOURCES: (
        _("No source"),
        _("Name where the facts are written, so that a reader can check them."),
    ),
    questions.TRANSLATIONS: (
        _("Not translated into every language"),
        _("Choose “Translate this page” in the page's menu."),
    ),
}
ROOM_WORDS: dict[Code, Promise] = {
    Code.TOO_FEW_CORNERS: _("The room has too few walls"),
    Code.TOO_MANY_CORNERS: _("The room has too many walls"),
    Code.ANTICLOCKWISE: _("The corners run anticlockwise"),
    Code.WALL_TOO_SHORT: _("A wall is too short"),
    Code.WALL_TOO_LONG: _("A wall is too long"),
    Code.WALLS_CROSS: _("Walls cross"),
    Code.WALLS_TOUCH: _("Walls touch"),
    Code.ROOM_TOO_LOW: _("The room is too low"),
    Code.ROOM_TOO_HIGH: _("The room is too high"),
    Code.START_OUTSIDE: _("The visitor would start outside the room"),
    Code.WORK_SIZE: _("A work is larger than can be shown"),
    Code.OFF_WALL: _("A work reaches beyond its wall"),
    Code.DOOR_OFF_WALL: _("A door reaches beyond its wall"),
    Code.OFF_FLOOR: _("Something stands outside the room"),
    Code.OVERLAP: _("Works overlap"),
    Code.LABEL_HIDDEN: _("A label has no room"),
    Code.DOOR_BLOCKED: _("Something blocks a door"),
    Code.PASSAGE_NARROW: _("A passage is too narrow for a wheelchair"),
    Code.DOOR_TO_ITSELF: _("A door leads back into its own room"),
    Code.DOOR_WITHOUT_RETURN: _("A door has no door back"),
    Code.WITHOUT_DOOR: _("The room has no door"),
}
WORDS |= {
    questions.ROOM + code.replace("_", "-"): (
        name,
        _("The room's editor shows where, and what would mend it."),
    )
    for code, name in ROOM_WORDS.items()
}


class MuseumChecks(ContentCheckerItem):
    """Wagtail's checks and the museum's."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, *(PREFIX + code for code in WORDS)]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": PREFIX + code,
                "impact": "moderate",
                "selector": f'[data-question="{code}"]',
                "tags": ["best-practice"],
                "any": ["has-alt"],
                "enabled": True,
            }
            for code in WORDS
        ),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        **{
            PREFIX + code: {"error_name": name, "help_text": help_text}
            for code, (name, help_text) in WORDS.items()
        },
    }


def add_checks(request: HttpRequest, items: list[BaseItem], page: Page | None) -> None:
    """Put the museum's checks in the place of Wagtail's."""
    items[:] = [
        MuseumChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
