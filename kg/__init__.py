"""newskg: news articles in, one RDF graph of events, entities and attributed claims out."""

__version__ = "0.1.0"
