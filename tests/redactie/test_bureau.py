"""A save gives a new version; a problem leaves the last good pages in sight."""

import asyncio
import threading

import pytest

from mpp.problemen import probleem
from mpp.redactie.bureau import Bureau
from mpp.redactie.maker import Uitslag

WACHT = 20.0
GOED = Uitslag(paginas=(b"png",), bestanden={"infographic.html": b"<p>", "infographic.pdf": b"%PDF"})
FOUT = Uitslag(problemen=(probleem("tekst-leeg", bestand="infographic/teksten.yml", regel=7, sleutel="kop.soort"),))


@pytest.fixture
def map_(tmp_path):
    (tmp_path / "infographic").mkdir()
    (tmp_path / "infographic" / "teksten.yml").write_text("a: b\n")
    (tmp_path / "glossary.yml").write_text("a: b\n")
    return tmp_path


async def tot(voorwaarde):
    """Wait until it is so, at most WACHT seconds."""
    async with asyncio.timeout(WACHT):
        while not voorwaarde():
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("bestand", ["infographic/teksten.yml", "glossary.yml"])
def test_opslaan_maakt_een_nieuwe_versie(map_, bestand):
    async def verhaal():
        bureau = Bureau("infographic", lambda stop: GOED)
        async with bureau.open(map_):
            await tot(lambda: bureau.versie == 1)
            await asyncio.sleep(0.5)  # the watcher needs a moment to begin
            (map_ / bestand).write_text("a: c\n")
            await tot(lambda: bureau.versie == 2)

    asyncio.run(verhaal())


def test_een_probleem_laat_de_laatste_goede_paginas_staan(map_):
    versies = iter((GOED, FOUT, GOED))

    async def verhaal():
        bureau = Bureau("infographic", lambda stop: next(versies))
        async with bureau.open(map_):
            await tot(lambda: bureau.versie == 1)
            assert bureau.stand()["problemen"] == ()
            bureau.vernieuw()
            await tot(lambda: bureau.versie == 2)
            assert bureau.stand()["paginas"] == 1
            (p,) = bureau.stand()["problemen"]
            assert p["plaats"] == "infographic/teksten.yml:7"
            assert "kop.soort" in p["wat"]
            assert p["remedie"]
            bureau.vernieuw()
            await tot(lambda: bureau.versie == 3)
            assert bureau.stand()["problemen"] == ()

    asyncio.run(verhaal())


def test_er_wordt_een_versie_tegelijk_gemaakt_en_wat_intussen_is_opgeslagen_volgt(map_):
    bezig, hoogste, mag = 0, 0, threading.Event()

    def maak(stop):
        nonlocal bezig, hoogste
        bezig += 1
        hoogste = max(hoogste, bezig)
        mag.wait(WACHT)
        bezig -= 1
        return GOED

    async def verhaal():
        bureau = Bureau("infographic", maak)
        async with bureau.open(map_):
            await tot(lambda: bureau.bezig)
            for _ in range(5):
                bureau.vernieuw()
            mag.set()
            await tot(lambda: bureau.versie == 2)
            await asyncio.sleep(0.2)
            assert bureau.versie == 2

    asyncio.run(verhaal())
    assert hoogste == 1


def test_sluiten_breekt_het_maken_af_en_stuurt_de_kijkers_weg(map_):
    def maak(stop):
        assert stop.wait(WACHT)
        return GOED

    async def verhaal():
        bureau = Bureau("infographic", maak)
        gezien = []

        async def kijk():
            async for versie in bureau.nieuws():
                gezien.append(versie)

        async with asyncio.timeout(WACHT):
            async with bureau.open(map_):
                kijker = asyncio.create_task(kijk())
                await tot(lambda: bureau.bezig and gezien)
            await kijker
        assert gezien[0] == 0

    asyncio.run(verhaal())
