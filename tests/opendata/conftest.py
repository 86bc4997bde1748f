"""A small edition with what is hard to write down: commas, quotes, line ends, ranges, several sources."""

from pathlib import Path

import numpy as np
import pytest

from mpp.edities.vergelijking import HOOFDINDICATOREN
from mpp.opendata import opendata
from mpp.opendata import uitgever as uitgevermodule
from mpp.parameters import laad
from mpp.parameters.akkoord import waardehash
from mpp.prognose import Prognose
from mpp.ronde.status import Status
from mpp.uitkomsten import Uitkomsten, register
from mpp.uitkomsten.gevoeligheid import Invloed

PARAMETERS = """\
schema: 1
editie: {id: "2023-1", naam: MPP 2023-1, soort: openbare reconstructie, vastgesteld: 2023-04-28, peildatum: 2023-01-01,
  jaren: [2023, 2024], classificatie: openbaar, verklaring: "Openbare reconstructie, geen officiële publicatie."}
bronnen:
  ind-2023: {titel: 'Cijfers, "voorlopig"', uitgever: IND, datum: 2023-01-11, soort: officieel, url: https://bronnen.mpp-proef.nl/a?b=1&c=2}
  coa-2022: {titel: Bezetting, uitgever: COA, datum: 2022, soort: officieel}
prognose:
  omschrijving: Eerste asielaanvragen in een jaar.
  verdeling: normaal
  zaad: 1
  samenhang_jaren: 0.5
  scenarios:
    - id: gelijk
      naam: Zoals nu
      soort: uitsluitend
      bron: ind-2023
      jaren: {2023: {kans: 1, verwachting: 40000, spreiding: 3000}, 2024: {kans: 1, verwachting: 41000, spreiding: 3000}}
    - id: extra
      naam: Er komt iets bij
      soort: additief
      aanname: Het kan.
      jaren: {2023: {kans: 0.1, verwachting: 5000, spreiding: 500}, 2024: {kans: 0.2, verwachting: 5000, spreiding: 500}}
parameters:
  - id: ind.inwilliging
    label: "Inwilliging; alle \\"afdoeningen\\", ook overig"
    eenheid: aandeel
    soort: apm
    eigenaar: IND
    periode: jaar
    peildatum: 2023-01-01
    waarden:
      2023: {waarde: 0.781234, genoemd: "78,1234%", laag: 0.7, hoog: 0.8, bron: [ind-2023, coa-2022]}
      2024: {waarde: 0.7, aanname: "Verwacht wordt een daling:\\nde samenstelling verandert."}
    akkoord: [IND, COA]
    kwaliteit: oranje
    impact: rood
  - id: coa.beginvoorraad
    label: Beginvoorraad
    eenheid: personen
    soort: ketenpartner
    eigenaar: COA
    periode: vast
    waarden: {vast: 51701}
    genoemd: "51.701"
    bron: coa-2022
    kwaliteit: groen
    impact: groen
realisaties:
  - {id: coa.bezetting, label: Bezetting, eenheid: personen, eigenaar: COA, periode: stand, bron: coa-2022, genoemd: "36.566 en 51.701", waarden: {2021-12-31: 36566, 2022-12-31: {waarde: 51701, zonder: crisisnoodopvang}}}
gepubliceerd:
  - {indicator: coa.bezetting, jaar: 2023, scenario: medio, waarde: 60000, bron: ind-2023, toelichting: Na een halfjaar.}
  - {indicator: coa.bezetting, jaar: 2024, scenario: medio, waarde: 61000, bron: [coa-2022, ind-2023], toelichting: Raming.}
"""  # noqa: E501

AKKOORDEN = """\
schema: 1
editie: "2023-1"
niet_gevraagd: openbare reconstructie
invoer:
  - {organisatie: IND, parameter: ind.inwilliging, hash: HASH, besluit: ja, door: Voornaam Achternaam, datum: 2023-02-01}
"""

