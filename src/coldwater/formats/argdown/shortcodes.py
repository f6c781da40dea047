"""Argdown's names for signs: ``.->.`` and ``:->:`` both stand for an arrow."""

from __future__ import annotations

_SIGNS = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨", "v_": "⊻",
    "<>": "◇", "[]": "◻", "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆", "lol": "😆", "rofl": "🤣",
    "joy": "😂", "heart": "❤", "?": "❓", "question": "❓", "love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐",
    "eye-roll": "🙄", "sad": "😢", "disappointed": "😞", "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎",
    "down": "👎", "think": "🤔", "star": "⭐", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip


def sign(code: str) -> str:
    """Give the sign that a code stands for, or the code where it stands for none.

    >>> sign(".->."), sign(":heart:"), sign(".g.")
    ('→', '❤', '.g.')
    """
    return _SIGNS.get(code[1:-1], code)
