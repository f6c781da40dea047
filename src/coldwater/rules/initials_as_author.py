"""Initials stand in a list of authors as if they were an author of their own.

Why: `[Lindqvist, A.]` is a list of two, `Lindqvist` and `A.`: the comma that parts a name in a bibliography parts items
in YAML and JSON. The drawing and every citation then name an author too many. Write the name in quotes, or as
`{family: Lindqvist, given: A.}`.

Bad:
    argmap: 1
    title: Should the park be lit at night?
    thesis: light
    sources:
      survey: {title: Who walks after dark?, author: [Lindqvist, A.], issued: 2021}
    claims:
      light: The park should be lit at night.
      fear: {text: Many people avoid the park after dark., cites: [{source: survey}]}
    arguments:
      safety: {premises: [fear], supports: light}

Good:
    argmap: 1
    title: Should the park be lit at night?
    thesis: light
    sources:
      survey: {title: Who walks after dark?, author: [{family: Lindqvist, given: A.}], issued: 2021}
    claims:
      light: The park should be lit at night.
      fear: {text: Many people avoid the park after dark., cites: [{source: survey}]}
    arguments:
      safety: {premises: [fear], supports: light}

Source: our own; names of persons are parted into `family` and `given` as in CSL-JSON.
"""

from __future__ import annotations

from itertools import takewhile

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.edits import Edit, Fix
    from coldwater.rules.subject import Subject

CODE = "CW306"
NAME = "initials-as-author"
SEVERITY = "warning"

#: A name of more words than this is rather that of a body.
_MOST_WORDS = 4


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the family names in lists of authors behind which their initials stand as another author."""
    for name, source in subject.map.sources.items():
        authors = source.author or ()
        for number, author in enumerate(authors):
            if number and _is_initials(author) and _is_family_name(family := authors[number - 1]):
                given = " ".join(_initials_from(authors, number))
                message = f"`{author}` is read as an author of its own; if it is the given name of `{family}`, write "
                message += f"{{family: {family}, given: {given}}}"
                yield Flaw(("sources", name, "author", number - 1), message, name)


def fix(subject: Subject, flaw: Flaw) -> Fix | None:
    """Make one author of the family name and the initials behind it; the other authors stay as they are."""
    from coldwater.edits import Fix, Remove, Replace  # noqa: PLC0415 - a check mends nothing

    *way, number = flaw.pointer
    assert isinstance(number, int)
    authors = subject.map.sources[str(way[1])].author or ()
    initials = _initials_from(authors, number + 1)
    family, given = authors[number], " ".join(initials)
    edits: list[Edit] = [Replace(flaw.pointer, {"family": family, "given": given})]
    edits += [Remove((*way, number + place)) for place in range(1, len(initials) + 1)]
    return Fix(tuple(edits), f"`{family}` and `{given}` are one author")


def _initials_from(authors: Sequence[object], start: int) -> list[str]:
    """Give the initials that stand in a row from a place on."""
    following = (authors[place] for place in range(start, len(authors)))
    return [str(author) for author in takewhile(_is_initials, following)]


def _is_initials(author: object) -> bool:
    """Tell whether a text holds capitals with a dot after each, and nothing else but blanks and hyphens.

    >>> [_is_initials(text) for text in ("A.", "J.R.R.", "A.-B. C.", "Jr.", "A")]
    [True, True, True, False, False]
    """
    if not isinstance(author, str) or "." not in author:
        return False
    parts = author.replace("-", " ").replace(".", ". ").split()
    return all(part.endswith(".") and _is_capital(part[:-1]) for part in parts)


def _is_capital(letter: str) -> bool:
    """Tell whether a text is one capital letter, in any script that has them; an accent may stand apart from it."""
    from coldwater.model import composed  # noqa: PLC0415 - most maps need none of it

    sign = composed(letter)
    return len(sign) == 1 and sign.isupper()


def _is_family_name(author: object) -> bool:
    """Tell whether a text looks like a family name: a few words of letters, without commas, dots and figures.

    >>> [_is_family_name(text) for text in ("Lindqvist", "van der Berg", "O’Neill", "B. Berg", "Berg, B.", "UN 2")]
    [True, True, True, False, False, False]
    """
    if not isinstance(author, str) or any(sign in ",;:.()&/" or sign.isdigit() for sign in author):
        return False
    words = author.split()
    return 0 < len(words) <= _MOST_WORDS and words[-1][:1].isupper()
