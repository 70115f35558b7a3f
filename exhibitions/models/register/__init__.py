"""What the register of artifacts keeps: each person's columns, lists by name, changes of many."""

from exhibitions.models.register.batch import RegisterBatch, RegisterItem
from exhibitions.models.register.own import RegisterColumns, RegisterView

__all__ = ["RegisterBatch", "RegisterColumns", "RegisterItem", "RegisterView"]
