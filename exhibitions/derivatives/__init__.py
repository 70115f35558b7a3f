"""What the museum's subject has made in the background: the pictures of rooms."""
