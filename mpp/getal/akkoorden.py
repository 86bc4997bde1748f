"""How it stands with the consent of the organisations, as the documents say it: in sentences, as a table, and at each parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mpp.getal.getal import Getal, InTekst, Naam, Zinsdeel
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.parameters.akkoord import SOORTEN, STATEN, Soort, Staat, Stand, tel
from mpp.parameters.akkoordvorm import Akkoord
from mpp.parameters.schema import Parameter
from mpp.ronde.akkoordstand import route, standen
from mpp.ronde.journaal import Route, lees_journaal
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.register import OPENBAAR, register
from mpp.weergave.opmaak import datum, opsomming

_ROUTES = {
    "A": "Een MPP waarmee alle organisaties akkoord zijn, gaat langs route A naar het Topberaad: namens de werkgroep.",
    "B": "Een MPP waarmee niet alle organisaties akkoord zijn, gaat langs route B naar het Topberaad: door APM, met alle overwegingen en discussiepunten erbij.",  # noqa: E501
}
_GEGAAN = {
    "A": "Deze MPP ging langs route A naar het Topberaad, namens de werkgroep: alle organisaties waren akkoord.",
    "B": "Deze MPP ging langs route B naar het Topberaad, door APM, met alle overwegingen en discussiepunten erbij: niet alle organisaties waren akkoord.",  # noqa: E501
}
_SLEUTEL = "akkoord:"
"""What the origin of every text about a consent begins with."""


def met_akkoord(*, u: Uitkomsten) -> Zinsdeel:
    """To how many parameters every organisation agreed that must, and to how many outcomes: 0 van de 163 parameters en …."""
    alle = standen(u)
    delen: list[InTekst | str] = []
    for soort, woord in (("invoer", "parameters"), ("uitkomsten", "uitkomsten")):
        onderwerpen = {s.onderwerp for s in alle if s.soort == soort}
        niet = {s.onderwerp for s in alle if s.soort == soort and s.staat != "gegeven"}
        gegeven, geheel = _aantal(len(onderwerpen - niet), f"{soort}|gegeven"), _aantal(len(onderwerpen), f"{soort}|alle")
        delen += [*([" en "] if delen else []), gegeven, " van de ", geheel, f" {woord}"]
    return Zinsdeel(tuple(delen))


def waarom_route(*, u: Uitkomsten) -> Zinsdeel:
    """Why nobody was asked for a consent, where that is so, and along which route the edition goes, or went."""
    alle, gegaan = standen(u), lees_journaal(u.ps).route
    gevolg, reden = _GEGAAN[gegaan] if gegaan else _ROUTES[route(alle)], (u.ps.akkoorden.niet_gevraagd or "").rstrip(".")
    aantal = tel(alle)["niet gevraagd"]
    if not aantal:
        return Zinsdeel((gevolg,))
    begin = "Om akkoord is niet gevraagd: " if aantal == len(alle) else "Waar niet om akkoord is gevraagd, is dat hierom: "
    return Zinsdeel((begin, Naam(reden, f"{_SLEUTEL}niet_gevraagd"), ". ", gevolg))


def tabel_akkoorden(*, u: Uitkomsten) -> Tabel:
    """Of each organisation how many parameters and outcomes are in each state, and who said so last and when.

    A public edition has no names of persons.
    """
    alle = standen(u)
    gezegd = any(stand.akkoord for stand in alle)
    rijen: list[list[Cel]] = []
    for opgave in opgaven(u=u):
        laatste = [_laatste(_van(alle, opgave.soort, opgave.organisatie), u)] if gezegd else []
        rijen.append([opgave.organisatie, opgave.soort, *opgave.aantallen.values(), *laatste])
    koppen = ["Organisatie", "Waarover", *map(str.capitalize, STATEN), *(["Laatst"] if gezegd else [])]
    breedtes = [14, 14, *[12] * len(STATEN), *([24] if gezegd else [])]
    return Tabel(koppen, rijen, breedtes, tekstkolommen=frozenset({1, len(STATEN) + 2}))


@dataclass(frozen=True)
class Opgave:
    """How it stands with one organisation on one kind of thing: how many in each state."""

    organisatie: str
    soort: Soort
    aantallen: Mapping[Staat, Getal]

    @property
    def gevraagd(self) -> bool:
        """Whether anything was asked of it."""
        return any(aantal.waarde for staat, aantal in self.aantallen.items() if staat != "niet gevraagd")


@dataclass(frozen=True)
class Geweigerd:
    """One thing to which an organisation did not consent: what it is, the reason that it gave, and when."""

    organisatie: str
    waarover: Naam
    waarom: Naam | None
    dag: Naam

    @property
    def antwoord(self) -> tuple[str, str, str]:
        """What one answer to several things has in common."""
        return self.organisatie, self.dag.naam, self.waarom.naam if self.waarom else ""


def opgaven(*, u: Uitkomsten) -> tuple[Opgave, ...]:
    """How it stands with each organisation, first on the parameters, then on the outcomes."""
    alle = standen(u)
    return tuple(
        Opgave(wie, soort, {staat: _aantal(n, f"{soort}|{wie}|{staat}") for staat, n in tel(_van(alle, soort, wie)).items()})
        for soort in SOORTEN
        for wie in dict.fromkeys(s.organisatie for s in alle if s.soort == soort)
    )


def _van(alle: Sequence[Stand], soort: Soort, organisatie: str) -> list[Stand]:
    return [s for s in alle if (s.soort, s.organisatie) == (soort, organisatie)]


def weigeringen(*, u: Uitkomsten) -> tuple[Geweigerd, ...]:
    """Everything to which an organisation did not consent as it is now."""
    return tuple(_geweigerd(s, u) for s in standen(u) if s.staat == "geweigerd")


def _geweigerd(stand: Stand, u: Uitkomsten) -> Geweigerd:
    a = stand.akkoord
    assert a is not None
    label = u.ps[stand.onderwerp].label if stand.soort == "invoer" else register()[stand.onderwerp].naam
    waarom = Naam(a.opmerking, f"{_SLEUTEL}opmerking") if a.opmerking else None
    return Geweigerd(stand.organisatie, Naam(label, "parameterbestand"), waarom, Naam(datum(a.datum), f"{_SLEUTEL}datum"))


def _laatste(eigen: Sequence[Stand], u: Uitkomsten) -> Cel:
    if not (akkoorden := [stand.akkoord for stand in eigen if stand.akkoord]):
        return LEEG
    laatste = max(akkoorden, key=lambda a: a.datum)
    wie = "" if u.editie.classificatie == OPENBAAR else f"{laatste.door}, "
    return Naam(f"{wie}{datum(laatste.datum)}", f"{_SLEUTEL}laatste")


def kenmerken(parameter: Parameter, u: Uitkomsten) -> str:
    """Kind, foundation, influence and consent of a parameter, as they stand under its values in the annex.

    The consent is that of the owner; any other organisation is named.
    """
    soort = "APM" if parameter.soort == "apm" else parameter.soort
    akkoorden = ", ".join(
        ("" if stand.organisatie == parameter.eigenaar else f"{stand.organisatie} ") + _in_woorden(stand)
        for stand in u.ps.akkoord(parameter)
    )
    return f"*{soort}; onderbouwing {parameter.kwaliteit}, invloed {parameter.impact}; akkoord {akkoorden}*"


def _in_woorden(stand: Stand) -> str:
    """The state of a consent as Markdown: gegeven (1 februari 2023), geweigerd (1 februari 2023: te hoog)."""
    a = stand.akkoord
    if a is None:
        return stand.staat
    opmerking = f": {Naam(a.opmerking, f'{_SLEUTEL}opmerking')._repr_markdown_()}" if a.opmerking else ""
    return f"{stand.staat} ({Naam(datum(a.datum), f'{_SLEUTEL}datum')._repr_markdown_()}{opmerking})"


def namen(akkoord: Akkoord) -> tuple[str, ...]:
    """What a document may say of a consent: its day, with or without who gave it, and the remark."""
    dag = datum(akkoord.datum)
    return (dag, f"{akkoord.door}, {dag}", *([akkoord.opmerking] if akkoord.opmerking else []))


def op_omslag(langs: Route, alle: Sequence[Stand]) -> str:
    """What the cover says: the route `langs` which the edition goes or went, and of which organisations the consent is not there
    or not complete, by state. A consent may lapse, or come, after the edition went to the Topberaad.
    """
    per_staat = {staat: list(dict.fromkeys(s.organisatie for s in alle if s.staat == staat)) for staat in STATEN}
    zonder = {staat: wie for staat, wie in per_staat.items() if wie and staat != "gegeven"}
    if not zonder:
        return "gegeven door alle organisaties" + (" (route A)" if langs == "A" else "; bij de vaststelling nog niet (route B)")
    if list(zonder) == ["niet gevraagd"] and not per_staat["gegeven"]:
        return "niet gevraagd (route B)"
    delen = [f"{_BIJ[staat]} {opsomming(sorted(wie))}" for staat, wie in zonder.items()]
    begin = "niet van alle organisaties (route B):" if langs == "B" else "bij de vaststelling van alle organisaties (route A); daarna"
    return f"{begin} {'; '.join(delen)}"


_BIJ: dict[Staat, str] = {
    "geweigerd": "geweigerd door",
    "vervallen": "vervallen van",
    "open": "nog open bij",
    "niet gevraagd": "niet gevraagd aan",
}


def _aantal(aantal: int, welke: str) -> Getal:
    return Getal(aantal, "akkoorden", 1, "akkoorden:aantal", welke)
