"""coldwater: argument maps as code.

``load``, ``check``, ``evaluate``, ``explain``, ``cruxes``, ``prepare``, ``material``, ``render`` and ``dump`` are the
verbs; ``Map`` and ``Overrides`` the values.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.api import check, check_bytes, check_file, dump, load, render
    from coldwater.judge import cruxes, evaluate, explain, material, prepare
    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Overrides

__version__ = "0.1.0"

__all__ = [
    "Map",
    "Overrides",
    "__version__",
    "check",
    "check_bytes",
    "check_file",
    "cruxes",
    "dump",
    "evaluate",
    "explain",
    "load",
    "material",
    "prepare",
    "render",
]


def __getattr__(name: str) -> object:
    """Import a verb when it is first asked for: the commands start without what they do not need."""
    if name == "Map":
        from coldwater.model.models import Map  # noqa: PLC0415

        return Map
    if name == "Overrides":
        from coldwater.semantics.evaluation import Overrides  # noqa: PLC0415

        return Overrides
    if name in __all__:
        from coldwater import api, judge  # noqa: PLC0415

        return getattr(api if hasattr(api, name) else judge, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
