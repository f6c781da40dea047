"""An argument leaves open a question that its scheme asks, and that whoever uses it must answer.

It is off unless it is asked for: most arguments leave some question open, and that is no mistake. Whoever prepares a
debate wants the list. Only questions with the burden on the answerer are told; the others count once somebody shows
something. A question is answered by an argument that says so in `answers`: docs/schemes.md.

Why: the questions of a scheme are the ones that the other side will ask. An answer that stands on the map is one that
does not have to be found in the round.

Bad:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      rash: Anna has a red rash.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      measles: {premises: [rash], supports: go, scheme: sign, roles: {seen: rash}}
      time: {premises: [costly], attacks: go}

Good:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      rash: Anna has a red rash.
      nurse-saw: The school nurse saw the rash.
      nurse-knows: Every child that the nurse has seen with such a rash had to see the doctor.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      measles: {premises: [rash], supports: go, scheme: sign, roles: {seen: rash}}
      looked: {premises: [nurse-saw], supports: rash, answers: {measles: [seen]}}
      experience: {premises: [nurse-knows], supports: measles, answers: {measles: [strength]}}
      time: {premises: [costly], attacks: go}

Source: Walton, Reed and Macagno, Argumentation Schemes (2008), chapter 9; Gordon, Prakken and Walton (2007) on who has
the burden, from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW503"
NAME = "open-critical-question"
SEVERITY = "info"
ON_REQUEST = True


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the questions of schemes that must be answered and are not, in the order of the file and of the scheme."""
    for name, use in subject.schemes.items():
        words = {question.name: question.ask for question in use.scheme.questions}
        for asked in subject.examination.open_questions(name):
            if asked.scheme is not None and asked.burden == "answerer":
                message = f"`{name}` leaves open what `{asked.scheme}` asks: {words[asked.name]} ("
                message += f"answered by an argument with `answers: {{{name}: [{asked.name}]}}`)"
                yield Flaw(("arguments", name, "scheme"), message, name)
