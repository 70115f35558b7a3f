"""What comes into the museum from elsewhere: read, mapped, planned, run as planned, taken back."""
