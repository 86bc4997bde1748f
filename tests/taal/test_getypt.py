"""What is claimed of computed numbers is computed with them: typed, it is refused, with the word and its line."""

import pytest

from mpp.taal.getypt import getypte_claims
from mpp.taal.zinnen import Plek, Zin
from tests.editie import PROJECT
from tests.perturbatie.maken import maak as maak_alles
from tests.render.conftest import maak, uitkomsten  # noqa: F401

VORIG = Plek("getal", "51.700", "realisatie:coa.bezetting", "2022-12-31", 51_700, 10)
NU = Plek("getal", "70.770", "indicator:coa.bezetting", "2023|medio", 70_770, 10)
HOGER = Plek("woord", "hoger dan", "indicator:coa.bezetting[2023|medio] - realisatie:coa.bezetting[2022-12-31]")
KANS = Plek("getal", "67%", "prognose:kans", "2023|onder medio", 0.67, 0.01)
IN_2022 = Plek("naam", "2022", "editie:jaren")


def claims(*delen, los=False) -> list[str]:
    return list(getypte_claims(Zin(delen), ook_los=los))


@pytest.mark.parametrize(
    ("zin", "claim"),
    [
        (("De bezetting stijgt van ", VORIG, " naar ", NU, "."), "stijgt"),
        (("De bezetting neemt sterk toe, van ", VORIG, " naar ", NU, "."), "neemt sterk toe"),
        (("De voorraad loopt verder op tot ", NU, "."), "loopt verder op"),
        (("Het aantal zakt naar ", NU, "."), "zakt"),
        (("De bezetting verdubbelt tot ", NU, "."), "verdubbelt"),
        (("De bezetting is ", NU, ", meer dan in ", IN_2022, "."), "meer"),
        (("Met ", NU, " is zij hoger dan verwacht."), "hoger"),
        (("Zij blijft met ", NU, " onder het maximum."), "onder het maximum"),
        (("Zij blijft onder de ", NU, "."), "onder de …"),
        (("Met ", NU, " ligt zij binnen de bandbreedte."), "binnen de bandbreedte"),
        (("Zij ligt met ", NU, " aan de onderkant."), "aan de onderkant"),
        (("Het hoogste aantal is ", NU, "."), "hoogste"),
        (("De meeste, ", NU, ", wachten."), "meeste"),
        (("In elk scenario is het gelijk: ", NU, "."), "gelijk"),
        (("De wachttijd van ", NU, " weken is langer dan in ", IN_2022, "."), "langer dan in"),
        (("Er zijn ruim ", NU, " mensen."), "ruim …"),
        (("Er zijn maar liefst ", NU, " mensen."), "maar liefst …"),
        (("Dat is ook ", HOGER, " ", VORIG, "."), "ook …"),
        (("Dat is ", HOGER, " opnieuw ", VORIG, "."), "… opnieuw"),
        (("De helft van de ", NU, " mensen wacht."), "De helft"),
    ],
)
def test_een_claim_bij_een_berekend_getal(zin, claim):
    assert claim in claims(*zin)


@pytest.mark.parametrize(
    "zin",
    [
        ("De bezetting is ", NU, ", tegen ", VORIG, " eind ", IN_2022, "."),
        ("De bezetting is ", HOGER, " ", VORIG, "."),
        ("De kans dat de instroom hoger uitkomt, is ", KANS, "."),
        ("Een bijstelling heet significant als zij meer is dan ", KANS, " van de vorige waarde."),
        ("Als er meer aanvragen komen dan in medio, komen die in de voorraad: ", NU, "."),
        ("Afgesproken zijn ten minste ", NU, " beslissingen, en ten hoogste ", VORIG, "."),
        ("Bij de Raad van State komen ", NU, " hogere beroepen binnen."),
        ("Er wachten ", NU, " mensen langer dan de norm."),
        ("De beslissing valt binnen ", NU, " weken."),
        ("In ", IN_2022, " neemt de IND ", NU, " beslissingen in spoor 4."),
        ("Het gaat om ", NU, " mensen (onder nul: een voorsprong)."),
        ("Er komen ", NU, " mensen; die brief noemt dat een hoger aantal dan geraamd."),
        ("De voorraad groeit zolang er meer wordt aangevraagd dan beslist.",),
    ],
)
def test_wat_niets_beweert_van_de_getallen_blijft_staan(zin):
    assert claims(*zin) == []


def test_in_een_tekst_van_communicatie_beweegt_ook_zonder_getal_niets_getypt():
    assert claims("Het aantal open aanvragen stijgt.", los=True) == ["stijgt"]
    assert claims("Het aantal open aanvragen ", Plek("woord", "stijgt", "a - b"), ".", los=True) == []
    assert claims("Hoe hoger de lijn, hoe groter de kans op dat aantal.", los=True) == []


def test_geen_zin_van_deze_editie_beweert_iets_getypt():
    alles = maak_alles(PROJECT.wortel, PROJECT.laad())
    assert alles.mislukt == ()
    gevonden = [
        (bestand, plaats, claim)
        for bestand, zinnen in alles.zinnen.items()
        for plaats, zin in zinnen
        for claim in getypte_claims(zin, ook_los=not bestand.endswith(".qmd"))
    ]
    assert gevonden == []
    assert sum(map(len, alles.zinnen.values())) > 1000


def test_in_een_hoofdstuk_met_de_regel(maak):  # noqa: F811
    from mpp.problemen import Fout

    kop = "# Een {#sec-een}\n\n```{python}\n#| include: false\nfrom tests.taal.zin import jaar, n\n```\n\n"
    zin = 'Eind `{python} jaar(2023)` stijgt de bezetting naar `{python} n("coa.bezetting", 2023)` mensen.\n'
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": f"{kop}De kop van het verhaal.\n{zin}"})
    (probleem,) = fout.value.problemen
    assert (probleem.code, probleem.bestand, probleem.regel) == ("zin-claim-getypt", "index.qmd", 9)
    assert probleem.wat == "‘stijgt’ staat getypt bij een berekend getal, in de zin ‘Eind 2023 stijgt de bezetting naar 50.000 mensen.’."
    assert "stijgt_daalt" in probleem.remedie


def test_een_zin_over_twee_regels_en_woorden_die_de_code_schreef(maak):  # noqa: F811
    from mpp.problemen import Fout

    kop = """# Een {#sec-een}

```{python}
#| include: false
from mpp.getal.getal import Zinsdeel
from tests.taal.zin import jaar, n
deel = Zinsdeel((n("coa.bezetting", 2023), " in het minimum, hoger dan in medio"))
```

"""
    maak({"index.qmd": f"{kop}Het gaat om `{{python}} deel`.\n"})
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": f'{kop}Eind `{{python}} jaar(2023)` is het aantal mensen\nhoger, met `{{python}} n("coa.bezetting", 2023)`.\n'})
    (probleem,) = fout.value.problemen
    assert (probleem.code, probleem.regel) == ("zin-claim-getypt", 11)
