"""The triggers in SQLite's words: three a table, and two that keep the log append-only."""

from tinhso.kernel.audit.tables import LONG, OWN_TABLE, Table, Trigger

_INSERT = "INSERT INTO audit_entry (at, actor, source, request, table_name, row_key, verb, before, after, hash) VALUES"
_ORIGIN = "strftime('%Y-%m-%d %H:%M:%f', 'now'), tinhso_actor(), tinhso_source(), tinhso_request()"
_KEPT = ("id", "at", "actor", "source", "request", "table_name", "row_key", "verb", "before", "after")


def triggers(table: Table) -> list[Trigger]:
    """Those of one table. A row written as it was is no change."""
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in table.columns)
    before, after = _row(table, "OLD"), _row(table, "NEW")
    return [
        _recording(table, "insert", values=f"NULL, {after}"),
        _recording(table, "update", values=f"{before}, {after}", when=f"WHEN {changed} "),
        _recording(table, "delete", values=f"{before}, NULL"),
    ]


def guards() -> list[Trigger]:
    """The log itself: a seal may be set once on an entry, nothing else may change, nothing may go."""
    kept = " AND ".join(f'OLD."{column}" IS NEW."{column}"' for column in _KEPT)
    first_seal = f"OLD.sequence IS NULL AND NEW.sequence IS NOT NULL AND {kept}"
    return [_refusing("update", when=f"WHEN NOT ({first_seal}) "), _refusing("delete")]


def _recording(table: Table, verb: str, *, values: str, when: str = "") -> Trigger:
    name, row = f"audit_{verb}_{table.name}", "OLD" if verb == "delete" else "NEW"
    statement = (
        f'CREATE TRIGGER "{name}" AFTER {verb.upper()} ON "{table.name}" {when}BEGIN '
        f"{_INSERT} ({_ORIGIN}, '{table.name}', "
        f"CAST({row}.\"{table.key}\" AS TEXT), '{verb}', {values}, ''); END"
    )
    return Trigger(name, table.name, statement)


def _refusing(verb: str, *, when: str = "") -> Trigger:
    name = f"audit_guard_{verb}"
    statement = (
        f'CREATE TRIGGER "{name}" BEFORE {verb.upper()} ON "{OWN_TABLE}" {when}BEGIN '
        f"SELECT RAISE(ABORT, '{OWN_TABLE} is append-only'); END"
    )
    return Trigger(name, OWN_TABLE, statement)


def _row(table: Table, row: str) -> str:
    return f"json_object({', '.join(_pair(table, column, row=row) for column in table.columns)})"


def _pair(table: Table, column: str, *, row: str) -> str:
    value = f'{row}."{column}"'
    if column in table.secret:
        value = f"tinhso_digest({value})"
    elif column in table.unbounded:
        value = f"CASE WHEN length({value}) > {LONG} THEN tinhso_digest({value}) ELSE {value} END"
    return f"'{column}', {value}"
