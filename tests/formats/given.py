"""What tests of foreign formats share: a text read, a map written, damage done to a file, and maps to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given, Imported
from coldwater.formats.foreign.outgoing import Outgoing, Written
from coldwater.model import _accepts, from_accepted_data

if TYPE_CHECKING:
    from random import Random

    from hypothesis.strategies import DrawFn

    from coldwater.formats.registry import Format

Data = dict[str, Any]


def format_of(name: str) -> Format:
    """Give a format by its name."""
    found = registry.named(name)
    assert found is not None
    return found


def read(format_: str, content: str | bytes, name: str = "bridge.txt") -> Imported:
    """Read a file; whatever comes of it fits the format of maps."""
    data = content.encode() if isinstance(content, str) else content
    imported = registry.read(format_of(format_), Given(name, data))
    assert imported.data is None or _accepts.document(plain(imported.data)), imported.data
    return imported


def write(format_: str, data: Data) -> Written:
    """Write a map, given as data."""
    return format_of(format_).write(Outgoing(from_accepted_data(plain(data)), data))


def data_of(format_: str, content: str | bytes, name: str = "bridge.txt") -> Data:
    """Read a file of which a map must come."""
    imported = read(format_, content, name)
    assert imported.data is not None, imported.spots
    return imported.data


def plain(data: Data) -> Data:
    """Give a map whose first thesis is its thesis, as long as a model may hold but one."""
    theses = data["thesis"] if isinstance(data["thesis"], list) else [data["thesis"]]
    return {key: value for key, value in data.items() if key != "draft"} | {"thesis": theses[0]}


def recognised(content: str | bytes, name: str = "some-file") -> str | None:
    """Tell what a file is taken for by its content."""
    found = registry.recognised(name, content.encode() if isinstance(content, str) else content)
    return found.NAME if found else None


def messages(imported: Imported) -> list[str]:
    """Give what is remarked."""
    return [spot.message for spot in imported.spots]


def lost(written: Written | Imported) -> set[str]:
    """Give what is lost, in words."""
    return {loss.what for loss in written.losses}


def relations(data: Data) -> set[tuple[tuple[str, ...], str, str]]:
    """Give the arguments by their ids and what they are about, whatever they are called themselves."""
    found = set()
    for argument in data.get("arguments", {}).values():
        kind = "supports" if "supports" in argument else "attacks"
        found.add((tuple(argument["premises"]), kind, argument[kind]))
    return found


def damaged(data: bytes, random: Random) -> bytes:
    """Give a file in which bytes, lines and chunks are dropped, swapped, repeated, replaced or cut off."""
    for _ in range(random.randint(1, 4)):
        if not data:
            break
        start = random.randrange(len(data))
        end = min(len(data), start + random.choice([1, 1, 2, 5, 20, 200]))
        chunk = data[start:end]
        other = random.randrange(len(data))
        match random.randrange(8):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + chunk * random.choice([2, 3, 50]) + data[end:]
            case 2:
                data = data[:other] + chunk + data[other:]
            case 3:
                data = data[:start] + random.choice(_JUNK) + data[end:]
            case 4:
                data = data[:start] + random.choice(_JUNK) + data[start:]
            case 5:
                data = data[:start]
            case 6:
                lines = data.split(b"\n")
                random.shuffle(lines)
                data = b"\n".join(lines)
            case _:
                data = data[:start] + bytes([random.randrange(256)]) + data[start + 1 :]
    return data


_JUNK = [
    b"", b"\0", b"\xff", b"\xef\xbb\xbf", b"\n", b"\r", b"\r\n\r\n", b"\t", b" ", b"-", b"+", b"[", b"]", b"{", b"}",
    b"<", b">", b"&amp;", b'"', b"'", b":", b";", b",", b"null", b"true", b"[]", b"{}", b"1e999", b"9" * 30, b"-1",
    "…→−×•┌".encode(), b"\xed\xa0\x80", b"\\u0000", b"&#0;", b"1.1. Pro:", b"Sources:", b"[1]", b"-> See 1.", b"    ",
]  # fmt: skip

_signs = st.text(st.sampled_from("ab €éß桥\t\n\r\u2028#*_`[](){}<>\"'\\|;:,=+-−×•┌└│@~$&%.0123\x07\u200b"), max_size=12)


@st.composite
def graphs(draw: DrawFn, words: st.SearchStrategy[str] = _signs, most: int = 5) -> Data:
    """Draw maps without a reference that leads nowhere; each text is another, by a number."""
    count = draw(st.integers(1, most))
    claims = [
        draw(st.sampled_from(["c{}", "claim-{}", "b.{}", "桥-{}", "a--{}"])).format(number) for number in range(count)
    ]
    steps = [f"step-{number}" for number in range(draw(st.integers(0, most + 1)))]
    data: Data = {"argmap": 1, "title": f"Title {draw(words)} end", "thesis": claims[0]}
    around = st.sampled_from(["{1} claim {0}", "claim {0} {1}", "Claim {0}.{1}.", "{1}claim {0}{1}"])
    data["claims"] = {id_: {"text": draw(around).format(number, draw(words))} for number, id_ in enumerate(claims)}
    data["arguments"] = {}
    for number, id_ in enumerate(steps):
        premises = draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True))
        target = draw(st.sampled_from([*claims, *claims, *steps[:number]]))
        data["arguments"][id_] = {"premises": premises, draw(st.sampled_from(["supports", "attacks"])): target}
    rivals = draw(st.lists(st.sampled_from(claims[1:]), max_size=2, unique=True)) if count > 1 else []
    return data | ({"rivals": rivals} if rivals else {})
