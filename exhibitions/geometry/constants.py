"""The lengths and proportions of rooms: whole cm unless a name or comment says otherwise.

The browser has the same from here: ``python -m scripts.room_constants`` writes them to
``frontend/shared/geometry/constants.ts``.
"""

WALL_MIN = 50
"""Shorter walls cannot hold a work and make corners that a visitor gets caught in."""
WALL_MAX = 10_000
"""100 m: the longest gallery walls in the world are of this order."""
CORNERS_MIN = 3
CORNERS_MAX = 64
ROOM_HEIGHT_MIN = 200
ROOM_HEIGHT_MAX = 2_000
ROOM_HEIGHT = 360
"""Height of a new room."""
TEMPLATE_HEIGHT = 340
"""Height of a room that is made from a template."""

DOOR_WIDTH_MIN = 60
DOOR_WIDTH_MAX = 600
DOOR_HEIGHT_MIN = 180
DOOR_HEIGHT_MAX = 600
DOOR = (120, 220)
"""Width and height of a new door."""
PASSAGE_MIN = 90
"""Narrowest passage for a wheelchair (ISO 21542; ADA 403.5.1 asks 915 mm)."""
DOOR_CLEARANCE = 90
"""Depth in front of a door that stays free of plinths and seats."""
AGAINST = 10
"""Things standing this close to each other or to a wall leave no passage, and mean none."""
TOLERANCE = 0.5
"""Walls at an angle have lengths that are no whole number: half a centimetre is forgiven."""

EYE_LINE = 150
"""Height of a work's centre on the wall, the common hanging line of museums."""
GAP = 20
"""Space that a new work leaves to its neighbours."""
WORK_WIDTH = 60
"""Width of a new picture whose real size nobody knows."""
WORK_MAX = 2_000
"""Widest hung or standing work: 20 m."""
PHONE_WORKS = 60
"""Pictured works that a telephone still loads in good time: the budgets of a room are for these."""
UNSEEN = (4, 3)
"""Proportions, width to height, of a work whose picture is missing or still being made."""
SCREEN = (16, 9)
"""Proportions, width to height, of a screen."""
SCREEN_WIDTH = 120
"""Width of a new screen."""

FRAME_BORDERS = {"none": 0, "wood": 4, "brass": 4, "black": 3, "mat": 9}
"""Width of each kind of frame around an ordinary picture; ``mat`` includes its mat."""
FRAME_SHARE = 0.3
"""The most that a frame is of a small picture's shorter side."""

TEXT_WIDTH = 90
"""Width of a new wall text."""
TEXT_HEIGHT = 80
"""Height for which a new wall text finds a place."""
TEXT_LINE = 5.2
"""Height of a line of wall text; a reader two metres away needs letters of about 3 cm."""
TEXT_LETTER = 1.9
"""Mean advance of a letter of wall text, over Hebrew and Latin."""
TEXT_MARGIN = 6
"""Air around the words of a wall text on each side."""

WHY_WORDS = 40
"""Most words of why a work hangs here: about 20 seconds of a guide's speech."""
WHY_LENGTH = 1_000
"""Most characters of it, in a draft too."""
STAY_MIN = 3
STAY_MAX = 180
"""Seconds that a guided visit stays before a work, where the curator says so."""

LABEL = (17, 11.5)
"""Width and height of a label's card."""
LABEL_GAP = 3
"""Between a work and its label: with its card no more than ``GAP``."""
LABEL_LOWEST = 95
"""A label beside a work has its middle no lower, so that it can be read."""
CASING = 14
"""What the boards around a door take of the wall, on each side and above."""

PLINTH_SIDE = 50
"""Width and depth of a new plinth."""
PLINTH_HEIGHT = 95
"""Height of a new plinth."""
SEAT = (140, 45)
"""Width and depth of a new seat."""
SEAT_HEIGHT = 45
