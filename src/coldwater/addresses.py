"""Where the pages of the project are: the one place that knows the address."""

from __future__ import annotations

#: coldwater is not published yet: ``OWNER`` stands for the account that holds the copy in use, as in docs/ci.md.
HOME = "https://github.com/OWNER/coldwater"


def rule_anchor(code: str, name: str) -> str:
    """Give the anchor of a rule's section in docs/rules.md.

    >>> rule_anchor("CW103", "orphan-premise")
    'cw103-orphan-premise'
    """
    return f"{code}-{name}".lower()


def rule_page(code: str, name: str) -> str:
    """Give the address of a rule's page in the manual.

    >>> rule_page("CW103", "orphan-premise")
    'https://github.com/OWNER/coldwater/blob/main/docs/rules.md#cw103-orphan-premise'
    """
    return f"{HOME}/blob/main/docs/rules.md#{rule_anchor(code, name)}"
