"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from wagtail_localize.models import TranslationSource

        from home.translations import outdated
        from museum.core.wagtail_compat import wrap_gathering

        source = TranslationSource
        source.refresh_segments = outdated.refreshing(source.refresh_segments)
        wrap_gathering(source, outdated.gathering)


class UsersConfig(WagtailUsersAppConfig):
    """Accounts and groups, within the rights of who manages them."""

    user_viewset = "home.accounts.UserViewSet"
    group_viewset = "home.accounts.GroupViewSet"
