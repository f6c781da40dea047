"""The forms that a page can be set in, by name. A form is loaded when it is asked for."""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.prep.setting.footnotes import with_footnotes
from coldwater.prep.setting.in_language import in_language
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from coldwater.prep.setting.page import Part
    from coldwater.prep.setting.paragraphs import Paragraphs

#: The forms of all that is a page: ``full`` is plain text, ``docx`` is bytes, ``json`` is made of what the page tells.
PAGE_FORMS = ("full", "markdown", "html", "docx", "json")


def set_page(
    page: Iterable[Part], form: str, language: str | None, paragraphs: Paragraphs, ids: Container[str] = ()
) -> str | bytes:
    """Give a page in a form, but for JSON. ``language``: that of the map; ``paragraphs``: how plain text is set.

    Our words are in the language of the map where there is a table for it. ``ids``: those of the map.

    Raises UsageError for an unknown form, MissingExtraError for docx without its extra.
    """
    page = in_language(with_footnotes(page) if form in ("docx", "html") else page, language, ids)
    if form == "docx":
        from coldwater.prep.setting.docx_form import page_docx  # noqa: PLC0415 - an extra part

        return page_docx(page, language)
    if form == "html":
        from coldwater.prep.setting.html_form import page_html  # noqa: PLC0415 - each start pays for one form

        return page_html(page, language)
    if form == "markdown":
        from coldwater.prep.setting.markdown_form import page_markdown  # noqa: PLC0415

        return page_markdown(page)
    if form == "full":
        from coldwater.prep.setting.text_form import page_text  # noqa: PLC0415

        return page_text(page, paragraphs)
    raise UsageError(f"there is no form {form!r}; there are {', '.join(PAGE_FORMS)}.{hint(form, PAGE_FORMS)}")
