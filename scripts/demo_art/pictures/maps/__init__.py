"""Engraved maps."""
