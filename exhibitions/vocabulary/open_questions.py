"""What a page may still lack, as short codes: its editors see them beside the preview."""

ALTERNATIVE_TEXT = "alternative-text"
NUMBER = "number"
RIGHTS = "rights"
SOURCES = "sources"
TRANSLATIONS = "translations"
ROOM = "room-"
"""Begins the codes of what is wrong with a room's plan; the geometry's own code follows."""
