"""What the register of artifacts keeps: each person's columns, and lists by name."""

from exhibitions.models.register.own import RegisterColumns, RegisterView

__all__ = ["RegisterColumns", "RegisterView"]
