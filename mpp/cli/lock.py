"""`mpp lock`: lock the parameters of an edition."""

from __future__ import annotations

from mpp.cli.opties import Parameterbestand


def lock(parameters: Parameterbestand = None) -> None:
    """Vergrendel de parameters. Legt vast waarmee de editie wordt gemaakt; wat is vastgesteld, wordt niet opnieuw vergrendeld."""
    from mpp.parameters.slot import controleer_slot
    from mpp.projectmap import Projectmap
    from mpp.ronde.journaal import lees_journaal
    from mpp.ronde.vergrendelen import vergrendel
    from mpp.uitkomsten import bereken

    ps = Projectmap.hier(parameters).laad()
    bereken(ps)  # what the model cannot compute must not be locked
    lees_journaal(ps)  # nor what was adopted, when nobody can tell any more what that was
    alles, varianten = controleer_slot(ps)
    redenen = (*alles, *varianten)
    if not redenen:
        print(f"Het slot van {ps.editie.titel} klopt al.")
        return
    pad = vergrendel(ps)
    for reden in redenen:
        print(f"- {reden}")
    print(f"Vergrendeld: {ps.editie.titel} in {pad}")
