"""How people have made the register of artifacts their own."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterColumns(models.Model):
    """The columns that a person chose, by their names."""

    wagtail_reference_index_ignore = True

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="register_columns"
    )
    names = models.JSONField(default=list)

    class Meta:
        verbose_name = _("columns of the register")
        verbose_name_plural = _("columns of the register")

    def __str__(self) -> str:
        return str(self.user)


class RegisterView(models.Model):
    """A list by name: what is searched, filtered and sorted, as it stands in the address."""

    wagtail_reference_index_ignore = True

    name = models.CharField(_("name"), max_length=60)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="register_views"
    )
    shared = models.BooleanField(_("for all editors"), default=False)
    query = models.TextField(blank=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("saved list")
        verbose_name_plural = _("saved lists")
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="unique_register_view")
        ]

    def __str__(self) -> str:
        return self.name
