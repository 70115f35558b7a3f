"""The wide pictures at the head of pages."""
