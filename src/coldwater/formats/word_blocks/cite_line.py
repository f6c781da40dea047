"""The line of a card that says who said it, when and where: author, qualifications, title, place, date, address.

Debaters write it by habit, not by rule: "Lindqvist 24 (Anna, professor of planning at Ulm, “Who walks after dark?”,
City Journal, 3-14-2024, https://…, DOA 5-1-2024)". What is not sure is left where it was: the whole line is kept by
whoever reads it.
"""

from __future__ import annotations

import re
from datetime import date

from coldwater.formats.foreign.texts import one_line
from coldwater.model.patterns import URL_PATTERN
from coldwater.records import NamedTuple

_MOST = 4000  # characters of a line that are looked at
_URL = re.compile(r"(?:https?://|www\.|doi:\s?10\.)[^\s<>\"“”\]]+", re.IGNORECASE)
_ACCESSED = re.compile(
    r"\b(?:DOA|date of access|date accessed|accessed(?: on)?|retrieved(?: on)?)\b[:\s]*", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"(?P<iso>\b[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}\b)"
    rf"|(?P<us>\b[0-9]{{1,2}}[-/.–][0-9]{{1,2}}[-/.–](?:[0-9]{{4}}|[0-9]{{2}})\b)"
    rf"|(?P<mdy>\b{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}}\b)"
    rf"|(?P<dmy>\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+[0-9]{{4}}\b)"
    rf"|(?P<my>\b{_MONTH},?\s+[0-9]{{4}}\b)"
    rf"|(?P<y>\b(?:1[5-9]|20)[0-9]{{2}}\b)",
    re.IGNORECASE,
)
#: A name and a year at the beginning: "Lindqvist 24", "Smith and Jones, 2019", "Berg et al. ’18", "Reed, no date".
_HEAD = re.compile(
    r"(?P<who>[^0-9()\[\]“\"‘’:;]{2,120}?)[,\s]+"
    r"(?:['’‘]?(?P<short>[0-9]{2})|(?P<year>(?:1[5-9]|20)[0-9]{2})|(?P<none>n\.?d\.?|no date))"
    r"(?=$|[\s,.;:)(\[\-–—])(?![-/.–][0-9])"
)
_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{2,400}?)[,.]?[”\"]")
_GIVEN = re.compile(r"(?:[^\W\d_][\w'’.-]*\s?){1,3}")
_INITIALS = re.compile(r"\s*[\[{(/|]*\b[A-Z]{2,4}\b[\])}/|]*\s*$|\s*//\s*\w{2,6}\s*$")


class Cite(NamedTuple):
    """What a cite line says; empty where it does not. ``issued`` and ``accessed`` are year, year-month or a day."""

    author: str = ""
    issued: str = ""
    qualifications: str = ""
    title: str = ""
    container: str = ""
    url: str = ""
    accessed: str = ""
    authors: tuple[tuple[str, str], ...] = ()


def is_cite(text: str, is_marked: bool = False, is_bold: bool = False) -> bool:
    """Tell whether a paragraph is a cite line: marked as one, or with a name and a year, in bold or with an address."""
    line = text.strip()[:_MOST]
    if is_marked:
        return True
    head = _HEAD.match(line)
    if head is None or head.start() != 0:
        return False
    rest = line[head.end() :].lstrip()
    return is_bold or bool(_URL.search(line)) or (rest[:1] in ("(", "[", "—", "–", "-", ",") and len(rest) > 20)


def parsed(text: str, marked: str = "") -> Cite:
    """Read a cite line; ``marked``: the part of it that a style marks as the cite, who and when."""
    line = one_line(text)[:_MOST]
    head = _HEAD.match(line) or (_HEAD.match(one_line(marked)) if marked else None)
    who = one_line(marked) if head is None else head["who"].strip(" ,.-–—")
    year = "" if head is None else _year(head["short"], head["year"])
    rest = line[head.end() :] if head is not None and line.startswith(head[0]) else line[len(who) :]
    accessed, rest = _accessed(rest)
    url, rest = _address(rest)
    title = _QUOTED.search(rest)
    ahead = rest if title is None else rest[: title.start()]
    behind = "" if title is None else rest[title.end() :]
    when = _DATE.search(behind) or _DATE.search(rest)
    issued = _day(when[0]) if when is not None else ""
    if year and not issued.startswith(year):
        issued = year
    if title is None and when is not None:
        ahead = ahead[: when.start()]
    given, qualifications = _who_that_is(ahead, who)
    container = "" if title is None else _container(behind, when[0] if when is not None else "")
    return Cite(
        who, issued, qualifications, one_line(title["title"]) if title is not None else "", container, url, accessed,
        _authors(who, given),
    )  # fmt: skip


