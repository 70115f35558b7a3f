"""The plan of an import: made, run exactly as it was shown, and taken back."""
