"""The house style that all charts share: colours, letters, sheet, labels, shapes, series."""

from figures.stijl.tekenaar import svg

__all__ = ["svg"]
