"""Changing many artifacts at once: the choice and its preview, the work, the way back."""
