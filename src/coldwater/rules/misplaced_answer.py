"""An argument says that it answers a question that is not asked there, or of an argument that it does not bear on.

Why: the question is then still open, though the author thinks it is not. An answer supports or attacks the argument
that is asked, one of its premises, or its conclusion.

Bad:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      rash: Anna has a red rash.
      nurse-saw: The school nurse saw the rash.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      measles: {premises: [rash], supports: go, scheme: sign, roles: {seen: rash}}
      looked: {premises: [nurse-saw], supports: rash, answers: {measles: [sen]}}
      time: {premises: [costly], attacks: go}

Good:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      rash: Anna has a red rash.
      nurse-saw: The school nurse saw the rash.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      measles: {premises: [rash], supports: go, scheme: sign, roles: {seen: rash}}
      looked: {premises: [nurse-saw], supports: rash, answers: {measles: [seen]}}
      time: {premises: [costly], attacks: go}

Source: our own.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.rules.subject import Subject

CODE = "CW505"
NAME = "misplaced-answer"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the answers to questions that are not asked, or that the argument cannot answer from where it stands.

    Nothing is said of the questions of a scheme that is not known, nor of an argument whose target is not there.
    """
    arguments = subject.map.arguments
    for name, argument in arguments.items():
        for asked, questions in (argument.answers or {}).items():
            if asked not in arguments:
                continue
            pointer = ("arguments", name, "answers", asked)
            if not subject.examination.is_near(name, asked) and subject.graph.has(argument.target):
                message = f"`{name}` answers a question to `{asked}`, but bears on nothing of it"
                way_out = "let it support or attack that argument, one of its premises or its conclusion"
                yield Flaw(pointer, f"{message}; {way_out}", name, on_key=True)
            known = _known(subject, asked)
            for i, question in enumerate(questions):
                if known and not _is_among(question, known):
                    yield Flaw((*pointer, i), _message(subject, asked, question, known), name)


def _known(subject: Subject, asked: str) -> Sequence[str]:
    """Give the names of the questions to an argument; none if its scheme is not known, so that nobody can say."""
    from coldwater.schemes.asking import GENERAL_NAMES  # noqa: PLC0415 - only where a question is answered

    if asked in subject.schemes:
        return (*(question.name for question in subject.schemes[asked].scheme.questions), *GENERAL_NAMES)
    return GENERAL_NAMES if subject.map.arguments[asked].scheme is None else ()


def _is_among(question: str, known: Sequence[str]) -> bool:
    from coldwater.schemes.forms import folded  # noqa: PLC0415

    return folded(question) in map(folded, known)


def _message(subject: Subject, asked: str, question: str, known: Sequence[str]) -> str:
    from coldwater.suggest import closest, phrase  # noqa: PLC0415 - only where something is unknown

    hint = phrase(closest(question, known))
    if asked in subject.schemes:
        scheme = subject.schemes[asked].scheme.name
        return f"`{scheme}` asks no question `{question}`.{hint or f' `coldwater scheme {scheme}` lists them'}"
    names = ", ".join(f"`{one}`" for one in known)
    return f"an argument without a scheme is asked no question `{question}`.{hint or f' There are {names}'}"
