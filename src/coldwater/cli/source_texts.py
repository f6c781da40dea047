"""Full texts of sources, as the command line names them."""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.files import read_bytes
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def read_source_texts(words: Sequence[str]) -> dict[str, str]:
    """Read ``ID=PATH`` pairs. Raises UsageError for another form, UnreadableFileError for a file that is not there."""
    texts = {}
    for word in words:
        id_, equals, path = word.partition("=")
        if not (id_ and equals and path):
            raise UsageError(f"--source-text takes ID=PATH, such as survey=texts/survey.txt; this is {word!r}")
        try:
            texts[composed(id_)] = read_bytes(path).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise UsageError(f"{path}: the text of a source must be UTF-8") from None
    return texts
