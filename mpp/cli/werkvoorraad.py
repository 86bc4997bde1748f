"""`mpp werkvoorraad`: what is left to do in this round."""

from __future__ import annotations

from typing import Annotated

import typer

from mpp.cli.opties import Parameterbestand


def werkvoorraad(
    partner: Annotated[str | None, typer.Option("--partner", metavar="NAAM", help="Alleen deze organisatie.", show_default=False)] = None,
    parameters: Parameterbestand = None,
) -> None:
    """Toon wat er in deze ronde nog te doen is. Per organisatie de waarden en teksten, met wat er de vorige keer stond."""
    from mpp.problemen import Fout, lijkt_op, probleem
    from mpp.projectmap import Projectmap
    from mpp.ronde import werkvoorraad as voorraad

    project = Projectmap.hier(parameters)
    per = voorraad.per_organisatie(voorraad.werkvoorraad(project))
    if partner and partner not in voorraad.ORGANISATIES:
        alle = ", ".join(voorraad.ORGANISATIES)
        raise Fout([probleem("werkvoorraad-organisatie", partner=partner, alle=alle, suggestie=lijkt_op(partner, voorraad.ORGANISATIES))])
    for wie, posten in per.items():
        if partner in (None, wie):
            print(f"{wie}: {len(posten)} te doen")
            for post in posten:
                print(f"  {post.zin}")
            print()
    gezien = [post for wie, posten in per.items() if partner in (None, wie) for post in posten]
    print(f"Samen {len(gezien)} te doen" if gezien else "Er is niets meer te doen", f"({project.parameters}).")
