"""What the spellings of abstract frameworks have in common: claims that attack each other, and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.abstract.instantiating import Abstract, instantiated
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.findings import Place
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.foreign.outgoing import Outgoing

LOSES_IN: tuple[str, ...] = ()
_ALL_BUT = (
    "all but what decides the verdicts: what is written is the map read as arguments that attack each other, after its "
    "own semantics, with auxiliary arguments where something needs support, several premises or a weighing; grounded, "
    "complete and preferred labellings of the claims are those of the map, stable ones but for circles of supports"
)
LOSES_OUT = (_ALL_BUT,)
#: This format gives a reading of the map, not the map.
IS_READING = True


class Attacks:
    """Claims by their names in the file, and the attacks among them, each once."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.claims: dict[str, Entry] = {}
        self._seen: set[tuple[str, str]] = set()

    def claim(self, name: str, text: str, place: Place) -> None:
        """Take an argument of the framework, which is a claim here."""
        if name in self.claims:
            self.gathering.remark(place, f"`{name}` is there already; once is enough")
        else:
            self.claims[name] = self.gathering.claim(text or name, id_=name, wish=name, place=place)

    def attack(self, one: str, other: str, place: Place) -> None:
        """Take an attack; ends that are not there are claims from now on."""
        for name in (one, other):
            if name not in self.claims:
                self.gathering.remark(place, f"`{name}` is attacked or attacks, but is not declared; it is a claim now")
                self.claims[name] = self.gathering.claim(name, id_=name, wish=name, place=place)
        if (one, other) not in self._seen:
            self._seen.add((one, other))
            self.gathering.argument([self.claims[one]], self.claims[other], attacks=True, place=place)

    def label(self, name: str, text: str) -> None:
        """Take what a claim says, told apart from its name."""
        claim = self.claims.get(name)
        if claim is not None and text.strip():
            claim.fields["text"] = text.strip()


def write_frame(outgoing: Outgoing, format_: str, spell: Callable[[Abstract, list[str]], str]) -> Written:
    """Write the framework of a map; ``spell`` gives the text, from the framework and the names of its members.

    A map that was read from this format has the names that it had there.
    """
    if outgoing.is_empty:
        return Written(spell(Abstract((), (), {}, 0), []).encode(), ())
    frame = instantiated(outgoing.map)
    names = [member.name for member in frame.members]
    for id_, number in frame.stands_for.items():
        if id_ in outgoing.map.claims:
            names[number] = outgoing.foreign_id(format_, "claims", id_) or names[number]
    losses = Losses()
    lose_fields(losses, outgoing, {"Claim": ("text",), "Argument": ("premises", "attacks", "supports")}, _WHY)
    of_claims = {frame.stands_for[id_] for id_ in outgoing.map.claims}
    shared = [id_ for id_ in outgoing.map.arguments if frame.stands_for[id_] in of_claims]
    for id_ in shared:
        losses.add(
            "argument as something of its own",
            "it stands and falls with its premise, which stands for it",
            id_,
            many="arguments as something of their own",
        )
    losses.add(
        "auxiliary argument",
        "they are needed for the verdicts, and not part of the map",
        many="auxiliary arguments added",
        count=frame.helpers,
    )
    return Written(spell(frame, names).encode(), losses.all())


_WHY = "an abstract framework has arguments and attacks alone"


def table(frame: Abstract, names: list[str], lead: str) -> list[str]:
    """Give a line of comment for each member whose text is not its name: what it says."""
    return [
        f"{lead} {name} = {one_line(member.text)}"
        for name, member in zip(names, frame.members, strict=True)
        if one_line(member.text) != name
    ]
