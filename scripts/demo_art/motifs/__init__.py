"""What several pictures have in common: buildings, coasts, people, landscape and plants."""
