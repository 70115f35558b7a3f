"""Artifacts as an import fills them: their fields, their pages and the translations of these."""
