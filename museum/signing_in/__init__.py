"""Signing in: how often a password may be guessed, what that may cost the server, and mails."""
