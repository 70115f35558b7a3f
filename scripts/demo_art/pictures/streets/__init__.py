"""Streets in one-point perspective."""
