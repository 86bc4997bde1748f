"""Words that are computed from the numbers they speak of."""

from __future__ import annotations

from decimal import Decimal

from mpp.getal.getal import Getal, Woord
from mpp.weergave.afronding import STAP_VERANDERING, rond, stap
from mpp.weergave.opmaak import opmaak


def verschil(a: Getal, b: Getal) -> Getal:
    """How far `a` and `b` lie apart, without sign."""
    return abs(a - b)


def aandeel(deel: Getal, geheel: Getal) -> Getal | Woord:
    """`deel` as a share of `geheel`, shown as a percentage; in words that it cannot be said of a whole that is nought."""
    if not geheel.waarde:
        return Woord("geen te bepalen deel", deel.waarde, f"{deel.herkomst} / {geheel.herkomst}", deel.op)
    return (deel / geheel).met(eenheid="aandeel", op=stap("aandeel"))


def groei(van: Getal, tot: Getal, op: float | None = None) -> Getal | Woord:
    """The relative change from `van` to `tot` without sign, shown as a percentage."""
    verandering_ = _relatief(van, tot, op)
    return abs(verandering_) if isinstance(verandering_, Getal) else verandering_


def verandering(van: Getal, tot: Getal, op: float | None = None) -> Woord:
    """The relative change from `van` to `tot` with its sign, as a percentage: +44%, −2%, 0%."""
    verandering_ = _relatief(van, tot, op)
    return met_teken(verandering_) if isinstance(verandering_, Getal) else verandering_


def met_teken(a: Getal) -> Woord:
    """The same number with a plus before it when it reads above zero."""
    return Woord(("+" if a.afgerond > 0 else "") + a.tekst, a.waarde, a.herkomst, a.op)


def hoger_lager(a: Getal, b: Getal) -> Woord:
    """Whether `a` is hoger or lager than `b`, as a reader sees both; gelijk when they read the same."""
    return _kies(a, b, "hoger", "lager", "gelijk")


def hoger_lager_dan(a: Getal, b: Getal) -> Woord:
    """Hoger dan, lager dan or gelijk aan: for before what `a` is compared with."""
    return _kies(a, b, "hoger dan", "lager dan", "gelijk aan")


def ligging(a: Getal, onder: Getal, boven: Getal) -> Woord:
    """Where `a` lies as a reader sees all three: binnen the band from `onder` to `boven` (its ends are in it), onder it or boven it."""
    laagste, hoogste = sorted((onder, boven), key=lambda grens: grens.waarde)
    te_laag, te_hoog = _teken(a, laagste) < 0, _teken(a, hoogste) > 0
    woord = "onder" if te_laag else "boven" if te_hoog else "binnen"
    return Woord(woord, a.waarde, f"{a.herkomst} in {laagste.herkomst} .. {hoogste.herkomst}", max(a.op, onder.op, boven.op))


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
    """`a` to the nearest step with the word that is true of it: ruim when above, bijna when below, bare when exact.

    Raises Fout for a step that is finer than `a` may be shown at.
    """
    stap_ = op or a.op
    a.eis(stap_)
    rond_getal = rond(a.waarde, stap_)
    rest = rond(a.waarde, a.op) - rond_getal
    woord = "ruim " if rest > 0 else "bijna " if rest < 0 else ""
    return Woord(woord + opmaak(float(rond_getal), a.eenheid, stap_), a.waarde, a.herkomst, a.op)


def keer(a: Getal, b: Getal) -> Woord:
    """How many times as much `a` is as `b`: 1,4 keer zo veel; in words that it cannot be said when `b` is nought."""
    if not b.waarde:
        return Woord("geen te bepalen aantal keer zo veel", a.waarde, f"{a.herkomst} / {b.herkomst}", a.op)
    verhouding = a / b
    return Woord(f"{verhouding.tekst} keer zo veel", verhouding.waarde, verhouding.bron, verhouding.op)


def _kies(a: Getal, b: Getal, meer: str, minder: str, gelijk: str) -> Woord:
    teken = _teken(a, b)
    woord = meer if teken > 0 else minder if teken < 0 else gelijk
    return Woord(woord, float(teken), f"{a.herkomst} - {b.herkomst}", max(a.op, b.op))


def _teken(a: Getal, b: Getal) -> Decimal:
    """How far `a` lies above `b` once both are rounded alike."""
    if a.eenheid != b.eenheid:
        raise TypeError(f"{a.eenheid} and {b.eenheid} cannot be compared")
    op = max(a.op, b.op)
    return rond(a.waarde, op) - rond(b.waarde, op)


def _relatief(van: Getal, tot: Getal, op: float | None) -> Getal | Woord:
    bron = f"{tot.herkomst} / {van.herkomst} - 1"
    if not van.waarde:
        return Woord("geen te bepalen percentage", tot.waarde, bron, tot.op)
    grens = STAP_VERANDERING if van.grens or tot.grens else 0.0
    return Getal(tot.waarde / van.waarde - 1, "aandeel", op or stap("aandeel"), bron, fijnst=grens)
