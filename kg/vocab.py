"""The vocabularies of the graph. A misspelt term raises :class:`AttributeError`; ``kg`` terms are checked against ``ontology/kg.ttl`` by a test."""

from __future__ import annotations

KG_IRI = "https://w3id.org/newskg/ontology#"  # not registered yet: the one place that says so


class Namespace:
    """``Namespace(iri, "Person Place")``: attributes are full IRIs, unknown ones raise."""

    def __init__(self, iri: str, terms: str) -> None:
        self._iri = iri
        vars(self).update((term, iri + term) for term in terms.split())

    def __getattr__(self, name: str) -> str:
        """Asked only for what is no attribute."""
        raise AttributeError(f"{self._iri} has no term {name!r} that newskg uses")

    def __getitem__(self, name: str) -> str:
        """A term made at run time (a role, an event type); the caller vouches for it."""
        return self._iri + name

    def __str__(self) -> str:
        return self._iri


KG = Namespace(
    KG_IRI,
    "Entity Event Claim Proposition Conflict Match Quantity Attribution Digest Group Vessel Vehicle Facility Law "
    "agent patient recipient instrument topic source goal purpose beneficiary cause result attribute place time quantity role relatedTo "
    "subEventOf lemma named status plover cameo timex value min max unit of about attribution cue within "
    "polarity modality positive negative actual alleged possible planned hypothetical denied asserted reported disputed onlyMentioned "
    "confidence rule states sourceCount independentSourceCount origin originReason share conflictKind between "
    "numberConflict dateConflict placeConflict actorConflict polarityConflict statusConflict "
    "left right same score reason CorrectionFile correction "
    "Modality Polarity Status ConflictKind sha256 textSha256 model configuration iso",
)
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type Statement subject predicate object Property")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label comment subClassOf subPropertyOf domain range isDefinedBy Class")
OWL = Namespace("http://www.w3.org/2002/07/owl#", "sameAs Ontology Class ObjectProperty DatatypeProperty equivalentClass versionInfo")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", "string integer decimal double boolean date nonNegativeInteger")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#", "altLabel exactMatch prefLabel closeMatch")
DCTERMS = Namespace("http://purl.org/dc/terms/", "identifier title license")
PROV = Namespace(
    "http://www.w3.org/ns/prov#",
    "Entity Agent Activity SoftwareAgent wasQuotedFrom wasAttributedTo hadPrimarySource wasGeneratedBy wasAssociatedWith used "
    "Derivation PrimarySource wasDerivedFrom qualifiedDerivation qualifiedPrimarySource entity alternateOf",
)
NIF = Namespace(
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "Context Sentence Phrase RFC5147String beginIndex endIndex anchorOf referenceContext isString",
)
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#", "taIdentRef")
SEM = Namespace(
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "Event Actor Place Time hasActor hasPlace hasTime hasSubEvent hasEarliestBeginTimeStamp hasLatestEndTimeStamp",
)
TIME = Namespace("http://www.w3.org/2006/time#", "TemporalEntity")
SCHEMA = Namespace(
    "https://schema.org/",
    "NewsArticle Claim Person Organization GovernmentOrganization NewsMediaOrganization Country City State AdministrativeArea "
    "Place BodyOfWater Product Thing headline datePublished publisher url inLanguage appearance citation softwareVersion name",
)

PREFIXES = {
    "kg": str(KG), "rdf": str(RDF), "rdfs": str(RDFS), "owl": str(OWL), "xsd": str(XSD), "skos": str(SKOS), "dcterms": str(DCTERMS),
    "prov": str(PROV), "nif": str(NIF), "itsrdf": str(ITSRDF), "sem": str(SEM), "time": str(TIME), "schema": str(SCHEMA),
}  # fmt: skip

#: Types of entities: local name in an extraction -> its classes, most specific first (superclasses are written out).
ENTITY_TYPES: dict[str, tuple[str, ...]] = {
    "Person": (SCHEMA.Person,),
    "Organization": (SCHEMA.Organization,),
    "GovernmentOrganization": (SCHEMA.GovernmentOrganization, SCHEMA.Organization),
    "NewsMediaOrganization": (SCHEMA.NewsMediaOrganization, SCHEMA.Organization),
    "Country": (SCHEMA.Country, SCHEMA.AdministrativeArea, SCHEMA.Place),
    "State": (SCHEMA.State, SCHEMA.AdministrativeArea, SCHEMA.Place),
    "City": (SCHEMA.City, SCHEMA.AdministrativeArea, SCHEMA.Place),
    "BodyOfWater": (SCHEMA.BodyOfWater, SCHEMA.Place),
    "Place": (SCHEMA.Place,),
    "Facility": (KG.Facility, SCHEMA.Place),
    "Vessel": (KG.Vessel, KG.Vehicle, SCHEMA.Product),
    "Vehicle": (KG.Vehicle, SCHEMA.Product),
    "Product": (SCHEMA.Product,),
    "Group": (KG.Group,),
    "Law": (KG.Law,),
    "Thing": (SCHEMA.Thing,),
}
