"""Documents: letters, registers, notices and the like, set in type."""
