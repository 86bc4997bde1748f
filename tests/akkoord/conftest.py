"""A small edition in which the IND and the COA must agree: the fixed results of a model that is not run, and forms filled in."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mpp.akkoord.formulier import BLAD, DATUM_IN, KOPREGEL, NAAM_IN, als_werkboek
from mpp.akkoord.lezen import lees_formulier
from mpp.akkoord.opstellen import stel_op
from mpp.akkoord.verwerken import Verwerkt, verwerk
from mpp.parameters import laad
from mpp.parameters.akkoord import Soort, waardehash
from mpp.uitkomsten import Uitkomsten
from tests.editie import proefuitkomsten
from tests.parameters.test_laden import GOED

PARAMETERS = GOED.replace("    eigenaar: IND\n", "    eigenaar: IND\n    akkoord: [IND, COA]  # samen\n", 1)
"""`ind.inwilliging` asks the IND and the COA, `ind.afwijzing` its owner alone."""

KOP = 'schema: 1\neditie: "2023-1"\n'
DAG = datetime.date(2023, 2, 10)
VANDAAG = datetime.date(2023, 3, 1)


def rij(ps, **anders: str) -> str:
    """One consent of the IND to `ind.inwilliging` as the file writes it, with other fields."""
    velden = {"organisatie": "IND", "parameter": "ind.inwilliging", "hash": waardehash(ps["ind.inwilliging"])}
    velden |= {"besluit": "ja", "door": "A. Bakker", "datum": "2023-02-01", **anders}
    return f"  - {{{', '.join(f'{veld}: {waarde}' for veld, waarde in velden.items() if waarde)}}}\n"


@pytest.fixture
def editie(tmp_path: Path) -> Callable[..., Uitkomsten]:
    """The edition with these parameters and consents, and fixed results."""

    def maak(parameters: str = PARAMETERS, akkoorden: str | None = None, maal: float = 1.0) -> Uitkomsten:
        pad = tmp_path / "parameters.yml"
        pad.write_text(parameters, encoding="utf-8")
        if akkoorden is not None:
            (tmp_path / "akkoorden.yml").write_text(KOP + akkoorden, encoding="utf-8")
        return proefuitkomsten(laad(pad), maal)

    return maak


@pytest.fixture
def u(editie) -> Uitkomsten:
    return editie()


def alles_ja(u: Uitkomsten) -> str:
    """Every organisation agrees to every parameter, as the file writes it."""
    rijen = [rij(u.ps, organisatie=wie, parameter=p.id, hash=waardehash(p)) for p in u.ps.parameters.values() for wie in p.partijen]
    return f"invoer:\n{''.join(rijen)}"


def plek(pad: Path, kolom: str, onderwerp: str, periode: str = "2023") -> str:
    """The cell of a form in the column of this name, in the row of a parameter or indicator and a period."""
    ws = load_workbook(pad)[BLAD]
    koppen = {cel.value: cel.column_letter for cel in ws[KOPREGEL]}
    rijen = {(ws.cell(n, 2).value, ws.cell(n, 3).value): n for n in range(KOPREGEL + 1, ws.max_row + 1)}
    return f"{koppen[kolom]}{rijen[onderwerp, periode]}"


@pytest.fixture
def formulier(tmp_path: Path) -> Callable[..., Path]:
    """The form of an organisation, with name, day and whatever else filled in: {(column, subject[, period]) or cell: value}."""

    def maak(u: Uitkomsten, vul: Mapping[Any, Any], partner: str = "IND", soort: Soort = "invoer", wijzig: Any = None) -> Path:
        pad = tmp_path / "formulier.xlsx"
        pad.write_bytes(als_werkboek(stel_op(u, partner, soort, None)))
        boek = load_workbook(pad)
        for waar, waarde in {NAAM_IN: "A. Bakker", DATUM_IN: DAG, **vul}.items():
            boek[BLAD][waar if isinstance(waar, str) else plek(pad, *waar)] = waarde
        if wijzig:
            wijzig(boek)
        boek.save(pad)
        return pad

    return maak


@pytest.fixture
def neem_over(formulier) -> Callable[..., Verwerkt]:
    """Fill in a form, read it back and take it over in the files of the edition."""

    def doe(u: Uitkomsten, vul: Mapping[Any, Any], partner: str = "IND", soort: Soort = "invoer", **anders: Any) -> Verwerkt:
        uit = verwerk(lees_formulier(formulier(u, vul, partner, soort)), u, anders.get("vandaag", VANDAAG), anders.get("wie"))
        for naam, inhoud in uit.bestanden.items():
            (u.ps.pad.parent / naam).write_bytes(inhoud)
        return uit

    return doe
