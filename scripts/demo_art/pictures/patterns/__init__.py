"""Cloth, carpets and tiles."""
