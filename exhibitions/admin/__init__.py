"""What curators, translators and moderators see of the museum's subject in the Wagtail admin."""
