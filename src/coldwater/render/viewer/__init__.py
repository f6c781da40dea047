"""The interactive page of a map: one HTML file that works anywhere, offline. It knows no rule, verdict or file."""

from __future__ import annotations

from coldwater.render.viewer.page import page

__all__ = ["page"]
