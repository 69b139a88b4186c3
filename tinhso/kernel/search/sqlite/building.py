"""What stands in a SQLite database for the index. ``tinhso_words`` is a function that every connection is given."""

from tinhso.kernel.search.entries import TABLE, Entry
from tinhso.kernel.search.parts import Part

_WORDS = "kind, title, body"
#: The words alone, without places in them: no phrase is asked of it, and it stays small.
FUNCTIONS: tuple[str, ...] = ()
STRUCTURES = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5({_WORDS}, content='{TABLE}', content_rowid='id', "
    "tokenize='ascii', prefix='1 2 3', detail='column', columnsize=0)",
    f'CREATE INDEX IF NOT EXISTS search_item_code ON "{TABLE}" (kind, code)',
)
STANDING = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 7) = 'search_'"
#: Before everything is indexed anew: the words as the index's rows have them, so that each can be taken out.
MEND: tuple[str, ...] = ("INSERT INTO search_words(search_words) VALUES ('rebuild')",)
SETTLE: tuple[str, ...] = ("INSERT INTO search_words(search_words) VALUES ('optimize')",)
_ADD = f"INSERT INTO search_words (rowid, {_WORDS}) VALUES (NEW.id, NEW.kind, NEW.title, NEW.body);"
_TAKE = (
    f"INSERT INTO search_words (search_words, rowid, {_WORDS}) "
    "VALUES ('delete', OLD.id, OLD.kind, OLD.title, OLD.body);"
)


def own_parts() -> list[Part]:
    """Those between the index's rows and their words."""
    return [
        _part("search_words_insert", TABLE, event="INSERT", deed=_ADD),
        _part("search_words_update", TABLE, event=f"UPDATE OF {_WORDS}", deed=f"{_TAKE} {_ADD}"),
        _part("search_words_delete", TABLE, event="DELETE", deed=_TAKE),
    ]


def parts(entry: Entry) -> list[Part]:
    """Those of one source."""
    columns = ", ".join(f'"{column}"' for column in entry.columns())
    deeds = {
        "INSERT": f"{entry.inserted('NEW')};",
        f"UPDATE OF {columns}": f"{entry.deleted('OLD')}; {entry.inserted('NEW')};",
        "DELETE": f"{entry.deleted('OLD')};",
    }
    return [
        _part(f"search_{event.split()[0].lower()}_{entry.name}", entry.table, event=event, deed=deed)
        for event, deed in deeds.items()
    ]


def _part(name: str, table: str, *, event: str, deed: str) -> Part:
    return Part(name, table, f'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN {deed} END')
