"""Rights statements: RightsStatements.org and Creative Commons, each named by its URI."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class RightsStatement(models.TextChoices):
    """The standard statements.

    Sources: rightsstatements.org (version 1.0) and creativecommons.org.
    """

    PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/mark/1.0/", _("Public domain")
    CC0 = "https://creativecommons.org/publicdomain/zero/1.0/", _("CC0, no rights reserved")
    CC_BY = "https://creativecommons.org/licenses/by/4.0/", _("CC BY 4.0")
    CC_BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/", _("CC BY-SA 4.0")
    CC_BY_NC = "https://creativecommons.org/licenses/by-nc/4.0/", _("CC BY-NC 4.0")
    CC_BY_NC_SA = "https://creativecommons.org/licenses/by-nc-sa/4.0/", _("CC BY-NC-SA 4.0")
    CC_BY_ND = "https://creativecommons.org/licenses/by-nd/4.0/", _("CC BY-ND 4.0")
    CC_BY_NC_ND = "https://creativecommons.org/licenses/by-nc-nd/4.0/", _("CC BY-NC-ND 4.0")
    IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/", _("In copyright")
    ORPHAN = "http://rightsstatements.org/vocab/InC-OW-EU/1.0/", _("In copyright, EU orphan work")
    EDUCATIONAL = (
        "http://rightsstatements.org/vocab/InC-EDU/1.0/",
        _("In copyright, educational use permitted"),
    )
    NON_COMMERCIAL = (
        "http://rightsstatements.org/vocab/InC-NC/1.0/",
        _("In copyright, non-commercial use permitted"),
    )
    HOLDER_UNKNOWN = (
        "http://rightsstatements.org/vocab/InC-RUU/1.0/",
        _("In copyright, rights-holder unknown"),
    )
    NO_COPYRIGHT_CONTRACT = (
        "http://rightsstatements.org/vocab/NoC-CR/1.0/",
        _("No copyright, contractual restrictions"),
    )
    NO_COPYRIGHT_NC = (
        "http://rightsstatements.org/vocab/NoC-NC/1.0/",
        _("No copyright, non-commercial use only"),
    )
    NO_COPYRIGHT_OTHER = (
        "http://rightsstatements.org/vocab/NoC-OKLR/1.0/",
        _("No copyright, other known legal restrictions"),
    )
    NO_COPYRIGHT_US = (
        "http://rightsstatements.org/vocab/NoC-US/1.0/",
        _("No copyright, United States"),
    )
    NOT_EVALUATED = "http://rightsstatements.org/vocab/CNE/1.0/", _("Copyright not evaluated")
    UNDETERMINED = "http://rightsstatements.org/vocab/UND/1.0/", _("Copyright undetermined")
    NO_KNOWN = "http://rightsstatements.org/vocab/NKC/1.0/", _("No known copyright")


class Download(StrEnum):
    """How large a copy visitors may take home."""

    FULL = "full"
    MEDIUM = "medium"
    NONE = "none"


# What each statement says of copies. Where one names a restriction that a visitor cannot judge, or
# nobody has looked into it, the museum hands out no copy: looking is free all the same.
DOWNLOADS = {
    RightsStatement.PUBLIC_DOMAIN: Download.FULL,
    RightsStatement.CC0: Download.FULL,
    # Creative Commons' licences all allow copies with the credit, which is embedded.
    RightsStatement.CC_BY: Download.FULL,
    RightsStatement.CC_BY_SA: Download.FULL,
    RightsStatement.CC_BY_NC: Download.FULL,
    RightsStatement.CC_BY_NC_SA: Download.FULL,
    RightsStatement.CC_BY_ND: Download.FULL,
    RightsStatement.CC_BY_NC_ND: Download.FULL,
    # Only with the rights-holder's permission; an orphan's holder, or an unknown one, cannot give
    # it.
    RightsStatement.IN_COPYRIGHT: Download.NONE,
    RightsStatement.ORPHAN: Download.NONE,
    RightsStatement.HOLDER_UNKNOWN: Download.NONE,
    # Permitted for teaching or without profit: enough for a lesson or a screen, not for print.
    RightsStatement.EDUCATIONAL: Download.MEDIUM,
    RightsStatement.NON_COMMERCIAL: Download.MEDIUM,
    # Free of copyright, but a contract or another law may forbid copies.
    RightsStatement.NO_COPYRIGHT_CONTRACT: Download.NONE,
    RightsStatement.NO_COPYRIGHT_OTHER: Download.NONE,
    RightsStatement.NO_COPYRIGHT_NC: Download.FULL,
    # Free in the United States; elsewhere it may be protected.
    RightsStatement.NO_COPYRIGHT_US: Download.MEDIUM,
    RightsStatement.NOT_EVALUATED: Download.NONE,
    RightsStatement.UNDETERMINED: Download.NONE,
    RightsStatement.NO_KNOWN: Download.FULL,
}


def permitted(*statements: str) -> Download:
    """Return what all of the statements that are made permit; without any statement, nothing."""
    order = [Download.NONE, Download.MEDIUM, Download.FULL]
    found = [DOWNLOADS[RightsStatement(one)] for one in statements if one]
    return min(found, key=order.index, default=Download.NONE)
