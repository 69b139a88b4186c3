"""Words typed at the command line: their parser and the file they name."""

from tinhso.lib.named_file import NoSuchFile, content_of, stream_of
from tinhso.lib.parser import Parser

__all__ = ["NoSuchFile", "Parser", "content_of", "stream_of"]
