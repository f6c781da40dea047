"""What an Argdown document says, whether read from its text or from an export: statements, arguments, relations.

A statement is what Argdown calls an equivalence class: all that stands under one title.
"""

from __future__ import annotations

from typing import Any

#: Kinds of relations.
SUPPORT, ATTACK, UNDERCUT, CONTRADICTORY, CONTRARY = "support", "attack", "undercut", "contradictory", "contrary"
ENTAILS = "entails"


class Wording:
    """One occurrence of a statement or an argument: what it says, or None for nothing; data, section, place."""

    __slots__ = ("at", "data", "is_reference", "section", "text")

    def __init__(self, text: str | None, at: int) -> None:
        self.text = text
        #: Whether nothing is defined there; a definition may say nothing, too.
        self.is_reference = text is None
        self.data: dict[str, Any] = {}
        self.section: tuple[str, ...] = ()
        self.at = at


class Titled:
    """What has a title: a statement or an argument. ``is_untitled``: the title is a number that nobody wrote."""

    __slots__ = ("data", "is_untitled", "links", "tags", "title", "wordings")

    def __init__(self, title: str, is_untitled: bool) -> None:
        self.title = title
        self.is_untitled = is_untitled
        self.wordings: list[Wording] = []
        self.tags: dict[str, None] = {}
        self.data: dict[str, Any] = {}
        #: Addresses that the texts link to, with the words that do.
        self.links: dict[str, str] = {}

    @property
    def text(self) -> str | None:
        """What it says: the last wording, unless another is said to be canonical; None if there is none."""
        said = [wording for wording in self.wordings if wording.text is not None]
        canonical = [wording for wording in said if wording.data.get("isCanonical") is True]
        return (canonical or said)[-1].text if said else None

    @property
    def others(self) -> list[str]:
        """What it says in other words."""
        text = self.text
        return list(dict.fromkeys(one.text for one in self.wordings if one.text and one.text != text))

    @property
    def at(self) -> int:
        """Where it is defined, or else first named."""
        return next((one.at for one in self.wordings if one.text is not None), self.wordings[0].at)

    @property
    def section(self) -> tuple[str, ...]:
        """The headings under which it is defined, the highest first."""
        found: tuple[str, ...] = ()
        for one in self.wordings:
            is_in = one.data.get("isInGroup")
            if is_in is True or (not one.is_reference and is_in is None and not found):
                found = one.section
        return found or (self.wordings[0].section if self.wordings else ())


class Statement(Titled):
    """A statement."""

    __slots__ = ()


class Inference:
    """A step of a premise-conclusion structure: its rules and data. ``number`` is that of the step, from 0 on."""

    __slots__ = ("argument", "at", "data", "number", "rules")

    def __init__(self, argument: Argument, at: int) -> None:
        self.argument = argument
        self.at = at
        self.rules: list[str] = []
        self.data: dict[str, Any] = {}
        self.number = 0


class Line:
    """A line of a premise-conclusion structure: a statement, and the inference that it is the conclusion of, if any."""

    __slots__ = ("at", "inference", "label", "statement")

    def __init__(self, statement: Statement, label: str, inference: Inference | None, at: int) -> None:
        self.statement = statement
        self.label = label
        self.inference = inference
        self.at = at


class Argument(Titled):
    """An argument: sketched if it has no lines, else reconstructed."""

    __slots__ = ("group", "lines")

    def __init__(self, title: str, is_untitled: bool) -> None:
        super().__init__(title, is_untitled)
        self.lines: list[Line] = []
        #: The headings under which its lines stand.
        self.group: tuple[str, ...] | None = None

    @property
    def inferences(self) -> list[Inference]:
        """Its steps, in order."""
        return [line.inference for line in self.lines if line.inference is not None]

    @property
    def section(self) -> tuple[str, ...]:
        """The headings under which it is defined, the highest first."""
        return self.group if self.group is not None else super().section


Member = Statement | Argument | Inference


class Relation:
    """Somebody speaks for or against something: ``kind`` is one of the words above."""

    __slots__ = ("at", "kind", "source", "target")

    def __init__(self, kind: str, source: Statement | Argument, target: Member, at: int) -> None:
        self.kind = kind
        self.source = source
        self.target = target
        self.at = at


class Debate:
    """A whole document. Statements and arguments are there by title; relations once each, in their order."""

    def __init__(self) -> None:
        self.statements: dict[str, Statement] = {}
        self.arguments: dict[str, Argument] = {}
        self.relations: list[Relation] = []
        self.front: dict[str, Any] = {}
        #: All headings with their data, each by the way to it.
        self.sections: dict[tuple[str, ...], dict[str, Any]] = {}
        self.comments: list[int] = []
        #: Where emphasis stood that a map cannot show.
        self.emphasis = 0
        self._untitled = 0
        self._known: set[tuple[str, int, int]] = set()

    @property
    def is_strict(self) -> bool:
        """Whether relations between statements are logical ones."""
        return self._setting("mode") == "strict"

    @property
    def drops_tags(self) -> bool:
        """Whether tags are no part of the texts that they stand in."""
        return self._setting("removeTagsFromText") is True

    def _setting(self, name: str) -> object:
        model = self.front.get("model")
        return model.get(name) if isinstance(model, dict) else None

    def statement(self, title: str | None) -> Statement:
        """Give the statement of a title; a new one where there is no title."""
        name = self._number() if title is None else title
        if name not in self.statements:
            self.statements[name] = Statement(name, title is None)
        return self.statements[name]

    def argument(self, title: str | None) -> Argument:
        """Give the argument of a title; a new one where there is no title."""
        name = self._number() if title is None else title
        if name not in self.arguments:
            self.arguments[name] = Argument(name, title is None)
        return self.arguments[name]

    def relate(self, kind: str, source: Statement | Argument, target: Member, at: int) -> None:
        """Take a relation, once."""
        if (kind, id(source), id(target)) in self._known:
            return
        if kind == CONTRADICTORY and (kind, id(target), id(source)) in self._known:
            return
        self._known.add((kind, id(source), id(target)))
        self.relations.append(Relation(kind, source, target, at))

    def _number(self) -> str:
        self._untitled += 1
        return f"Untitled {self._untitled}"
