"""Words of people stand in HTML as words."""

from html.parser import HTMLParser

import pytest

from tinhso.lib.markup import escaped


class Reader(HTMLParser):
    """What a browser would make of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, ""), *attrs]

    def handle_data(self, data: str) -> None:
        self.found.append(("words", data))


@pytest.mark.parametrize(
    "words", ["Sở Y tế", "A & B", "<script>alert(1)</script>", '"x" onclick="y"', "l'Hôpital", "&lt;", "a\n<b>"]
)
def test_words_come_back_as_they_were_between_tags_and_in_an_attribute(words: str) -> None:
    read = Reader()
    read.feed(f'<a title="{escaped(words)}">{escaped(words)}</a>')
    read.close()
    assert read.found == [("a", ""), ("title", words), ("words", words)]