def _year(short: str | None, year: str | None) -> str:
    if year:
        return year
    if not short:
        return ""
    return f"20{short}" if int(short) <= 49 else f"19{short}"


def _accessed(line: str) -> tuple[str, str]:
    """Give the day on which somebody looked it up, and the line without it."""
    word = _ACCESSED.search(line)
    if word is None:
        return "", line
    day = _DATE.match(line, word.end())
    end = word.end() if day is None else day.end()
    found = "" if day is None else _day(day[0])
    return found, line[: word.start()] + line[end:]


def _address(line: str) -> tuple[str, str]:
    found = _URL.search(line)
    if found is None:
        return "", line
    url = found[0].rstrip(".,;:")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:")
    whole = f"https://{url}" if url.lower().startswith("www.") else re.sub(r"^doi:\s", "doi:", url, flags=re.IGNORECASE)
    rest = line[: found.start()] + line[found.start() + len(url) :]
    return (whole, rest) if re.search(URL_PATTERN, whole) else ("", line)


def _day(text: str) -> str:
    """Give a date as year-month-day, as far as it says so; month before day, as debaters write, unless that cannot be.

    >>> _day("3-14-2024"), _day("14/3/24"), _day("March 3rd, 2024"), _day("May 2019"), _day("2-31-2024")
    ('2024-03-14', '2024-03-14', '2024-03-03', '2019-05', '2024')
    """
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    named = re.search(_MONTH, text, re.IGNORECASE)
    if named is not None:
        month = _MONTHS.index(named[0][:3].lower()) + 1
        return _valid(numbers[-1], month, numbers[0] if len(numbers) > 1 else None)
    if len(numbers) == 1:
        return str(numbers[0])
    if re.match(r"[0-9]{4}", text):
        return _valid(*numbers[:3])
    month, day, year = numbers[:3]
    if year < 100:
        year += 2000 if year <= 49 else 1900
    return _valid(year, day, month) if month > 12 >= day else _valid(year, month, day)


def _valid(year: int, month: int, day: int | None) -> str:
    try:
        date(year, month, day or 1)
    except ValueError:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def _who_that_is(ahead: str, who: str) -> tuple[str, str]:
    """Part what stands before the title into given names, if it begins with some, and qualifications."""
    words = re.sub(r"^[\s,.;:)\]–—-]+|[\s,;:(\[–—-]+$", "", ahead)
    words = re.sub(r"^[(\[]\s*", "", words).strip(" ,;:")
    if words.count(")") > words.count("(") or words.count("]") > words.count("["):
        words = words.rstrip(")] ,;:")
    first, comma, rest = words.partition(",")
    is_one_name = bool(who) and " " not in who.strip() and "&" not in who
    if is_one_name and _GIVEN.fullmatch(first.strip()) and all(part[:1].isupper() for part in first.split()):
        named = first.split()
        if named[-1].casefold() == who.casefold():
            named.pop()
        if comma and named[:1] != ["The"]:
            return " ".join(named), rest.strip(" ,;:")
    if comma and (given := _given_names(first, _names(who))):
        return given, rest.strip(" ,;:")
    return "", words


def _given_names(told: str, families: list[str]) -> str:
    """Give the given names of several authors, told in full behind their family names: "Kwame Osei; Anna Lind"."""
    whole = [name.strip() for name in told.split(";")]
    pairs = list(zip(whole, families, strict=False))
    if len(whole) < 2 or len(whole) != len(families):
        return ""
    if not all(name.casefold().endswith(f" {family.casefold()}") for name, family in pairs):
        return ""
    return "; ".join(name[: -len(family)].strip() for name, family in pairs)


def _names(who: str) -> list[str]:
    plain = re.sub(r",?\s+et\.?\s+al\.?.*$", "", who, flags=re.IGNORECASE).strip(" ,.")
    return [name.strip(" ,.") for name in re.split(r"\s*(?:&|\band\b|;)\s*", plain) if name.strip(" ,.")]


def _container(behind: str, when: str) -> str:
    """Give where it appeared: what follows the title up to the date."""
    part = behind.split(when, maxsplit=1)[0] if when and when in behind else behind
    words = _INITIALS.sub("", re.sub(r"[)\]]+[^)\]]*$", "", part)).strip(" ,.;:()[]–—-")
    first = words.split(",")[0].strip(" .;:()[]–—-")
    return first if 2 <= len(first) <= 120 and not re.search(r"[0-9]", first) else ""


def _authors(who: str, given: str) -> tuple[tuple[str, str], ...]:
    """Part "Smith and Jones" into family names; given names go with an only one, or with as many."""
    names, givens = _names(who), given.split("; ")
    if len(givens) != len(names):
        givens = [given if len(names) == 1 else ""] * len(names)
    return tuple(zip(names, givens, strict=True))
