"""What every request goes through: its headers, its route to a page, and its refusal."""
