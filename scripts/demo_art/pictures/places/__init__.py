"""Squares, gates, courtyards and rooms."""
