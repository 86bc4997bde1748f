"""`mpp lock`: lock the parameters of an edition."""

from __future__ import annotations

from mpp.cli.opties import Parameterbestand


def lock(parameters: Parameterbestand = None) -> None:
    """Vergrendel de parameters. Legt vast waarmee de editie wordt gemaakt; zonder slot is alles concept."""
    from mpp.parameters.slot import controleer_slot, schrijf_slot
    from mpp.projectmap import Projectmap
    from mpp.uitkomsten import bereken

    ps = Projectmap.hier(parameters).laad()
    bereken(ps)  # what the model cannot compute must not be locked
    alles, varianten = controleer_slot(ps)
    redenen = (*alles, *varianten)
    if not redenen:
        print(f"Het slot van {ps.editie.titel} klopt al.")
        return
    for reden in redenen:
        print(f"- {reden}")
    print(f"Vergrendeld: {ps.editie.titel} in {schrijf_slot(ps)}")
