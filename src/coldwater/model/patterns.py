"""Patterns of the strings in a map: texts, dates and so on. The models take them from here, and so do messages.

What an id is stands in ``ids``.
"""

from __future__ import annotations

# ``$`` alone would accept a line end after the text in Python, hence the look-aheads; both dialects read them alike.
TEXT_PATTERN = r"\S"
LANGUAGE_PATTERN = r"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$(?!\n)"
DATE_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$(?!\n)"
URL_PATTERN = r"^(https?://|doi:|urn:)[!-~]+$(?!\n)"
PATH_PATTERN = r"^(?!/)(?!.*(^|/)\.\.(/|$))[^\\:\u0000-\u001f]+$(?!\n)"
RULE_PATTERN = r"^CW[0-9]{3}$(?!\n)"
FINGERPRINT_PATTERN = r"^[0-9a-f]{16}$(?!\n)"
