"""PDF/A-3a and PDF/UA-1 in one file.

WeasyPrint writes one variant at a time (issue 2783): it makes the PDF/A-3a, and its metadata are completed here with
the identification of PDF/UA (ISO 14289-1, clause 5), declared as an extension schema as ISO 19005-3, 6.6.2.3 asks.
"""

from __future__ import annotations

from xml.etree.ElementTree import fromstring, register_namespace, tostring

from weasyprint.document import Document
from weasyprint.pdf.metadata import DocumentMetadata

from mpp.pdf.meta import PdfMeta

_NAAMRUIMTEN = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_XMLNS = " ".join(f'xmlns:{voor}="{adres}"' for voor, adres in _NAAMRUIMTEN.items())

_IDENTIFICATIE = f"""
<rdf:RDF {_XMLNS}>
<rdf:Description rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_NAAMRUIMTEN["pdfuaid"]}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


class Metadata(DocumentMetadata):
    """WeasyPrint's metadata with the identification of PDF/UA in the same rdf:RDF element.

    Its own option `xmp_metadata` would add a second rdf:RDF, which validators do not read.
    """

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """The XMP metadata as bytes."""
        for voor, adres in _NAAMRUIMTEN.items():
            register_namespace(voor, adres)
        rdf = fromstring(super().generate_rdf_metadata(variant, version, conformance))
        rdf.extend(fromstring(_IDENTIFICATIE))
        return bytes(tostring(rdf, encoding="utf-8"))


def beschrijf(document: Document, meta: PdfMeta) -> None:
    """Give `document` the metadata of `meta`, both dates those of the edition."""
    moment = meta.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    document.metadata = Metadata(
        title=meta.titel,
        description=meta.onderwerp,
        authors=[meta.auteur],
        lang=meta.taal,
        created=moment,
        modified=moment,
    )
