"""The kinds of documents stand twice, for the database and for who measures files, and are the same."""

from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.kernel.documents.paper.measuring.kinds import KINDS
from tinhso.lib.text import fold


def test_the_kinds_that_are_recognised_in_a_file_are_those_of_the_decree() -> None:
    assert {fold(kind.label) for kind in DocumentKind} - {"cong van"} == KINDS
