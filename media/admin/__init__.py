"""What the Wagtail admin shows of the museum's media; one module a kind."""
