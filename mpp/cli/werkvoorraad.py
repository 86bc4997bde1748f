"""`mpp werkvoorraad`: what is left to do in this round."""

from __future__ import annotations

from mpp.cli.opties import Parameterbestand, Partner, kies_organisatie


def werkvoorraad(
    partner: Partner = None,
    parameters: Parameterbestand = None,
) -> None:
    """Toon wat er in deze ronde nog te doen is. Per organisatie de waarden en teksten, met wat er de vorige keer stond."""
    from mpp.projectmap import Projectmap
    from mpp.ronde import werkvoorraad as voorraad

    project = Projectmap.hier(parameters)
    gekozen = None if partner is None else kies_organisatie(partner, voorraad.ORGANISATIES, "werkvoorraad-organisatie")
    per, blijft = voorraad.per_organisatie(voorraad.werkvoorraad(project)), voorraad.gebleven(project)
    for wie, posten in per.items():
        if gekozen in (None, wie):
            print(f"{wie}: {len(posten)} te doen")
            for post in posten:
                print(f"  {post.zin}")
            print()
    for wie, wat in sorted(blijft.items()):
        if gekozen in (None, wie) and wie in per:
            print(f"{wie}: blijft staan zoals in de vorige editie, zonder te zijn gevraagd: {', '.join(wat)}.")
            print()
    for regel in voorraad.opmerkingen(project):
        print(f"Let op: {regel}.")
    gezien = [post for wie, posten in per.items() if gekozen in (None, wie) for post in posten]
    niets = f"Van {gekozen} is er niets meer te doen" if gekozen else "Er is niets meer te doen"
    print(f"Samen {len(gezien)} te doen" if gezien else niets, f"({project.parameters}).")
