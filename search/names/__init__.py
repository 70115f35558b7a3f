"""What the museum's people, schools and places are called, in every script and spelling."""
