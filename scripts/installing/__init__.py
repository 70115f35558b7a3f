"""What the system itself has to have, and what was made already."""
