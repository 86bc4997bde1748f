"""The numbers a document may speak of, by their name: `n`, `p`, `r`, `kans`, and the names of the edition."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from mpp.getal.getal import Getal, InTekst, Naam, Vervallen, Zinsdeel
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import PLANNING, Uitkomsten, indicator
from mpp.uitkomsten.register import OPENBAAR, niveau_van
from mpp.uitkomsten.voor_de_peildatum import heeft_ramingen
from mpp.weergave.afronding import stap, stap_ingevoerd
from mpp.weergave.opmaak import MAANDEN, datum

_EERSTE: Final = "instroom.eerste_aanvragen"


def n(id: str, jaar: int, scenario: str = "medio", *, op: float | None = None, u: Uitkomsten) -> Getal:
    """An indicator of the edition in one year and scenario, rounded for readers outside unless `op` says otherwise.

    Raises Fout for an unknown indicator, year or scenario, for an indicator that a document of this edition may not show, and
    for an `op` that is finer than a public edition shows.
    """
    i = indicator(id, niveau_van(u.editie.classificatie))
    bron, grens = _bron(u, f"indicator:{id}"), fijnst(u, i.eenheid)
    return Getal(u.waarde(id, jaar, scenario), i.eenheid, op or stap(i.eenheid), bron, f"{jaar}|{scenario}", grens)


def p(id: str, periode: int | str = "vast", *, op: float | None = None, u: Uitkomsten) -> Getal:
    """The value of a parameter for a period (year, half-year or calendar month), no finer than as it was entered.

    Raises Fout for an unknown parameter or period.
    """
    parameter = u.ps[id]
    waarde = parameter.waarden.get(str(periode))
    if waarde is None:
        raise Fout([probleem("getal-periode-onbekend", id=id, periode=periode, alle=", ".join(parameter.waarden))])
    return ingevoerd(waarde.waarde, parameter.eenheid, op, _bron(u, f"parameter:{id}"), str(periode), u)


def naar_jaar(id: str, *, u: Uitkomsten) -> Zinsdeel:
    """A parameter by year, consecutive years of one value together: 15 in 2023 en 6 in 2024 tot en met 2027.

    Raises Fout for an unknown parameter.
    """
    groepen = [list(g) for _, g in groupby(u.ps[id].waarden.items(), key=lambda pw: pw[1].waarde)]
    delen: list[InTekst | str] = []
    for groep in groepen:
        eerste, laatste = groep[0][0], groep[-1][0]
        tijd = eerste if eerste == laatste else f"{eerste} tot en met {laatste}"
        delen += [" en " if groep is groepen[-1] else ", ", p(id, eerste, u=u), " in ", Naam(tijd, "parameter:periode")]
    return Zinsdeel(tuple(delen[1:]))


def r(id: str, moment: int | str, *, op: float | None = None, u: Uitkomsten) -> Getal:
    """A realisation at a date or over a period, no finer than as it was entered.

    Raises Fout for an unknown realisation or moment.
    """
    realisaties = u.ps.realisaties
    if id not in realisaties:
        raise Fout([probleem("getal-realisatie-onbekend", id=id, suggestie=lijkt_op(id, realisaties))])
    reeks = realisaties[id]
    waarde = reeks.waarden.get(str(moment))
    if waarde is None:
        raise Fout([probleem("getal-periode-onbekend", id=id, periode=moment, alle=", ".join(reeks.waarden))])
    return ingevoerd(waarde.waarde, reeks.eenheid, op, f"realisatie:{id}", str(moment), u)


def g(id: str, jaar: int, scenario: str | None = None, *, op: float | None = None, u: Uitkomsten) -> Getal:
    """A published figure that the model is held against; without `scenario` that of medio, or else of the planning.

    Raises Fout when nothing was published for it.
    """
    gepubliceerd: dict[tuple[str, int, str], float] = {(c.indicator, c.jaar, c.scenario): c.waarde for c in u.ps.gepubliceerd}
    for naam in (scenario,) if scenario else ("medio", PLANNING):
        if (waarde := gepubliceerd.get((id, jaar, naam))) is not None:
            return ingevoerd(waarde, indicator(id).eenheid, op, f"gepubliceerd:{id}", f"{jaar}|{naam}", u)
    raise Fout([probleem("getal-gepubliceerd-onbekend", id=id, jaar=jaar, scenario=scenario or "medio")])


def kans(jaar: int, *, boven: float | str | None = None, onder: float | str | None = None, u: Uitkomsten) -> Getal:
    """The probability that the first asylum inflow of a year lies above, or below, a number of people or that of a scenario.

    Raises Fout for an unknown year or scenario.
    """
    if (boven is None) == (onder is None):
        raise TypeError("give either boven or onder")
    grens = boven if boven is not None else onder
    assert grens is not None
    aantal = u.waarde(_EERSTE, jaar, grens) if isinstance(grens, str) else grens
    kans_boven = float(u.prognose.kans_boven(jaar, aantal))
    waarde = kans_boven if boven is not None else 1 - kans_boven
    sleutel = f"{jaar}|{'boven' if boven is not None else 'onder'} {grens if isinstance(grens, str) else f'{grens:g}'}"
    return Getal(waarde, "aandeel", stap("aandeel"), _bron(u, "prognose:kans"), sleutel)


def ingevoerd(waarde: float, eenheid: str, op: float | None, bron: str, sleutel: str, u: Uitkomsten) -> Getal:
    """A number that was entered, rounded to `op` or as usual; in a public edition no finer than it was entered or is usual."""
    grens = min(stap(eenheid), stap_ingevoerd(waarde, eenheid)) if u.editie.classificatie == OPENBAAR else 0.0
    return Getal(waarde, eenheid, max(op or stap(eenheid), grens), bron, sleutel, grens)


def fijnst(u: Uitkomsten, eenheid: str) -> float:
    """The finest step that the edition may show a result of this unit at, nought for any step."""
    return stap(eenheid) if u.editie.classificatie == OPENBAAR else 0.0


def editie(*, u: Uitkomsten) -> Naam:
    """The name of the edition: MPP 2023-1."""
    return Naam(u.editie.naam, "editie:naam")


def editie_voluit(*, u: Uitkomsten) -> Naam:
    """The edition as it is named on every page, with what kind it is: MPP 2023-1 (openbare reconstructie)."""
    return Naam(u.editie.titel, "editie:soort")


def verklaring(*, u: Uitkomsten) -> Naam:
    """What the edition says that it is and is not."""
    return Naam(u.editie.verklaring, "editie:verklaring")


def vorige_editie(*, u: Uitkomsten) -> Naam:
    """The name of the previous edition."""
    return Naam(f"MPP {u.editie.vorige}", "editie:vorige")


def jaar(nummer: int, *, u: Uitkomsten) -> Naam:
    """The nth year of the forecast (1 is the first, 0 the year before it, -1 the last)."""
    jaren = u.jaren
    return Naam(str(jaren[-1] if nummer == -1 else jaren[0] + nummer - 1), "editie:jaren")


def aantal_jaren(*, u: Uitkomsten) -> Getal:
    """How many years the forecast looks ahead."""
    return Getal(len(u.jaren), "jaren", 1, "editie:jaren")


def peildatum(*, u: Uitkomsten) -> Naam:
    """The date of the latest data, in words."""
    return Naam(datum(u.editie.peildatum), "editie:peildatum")


def standdatum(*, u: Uitkomsten) -> Naam:
    """The day of the stocks with which the model begins, as a stand is named: eind 2022; 1 juli 2023."""
    dag = u.editie.begin
    return Naam(f"eind {dag.year - 1}" if (dag.month, dag.day) == (1, 1) else datum(dag), "editie:peildatum")


def rekenbegin(*, u: Uitkomsten) -> InTekst:
    """The day of the stocks with which the model begins and, when months of its year lie before it, what is taken for those.

    1 januari 2023; or: 1 juli 2023, na wat er van januari tot en met juni kwam, voor een deel geraamd.
    """
    begin = begindag(u=u)
    if not (n := u.editie.gerealiseerd):
        return begin
    maanden = f"van {MAANDEN[0]} tot en met {MAANDEN[n - 1]}" if n > 1 else f"in {MAANDEN[0]}"
    geraamd = ", voor een deel geraamd" if heeft_ramingen(u.ps) else ""
    return Zinsdeel((begin, f", na wat er {maanden} kwam{geraamd}"))


def begindag(*, u: Uitkomsten) -> Naam:
    """The day with which the model begins."""
    return Naam(datum(u.editie.begin), "editie:peildatum")


def vanaf_begin(*, u: Uitkomsten) -> InTekst:
    """What a sum of a stock and its flows must say of the first year when the model begins within it; nothing when it does not."""
    if not u.editie.gerealiseerd:
        return Vervallen()
    eerste, dag = jaar(1, u=u), begindag(u=u)
    slot = ", de dag waarmee het model begint; de instroom en de uitstroom van dat jaar tellen ook de maanden daarvoor."
    return Zinsdeel(("In ", eerste, " geldt dat vanaf ", dag, slot))


def vastgesteld(*, u: Uitkomsten) -> Naam:
    """The date on which the edition was adopted, in words."""
    return Naam(datum(u.editie.vastgesteld), "editie:vastgesteld")


def _bron(u: Uitkomsten, bron: str) -> str:
    """The origin of a number; that of a variant names it, so that it never passes for a number of the MPP."""
    return f"{u.ps.merk}:{bron}" if u.ps.merk else bron