GLOSSARIUM = """\
afkortingen:
  - {afkorting: COA, voluit: Centraal Orgaan opvang asielzoekers, uitleg: Vangt mensen op., uri_slug: coa}
  - {afkorting: BNTB, voluit: beroep niet tijdig beslissen, uitleg: Een beroep., uri_slug: bntb}
  - {afkorting: NTB, voluit: niet tijdig beslissen, uitleg: Zie BNTB., uri_slug: bntb}
  - {afkorting: Nidos, voluit: Nidos, uitleg: De voogd., uri_slug: nidos}
begrippen:
  - {term: vergunninghouder, uitleg: Wie een vergunning heeft., ook: [statushouder], uri_slug: vergunninghouder}
  - {term: bezetting, uitleg: Mensen < in > de opvang & daarbuiten., uri_slug: bezetting}
"""

UITGEVER = """\
basis: https://data.mpp-proef.nl/mpp
uitgever: {uri: https://data.mpp-proef.nl/id/apm, naam: Analyse Proeftuin Migratieketen}
contact: {naam: Vragen over de MPP, email: vragen@mpp-proef.nl, url: https://data.mpp-proef.nl/vragen}
"""

OPENBAAR = Status(concept=False, redenen=(), classificatie="openbaar", route="B")


def edities(map_: Path) -> Uitkomsten:
    """Month m of indicator i in scenario s is m/7 + 1000 s + i, so that every value can be told from its place; five draws."""
    (map_ / "parameters.yml").write_text(PARAMETERS, encoding="utf-8")
    (map_ / "_quarto.yml").touch()
    (map_ / "glossary.yml").write_text(GLOSSARIUM, encoding="utf-8")
    m = np.arange(1.0, 25.0) / 7
    maanden = {id: np.stack([m + 1000 * s + i for s in range(3)]) for i, id in enumerate(register())}
    hash = waardehash(laad(map_ / "parameters.yml")["ind.inwilliging"])
    (map_ / "akkoorden.yml").write_text(AKKOORDEN.replace("HASH", hash), encoding="utf-8")
    ps = laad(map_ / "parameters.yml")
    getrokken = {id: np.add.outer(1000.0 * np.arange(3, 8), [i, i + 0.5]) for i, id in enumerate(register())}
    u = Uitkomsten(ps, Prognose.uit(ps), maanden, getrokken=getrokken)
    invloed = Invloed("ind.inwilliging", -12.0, 26.0, 0.123)
    u.gevoeligheid._invloeden.update({(id, jaar): (invloed,) for id in HOOFDINDICATOREN for jaar in u.jaren})  # no model runs on these
    return u


def maak(u: Uitkomsten, status: Status = OPENBAAR) -> dict[str, bytes]:
    """The open data of `u`."""
    return opendata(u, status)


@pytest.fixture(scope="package", autouse=True)
def gevulde_uitgever(tmp_path_factory):
    """A publisher as one who publishes fills it in."""
    pad = tmp_path_factory.mktemp("uitgever") / "uitgever.yml"
    pad.write_text(UITGEVER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as proef:
        proef.setattr(uitgevermodule, "_BESTAND", pad)
        uitgevermodule.uitgever.cache_clear()
        yield
    uitgevermodule.uitgever.cache_clear()


@pytest.fixture(scope="package")
def u(tmp_path_factory) -> Uitkomsten:
    return edities(tmp_path_factory.mktemp("editie"))


@pytest.fixture(scope="package")
def map_(u, gevulde_uitgever) -> dict[str, bytes]:
    """The files of the folder, by name."""
    return {naam.removeprefix("open-data/"): inhoud for naam, inhoud in maak(u).items()}


@pytest.fixture(scope="package")
def op_schijf(map_, tmp_path_factory) -> Path:
    """The folder on disk."""
    plek = tmp_path_factory.mktemp("open-data")
    for naam, inhoud in map_.items():
        (plek / naam).parent.mkdir(exist_ok=True)
        (plek / naam).write_bytes(inhoud)
    return plek
