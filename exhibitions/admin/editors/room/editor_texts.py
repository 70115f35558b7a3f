"""Every text of the room editor, in the curator's language; the browser has none of its own."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from exhibitions.vocabulary.choices import Frame, LabelSide, WallFinish
from exhibitions.vocabulary.room_findings import FINDINGS, PROBLEMS, SIDES, WORKS

VIEWS: dict[str, Promise] = {
    "editor": _("Room editor"),
    "elevation": _("Wall, seen from inside"),
    "plan": _("Plan, seen from above"),
    "preview": _("Walk through"),
    "preview_failed": _("The walk cannot be shown in this browser."),
    "preview_invalid": _("The walk is shown once the errors in the form are mended."),
    "form": _("Edit as a form"),
    "wall_number": _("Wall %(number)s"),
    "wall_of": _("Wall %(number)s of %(count)s"),
    "wall_length": _("%(length)s cm long"),
    "previous_wall": _("Previous wall"),
    "next_wall": _("Next wall"),
    "whole_window": _("Use the whole window"),
    "leave_window": _("Back to the page"),
    "zoom_in": _("Larger"),
    "zoom_out": _("Smaller"),
    "zoom_fit": _("Whole wall"),
    "keys": _("Keys"),
    "keys_help": _(
        "Tab: next work · arrows: 1 cm, with Shift 10 cm, with Alt resize · Page up, Page down: "
        "wall · Shift+Page up, Shift+Page down: move to another wall · "
        "Delete: take down · Ctrl+D: duplicate · Ctrl+C, Ctrl+V: copy to another wall · "
        "Ctrl+A: the whole wall · Ctrl+Z: undo · Ctrl+Shift+Z: redo · Shift+click: several · "
        "Alt while dragging: no snapping · Escape: cancel"
    ),
    "lists": _("Works and visit"),
    "empty_wall": _("Nothing hangs here yet. Drag a work onto the wall, or press Enter on one."),
    "no_walls": _("Begin with a plan. You can move its corners afterwards."),
    "from_room": _(
        "Or start from a room of this exhibition: its plan, colours and light, not its works."
    ),
}

COMMANDS: dict[str, Promise] = {
    "undo": _("Undo"),
    "redo": _("Redo"),
    "align_top": _("Align top edges"),
    "align_middle": _("Align middles"),
    "align_bottom": _("Align bottom edges"),
    "distribute": _("Distribute evenly"),
    "equal_gaps": _("Equal gaps"),
    "gap_cm": _("Gap in cm"),
    "centre": _("Centre on the wall"),
    "duplicate": _("Duplicate"),
    "copy": _("Copy"),
    "paste": _("Paste"),
    "remove": _("Take down"),
    "lock": _("Lock"),
    "unlock": _("Unlock"),
    "add_text": _("Wall text"),
    "add_door": _("Door"),
    "add_seat": _("Seat"),
    "add_wall": _("Add a corner"),
    "remove_wall": _("Remove this corner"),
    "place_start": _("Place the visitor"),
    "edit_in_form": _("Edit in the form"),
    "edit_text": _("Edit the text"),
    "done": _("Done"),
    "earlier": _("Earlier in the visit"),
    "later": _("Later in the visit"),
    "follow_walls": _("Follow the walls again"),
    "catalogue_size": _("Use the catalogue's size"),
    "door_back": _("Make the door back"),
    "door_failed": _("The door back could not be made just now. Try again."),
    "make_pair": _("Save the room first: then its doors can be made in pairs."),
}

SAID: dict[str, Promise] = {
    "said_moved": _("%(work)s: %(x)s cm from the left, %(y)s cm high"),
    "said_floor": _("%(work)s: %(x)s cm from the left, %(y)s cm from the top"),
    "said_sized": _("%(work)s: %(width)s cm wide, %(height)s cm high"),
    "said_corner": _("Corner %(number)s: %(x)s, %(y)s cm"),
    "said_moved_wall": _("%(wall)s now has %(work)s, %(x)s cm from the left, %(y)s cm high"),
    "said_moved_many": _("%(count)s works moved"),
    "said_hung": _("%(work)s hung at %(x)s cm from the left, %(y)s cm high"),
    "said_full": _("%(work)s hung beyond the end: this wall is full"),
    "said_removed": _("%(count)s taken down"),
    "said_undone": _("Undone"),
    "said_redone": _("Redone"),
    "said_nothing_to_undo": _("Nothing to undo"),
    "said_nothing_to_redo": _("Nothing to redo"),
    "said_selected": _("%(count)s selected"),
    "said_copied": _("%(count)s copied"),
    "said_locked": _("%(work)s is locked"),
    "said_cancelled": _("Cancelled"),
    "said_wall": _("%(wall)s, %(length)s cm, works: %(count)s"),
    "said_stop": _("%(work)s: %(place)s of %(count)s in the visit"),
    "said_passed": _("%(work)s: the guided visit passes it by"),
    "said_stops": _("%(work)s: the guided visit stops here"),
    "said_template": _("%(count)s walls made"),
}

FIELDS: dict[str, Promise] = {
    "x": _("From the left"),
    "y": _("Height of the centre"),
    "plan_y": _("From the top"),
    "width": _("Width"),
    "height": _("Height"),
    "depth": _("Depth"),
    "rotation": _("Turned by"),
    "plinth_height": _("Plinth height"),
    "stop": _("Place in the visit"),
    "stay": _("Stays (seconds)"),
    "stay_reading": _("while one reads"),
    "turn": _("Then turns to"),
    "turn_nowhere": _("nothing else"),
    "passed": _("The guided visit passes it by"),
    "why": _("Why it hangs here"),
    "why_words": _("%(count)s of %(limit)s words"),
    "why_too_long": _("%(count)s words: shorten it to %(limit)s before publishing."),
    "showcase": _("Under glass"),
    "frame": _("Frame"),
    "label_side": _("Label"),
    "colour": _("Colour"),
    "finish": _("Finish"),
    "target": _("Leads to"),
    "name": _("Name"),
    "several": _("%(count)s works"),
    "wall": _("On the wall"),
    "different": _("different"),
    "several_hint": _("What you choose here holds for all of them."),
    "choose_corner": _("Choose a corner in the plan first."),
    "nothing_selected": _("Choose a work to see its measurements."),
    "catalogue_says": _("The catalogue says %(width)s cm wide."),
}

TRAY: dict[str, Promise] = {
    "tray": _("Works to hang"),
    "search": _("Search the collection"),
    "object_type": _("Object type"),
    "every_type": _("Every object type"),
    "not_hung": _("Only what is not in this room"),
    "hang": _("Hang “%(work)s” on this wall"),
    "stand": _("Stand “%(work)s” on a plinth"),
    "on_plinth": _("On a plinth"),
    "already_hung": _("in this room"),
    "more": _("More"),
    "nothing_found": _("Nothing found."),
    "search_failed": _("The collection cannot be read just now. Try again."),
}

VISIT: dict[str, Promise] = {
    "visit": _("The visit"),
    "visit_along_walls": _("Visitors meet the works along the walls, from the entrance."),
    "visit_given": _("You gave works their place; the others follow along the walls."),
    "on_floor": _("In the middle of the room"),
    "try_visit": _("Go on the visit"),
    "pass": _("Pass by on the guided visit"),
    "passed_by": _("passed by"),
    "stays": _("%(seconds)s s"),
    "turns_to": _("turns to “%(detail)s”"),
}

VOICE: dict[str, Promise] = {
    "voices": _("Recorded voices"),
    "voices_are": _("Recorded: %(languages)s"),
    "voice_language": _("Language"),
    "voice_level": _("Loudness"),
    "voice_record": _("Record"),
    "voice_stop": _("Stop"),
    "voice_listen": _("Listen"),
    "voice_again": _("Record again"),
    "voice_keep": _("Keep it"),
    "voice_taken": _("%(seconds)s seconds recorded. Listen, then keep it or record again."),
    "voice_sending": _("The museum takes the recording…"),
    "voice_kept": _("Kept as “%(title)s”. The page's draft says it."),
    "voice_title": _("Why it hangs here, %(work)s, %(language)s"),
    "voice_failed": _("This could not be recorded or kept. Try again."),
    "voice_not_allowed": _("The browser may not use the microphone. Allow it for this page."),
    "voice_no_microphone": _(
        "This browser offers no microphone here, so nothing can be recorded. Choose a recording in"
        " the form."
    ),
    "voice_no_place": _("You may not add recordings. Choose one in the form."),
}

TEMPLATES: dict[str, Promise] = {
    "template_rectangle": _("Rectangle"),
    "template_l": pgettext_lazy("shape of a room", "L"),
    "template_corridor": _("Corridor"),
    "template_octagon": _("Octagon"),
    "template_rotunda": _("Rotunda"),
    "template_two_bays": _("Two bays"),
}

CHOICES = {"frame": Frame, "label_side": LabelSide, "finish": WallFinish}


def editor_texts() -> dict[str, str]:
    """Return all texts in the active language; problems as `problem_CODE`, choices as
    `frame_CODE`."""
    tables = (VIEWS, WORKS, COMMANDS, SAID, FIELDS, TRAY, VISIT, VOICE, FINDINGS, TEMPLATES)
    found = {key: str(text) for table in tables for key, text in table.items()}
    found |= {f"problem_{code}": str(text) for code, text in PROBLEMS.items()}
    found |= {f"beyond_{side}": str(text) for side, text in SIDES.items()}
    for name, choices in CHOICES.items():
        found |= {f"{name}_{value}": str(label) for value, label in choices.choices}
    return found
