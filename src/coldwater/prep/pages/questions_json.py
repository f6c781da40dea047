"""Questions for cross-examination as JSON."""

from __future__ import annotations

from coldwater.prep.material.cross_examination import in_order
from coldwater.prep.pages.json_parts import asked_data, document, weight_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.material.cross_examination import Examined
    from coldwater.prep.material.preparation import Preparation


def questions_json(prep: Preparation, examined: tuple[Examined, ...]) -> str:
    """Give all questions in one row, the order in which it pays to ask them; each names the argument it is put to."""
    weights = {prep.names[one.standing.argument]: one for one in examined}
    rows = [
        {
            **asked_data(asked),
            "live": weights[asked.argument].is_live,
            **weight_data(weights[asked.argument].weight),
        }
        for asked in in_order(prep, examined)
    ]
    return document(prep, {"questions": rows})
