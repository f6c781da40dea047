"""Run as ``python -m coldwater``."""

from __future__ import annotations

from coldwater.cli import main

if __name__ == "__main__":
    main()
