"""From one HTML document to one PDF: accessible (PDF/UA-1), archival (PDF/A-3a) and the same bytes everywhere."""

from mpp.pdf.maak import maak_pdf
from mpp.pdf.meta import Bijlage, PdfMeta

__all__ = ["Bijlage", "PdfMeta", "maak_pdf"]
