"""The rules of documents and programmes, as sentences."""
