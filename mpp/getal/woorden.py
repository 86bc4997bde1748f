"""Words that are computed from the numbers they speak of."""

from __future__ import annotations

from mpp.getal.afronding import rond, stap
from mpp.getal.getal import Getal, Woord
from mpp.getal.opmaak import opmaak


def verschil(a: Getal, b: Getal) -> Getal:
    """How far `a` and `b` lie apart, without sign."""
    return abs(a - b)


def aandeel(deel: Getal, geheel: Getal) -> Getal:
    """`deel` as a share of `geheel`, shown as a percentage."""
    return (deel / geheel).met(eenheid="aandeel", op=stap("aandeel"))


def groei(van: Getal, tot: Getal) -> Getal:
    """The relative change from `van` to `tot` without sign, shown as a percentage."""
    return Getal(abs(tot.waarde / van.waarde - 1), "aandeel", stap("aandeel"), f"abs ({tot.herkomst} / {van.herkomst} - 1)")


def hoger_lager(a: Getal, b: Getal) -> Woord:
    """Whether `a` is hoger or lager than `b`, as a reader sees both; gelijk when they read the same."""
    return _kies(a, b, "hoger", "lager", "gelijk")


def meer_minder(a: Getal, b: Getal) -> Woord:
    """Whether `a` is meer or minder than `b`; evenveel when they read the same."""
    return _kies(a, b, "meer", "minder", "evenveel")


def stijgt_daalt(van: Getal, tot: Getal) -> Woord:
    """Whether a figure stijgt or daalt from `van` to `tot`; blijft gelijk when they read the same."""
    return _kies(tot, van, "stijgt", "daalt", "blijft gelijk")


def stijging_daling(van: Getal, tot: Getal) -> Woord:
    """The same as a noun: stijging, daling or gelijk niveau."""
    return _kies(tot, van, "stijging", "daling", "gelijk niveau")


def ongeveer(a: Getal, op: float | None = None) -> Woord:
    """`a` to the nearest step with the word that is true of it: ruim when above, bijna when below, bare when exact."""
    stap_ = op or a.op
    rond_getal = rond(a.waarde, stap_)
    rest = rond(a.waarde, a.op) - rond_getal
    woord = "ruim " if rest > 0 else "bijna " if rest < 0 else ""
    return Woord(woord + opmaak(float(rond_getal), a.eenheid, stap_), a.waarde, a.herkomst)


def keer(a: Getal, b: Getal) -> Woord:
    """How many times as much `a` is as `b`: 1,4 keer zo veel."""
    verhouding = a / b
    return Woord(f"{verhouding.tekst} keer zo veel", verhouding.waarde, verhouding.bron)


def _kies(a: Getal, b: Getal, meer: str, minder: str, gelijk: str) -> Woord:
    if a.eenheid != b.eenheid:
        raise TypeError(f"{a.eenheid} and {b.eenheid} cannot be compared")
    op = max(a.op, b.op)
    teken = rond(a.waarde, op) - rond(b.waarde, op)
    return Woord(meer if teken > 0 else minder if teken < 0 else gelijk, a.waarde - b.waarde, f"{a.herkomst} - {b.herkomst}")
