"""What curators are told of a room: its works' names, what is wrong with its plan, what it lacks.

The room editor, its form and the report of the rooms say the same in the same words.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exhibitions.geometry import Code, Problem

WORKS: dict[str, Promise] = {
    "artifact": _("Artifact"),
    "picture": _("Picture"),
    "text": _("Wall text"),
    "screen": _("Screen"),
    "door": _("Door"),
    "seat": _("Seat"),
    "plinth": _("Plinth"),
    "corner": _("Corner %(number)s"),
    "start": _("The visitor starts here"),
    "untitled": _("not chosen yet"),
    "unpublished": _("Not published: visitors do not see it."),
    "deleted": _("Deleted from the catalogue: visitors do not see it."),
    "hung_at": _("%(x)s cm from the left, %(y)s cm high, %(width)s by %(height)s cm"),
    "stands_at": _("%(x)s cm from the left, %(y)s cm from the top of the plan"),
    "locked": _("locked"),
}

FINDINGS: dict[str, Promise] = {
    "checks": _("Checks"),
    "notes": _("Notes: %(count)s"),
    "all_well": _("Nothing to mend."),
    "no_alternative": _("This work's picture has no alternative text."),
    "not_translated": _("This work is not translated into %(languages)s."),
    "nothing_chosen": _(
        "Nothing is chosen for this place, or what was chosen is deleted. Choose, or take it down."
    ),
    "door_to_nowhere": _("What this door leads to is not published: visitors see no door."),
    "hung_twice": _("This work hangs in this room more than once."),
    "shape_differs": _(
        "The catalogue says %(width)s by %(height)s cm; the picture's shape makes it %(width)s by"
        " %(shown)s cm. Does the picture show the whole work?"
    ),
    "size_differs": _("Hung %(value)s cm wide; the catalogue says %(limit)s cm."),
    "object_size_differs": _(
        "The 3D object is %(value)s cm high; the catalogue says %(limit)s cm. Look at its unit."
    ),
    "object_too_high": _("The 3D object is %(value)s cm high; the room has %(limit)s cm for it."),
    "heavy": _("%(value)s works: beyond %(limit)s, telephones need long to open the room."),
}

PROBLEMS: dict[Code, Promise] = {
    Code.TOO_FEW_CORNERS: _("A room has at least %(limit)s walls; this one has %(value)s."),
    Code.TOO_MANY_CORNERS: _("A room has at most %(limit)s walls; this one has %(value)s."),
    Code.ANTICLOCKWISE: _(
        "The corners run anticlockwise. List them clockwise, as seen from above."
    ),
    Code.WALL_TOO_SHORT: _("This wall is %(value)s cm long; walls have at least %(limit)s cm."),
    Code.WALL_TOO_LONG: _("This wall is %(value)s cm long; walls have at most %(limit)s cm."),
    Code.WALLS_CROSS: _("This wall crosses wall %(against)s."),
    Code.WALLS_TOUCH: _("This wall touches wall %(against)s."),
    Code.ROOM_TOO_LOW: _("A room is at least %(limit)s cm high."),
    Code.ROOM_TOO_HIGH: _("A room is at most %(limit)s cm high."),
    Code.START_OUTSIDE: _("The visitor would start outside the room."),
    Code.WORK_SIZE: _("This is %(value)s cm wide; at most %(limit)s cm can be shown."),
    Code.OFF_WALL: _("This reaches %(value)s cm beyond the wall."),
    Code.DOOR_OFF_WALL: _("This door reaches %(value)s cm beyond the wall."),
    Code.OFF_FLOOR: _("This stands outside the room."),
    Code.OVERLAP: _("This overlaps its neighbour."),
    Code.LABEL_HIDDEN: _(
        "The label has no room on that side. Choose another side for it, or move the work."
    ),
    Code.DOOR_BLOCKED: _("This blocks a door."),
    Code.PASSAGE_NARROW: _("The passage is %(value)s cm wide; a wheelchair needs %(limit)s cm."),
    Code.DOOR_TO_ITSELF: _("This door leads back into its own room. Choose another room."),
    Code.DOOR_WITHOUT_RETURN: _("The other room has no door back."),
    Code.WITHOUT_DOOR: _(
        "This room has no door, and its exhibition has %(value)s rooms. Visitors cannot walk on."
    ),
}


SIDES: dict[str, Promise] = {
    "left": _(
        "This reaches %(value)s cm beyond the wall's left end. Move it to the right, hang it"
        " smaller, or on a longer wall."
    ),
    "right": _(
        "This reaches %(value)s cm beyond the wall's right end. Move it to the left, hang it"
        " smaller, or on a longer wall."
    ),
    "bottom": _("This reaches %(value)s cm into the floor. Move it up, or hang it smaller."),
    "top": _(
        "This reaches %(value)s cm beyond the ceiling. Move it down, hang it smaller, or make the"
        " room higher."
    ),
}
"""Where something reaches beyond its wall, and what mends it."""


def in_words(problem: Problem) -> str:
    """Say a problem in the active language; walls count from 1."""
    against = problem.against + 1 if isinstance(problem.against, int) else problem.against
    values = {"value": problem.value, "limit": problem.limit, "against": against}
    return str(SIDES.get(problem.side or "", PROBLEMS[problem.code])) % values
