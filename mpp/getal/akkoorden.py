"""How it stands with the consent of the partners: in a sentence, as a table, and at each parameter."""

from __future__ import annotations

from mpp.getal.getal import Getal, Naam, Zinsdeel
from mpp.getal.opmaak import datum
from mpp.getal.tabel import Cel, Tabel
from mpp.parameters.schema import Akkoord, Parameter
from mpp.uitkomsten import Uitkomsten


def met_akkoord(*, u: Uitkomsten) -> Zinsdeel:
    """Of how many parameters every partner that is asked has given its consent: 0 van de 163 parameters."""
    ps = u.ps
    gegeven = sum(all(ps.akkoorden[sleutel].gegeven for sleutel in p.akkoord.values()) for p in ps.parameters.values())
    return Zinsdeel((_aantal(gegeven, "gegeven"), " van de ", _aantal(len(ps.parameters), "alle"), " parameters"))


def tabel_akkoorden(*, u: Uitkomsten) -> Tabel:
    """Every state of consent: whether it was given, by whom and when or why not, and at how many parameters it stands."""
    ps = u.ps
    rijen: list[list[Cel]] = [
        [
            Naam(sleutel, f"akkoord:{sleutel}"),
            "ja" if akkoord.gegeven else "nee",
            Naam(_toelichting(akkoord), f"akkoord:{sleutel}"),
            _aantal(sum(sleutel in p.akkoord.values() for p in ps.parameters.values()), sleutel),
        ]
        for sleutel, akkoord in ps.akkoorden.items()
    ]
    return Tabel(
        ["Akkoord", "Gegeven", "Door wie en wanneer, of waarom niet", "Parameters"],
        rijen,
        [20, 12, 54, 14],
        tekstkolommen=frozenset({1, 2}),
    )


def kenmerken(parameter: Parameter) -> str:
    """Kind, foundation, influence and consent of a parameter, as they stand under its values in the annex.

    The consent is that of the owner; any other organisation is named.
    """
    soort = "APM" if parameter.soort == "apm" else parameter.soort
    akkoorden = ", ".join(
        ("" if organisatie == parameter.eigenaar else f"{organisatie} ") + Naam(sleutel, f"akkoord:{sleutel}")._repr_markdown_()
        for organisatie, sleutel in parameter.akkoord.items()
    )
    return f"*{soort}; onderbouwing {parameter.kwaliteit}, invloed {parameter.impact}; akkoord {akkoorden}*"


def _toelichting(akkoord: Akkoord) -> str:
    delen = (akkoord.door, akkoord.datum and datum(akkoord.datum), akkoord.reden)
    return ", ".join(deel for deel in delen if deel)


def _aantal(aantal: int, welke: str) -> Getal:
    return Getal(aantal, "parameters", 1, "parameters:akkoord", welke)
