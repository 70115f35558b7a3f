"""Festivals and song."""
