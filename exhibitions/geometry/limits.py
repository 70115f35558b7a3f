"""The limits of a room, in centimetres (degrees and counts where the name says so)."""

WALL_MIN = 50
"""Shorter walls cannot hold a work and make corners that a visitor gets caught in."""
WALL_MAX = 10_000
"""100 m: the longest gallery walls in the world are of this order."""
CORNERS_MIN = 3
CORNERS_MAX = 64
ROOM_HEIGHT_MIN = 200
ROOM_HEIGHT_MAX = 2_000

EYE_LINE = 150
"""Height of a work's centre on the wall, the common hanging line of museums."""
PASSAGE_MIN = 90
"""Narrowest passage for a wheelchair (ISO 21542; ADA 403.5.1 asks 915 mm)."""
DOOR_CLEARANCE = 90
"""Depth in front of a door that stays free of plinths and seats."""
AGAINST = 10
"""Things standing this close to each other or to a wall leave no passage, and mean none."""
TOLERANCE = 0.5
"""Walls at an angle have lengths that are no whole number: half a centimetre is forgiven."""

PHONE_WORKS = 60
"""Pictured works that a telephone still loads in good time: the budgets of a room are for these."""
WORK_MAX = 2_000
"""Widest hung or standing work: 20 m."""
