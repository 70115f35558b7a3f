"""Work that the museum does by itself: who does it, and what is done again and again."""
