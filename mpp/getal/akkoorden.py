"""How it stands with the consent of the organisations, as the documents say it: in sentences, as a table, and at each parameter."""

from __future__ import annotations

from collections.abc import Sequence

from mpp.getal.getal import Getal, InTekst, Naam, Zinsdeel
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.parameters.akkoord import SOORTEN, STATEN, Staat, Stand, tel
from mpp.parameters.akkoordvorm import Akkoord
from mpp.parameters.schema import Parameter
from mpp.ronde.akkoordstand import route, standen
from mpp.ronde.journaal import Route, lees_journaal
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.register import OPENBAAR
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
    for soort in SOORTEN:
        for organisatie in dict.fromkeys(s.organisatie for s in alle if s.soort == soort):
            eigen = [s for s in alle if (s.soort, s.organisatie) == (soort, organisatie)]
            aantallen = [_aantal(aantal, f"{soort}|{organisatie}|{staat}") for staat, aantal in tel(eigen).items()]
            rijen.append([organisatie, soort, *aantallen, *([_laatste(eigen, u)] if gezegd else [])])
    koppen = ["Organisatie", "Waarover", *map(str.capitalize, STATEN), *(["Laatst"] if gezegd else [])]
    breedtes = [14, 14, *[12] * len(STATEN), *([24] if gezegd else [])]
    return Tabel(koppen, rijen, breedtes, tekstkolommen=frozenset({1, len(STATEN) + 2}))


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
