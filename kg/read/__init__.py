"""Reading: files, folders and standard input → :class:`kg.model.Document`."""

from kg.read.documents import by_name, document_from_text, gather, named_apart, read_documents
from kg.read.limits import Limits

__all__ = ["Limits", "by_name", "document_from_text", "gather", "named_apart", "read_documents"]
