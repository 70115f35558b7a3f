"""The form of a letter to the museum."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from home.letters.models import Letter


class LetterForm(forms.ModelForm):
    """Takes a letter. `website` is left empty by people: programs that fill it in are not heard."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    website = forms.CharField(required=False, max_length=200, label=_("Leave this field empty"))

    class Meta:
        model = Letter
        fields = ["topic", "name", "email", "text"]
        labels = {
            "topic": _("What is it about?"),
            "name": _("Your name"),
            "email": _("Your e-mail address, for the answer"),
            "text": _("Your letter (at most 5,000 characters)"),
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
            "text": forms.Textarea(attrs={"rows": 9, "dir": "auto"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        hidden = {"tabindex": "-1", "autocomplete": "off", "aria-hidden": "true"}
        self.fields["website"].widget.attrs |= hidden
        for name, field in self.fields.items():
            if name in self.errors:
                described = {"aria-invalid": "true", "aria-describedby": f"id_{name}_error"}
                field.widget.attrs |= described

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.data.get("website"))

    def keep(self) -> None:
        """Keep the letter, once."""
        told = {name: self.cleaned_data[name] for name in self.Meta.fields}
        told["language"] = get_language() or ""
        Letter.objects.get_or_create(key=self.cleaned_data["key"], defaults=told)
