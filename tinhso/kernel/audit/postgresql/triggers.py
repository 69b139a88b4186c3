"""The triggers in PostgreSQL's words: one function for all tables, a trigger a table, and the guards of the log."""

from tinhso.kernel.audit.tables import LONG, OWN_TABLE, Table, Trigger

#: Of a table recorded in bulk: so many rows of a statement have an entry each, more have one a portion of their keys.
FEW, PORTION = 100, 1_000
#: The arguments of a trigger: the key column, how many of the following are secret, then secret and unbounded columns.
RECORD = """
CREATE OR REPLACE FUNCTION tinhso_audit_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
  IF before = after THEN RETURN NULL; END IF;
  FOR place IN 2 .. TG_NARGS - 1 LOOP
    before := tinhso_audit_digest(before, TG_ARGV[place], place < 2 + TG_ARGV[1]::int);
    after := tinhso_audit_digest(after, TG_ARGV[place], place < 2 + TG_ARGV[1]::int);
  END LOOP;
  INSERT INTO audit_entry (at, actor, source, request, table_name, row_key, verb, before, after, hash) VALUES (
    clock_timestamp(), coalesce(current_setting('tinhso.actor', true), ''),
    coalesce(nullif(current_setting('tinhso.source', true), ''), 'sql'),
    coalesce(current_setting('tinhso.request', true), ''),
    TG_TABLE_NAME, coalesce(after, before) ->> TG_ARGV[0], lower(TG_OP), before, after, '');
  RETURN NULL;
END $$"""

DIGEST = f"""
CREATE OR REPLACE FUNCTION tinhso_audit_digest(record jsonb, named text, secret boolean) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN record ->> named IS NULL OR NOT (secret OR length(record ->> named) > {LONG}) THEN record
    ELSE jsonb_set(record, ARRAY[named],
      to_jsonb('sha256:' || encode(sha256(convert_to(record ->> named, 'UTF8')), 'hex'))) END
$$"""

#: What a statement adds to a table recorded in bulk: where it is much, an entry for a portion of the rows, with their
#: keys, their number and a digest of what they hold, in order, by which they can be proved unchanged.
MANY = """
CREATE OR REPLACE FUNCTION tinhso_audit_many() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM fresh LIMIT FEW + 1) some_rows) <= FEW THEN
    INSERT INTO audit_entry (at, actor, source, request, table_name, row_key, verb, before, after, hash)
    SELECT clock_timestamp(), coalesce(current_setting('tinhso.actor', true), ''),
      coalesce(nullif(current_setting('tinhso.source', true), ''), 'sql'),
      coalesce(current_setting('tinhso.request', true), ''),
      TG_TABLE_NAME, told ->> TG_ARGV[0], 'insert', NULL, tinhso_audit_digested(told, TG_ARGV), ''
    FROM (SELECT to_jsonb(fresh) AS told FROM fresh) each_row ORDER BY (told ->> TG_ARGV[0])::bigint;
    RETURN NULL;
  END IF;
  INSERT INTO audit_entry (at, actor, source, request, table_name, row_key, verb, before, after, hash)
  SELECT clock_timestamp(), coalesce(current_setting('tinhso.actor', true), ''),
    coalesce(nullif(current_setting('tinhso.source', true), ''), 'sql'),
    coalesce(current_setting('tinhso.request', true), ''),
    TG_TABLE_NAME, min(key) || '-' || max(key), 'insert', NULL,
    jsonb_build_object('rows', count(*), 'first', min(key), 'last', max(key),
      'sha256', encode(sha256(convert_to(string_agg(told, E'\\n' ORDER BY key), 'UTF8')), 'hex')), ''
  FROM (SELECT id AS key, fresh::text AS told FROM fresh) each_row
  GROUP BY key / PORTION ORDER BY min(key);
  RETURN NULL;
END $$""".replace("FEW", str(FEW)).replace("PORTION", str(PORTION))

#: A row as the log may hold it; the words are the arguments of the trigger.
DIGESTED = """
CREATE OR REPLACE FUNCTION tinhso_audit_digested(record jsonb, words text[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  FOR place IN 2 .. array_upper(words, 1) LOOP
    record := tinhso_audit_digest(record, words[place], place < 2 + words[1]::int);
  END LOOP;
  RETURN record;
END $$"""

REFUSE = """
CREATE OR REPLACE FUNCTION tinhso_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% on % is refused: the log is append-only', TG_OP, TG_TABLE_NAME; END $$"""

FUNCTIONS = (DIGEST, DIGESTED, RECORD, MANY, REFUSE)
_KEPT = ("id", "at", "actor", "source", "request", "table_name", "row_key", "verb", "before", "after")


def triggers(table: Table) -> list[Trigger]:
    """Those of one table. Emptying it at one stroke is refused, because no row would be recorded."""
    arguments = (table.key, str(len(table.secret)), *table.secret, *table.unbounded)
    quoted = ", ".join(f"'{argument}'" for argument in arguments)
    events = "UPDATE OR DELETE" if table.in_bulk else "INSERT OR UPDATE OR DELETE"
    recording = Trigger(
        f"audit_row_{table.name}",
        table.name,
        f'CREATE TRIGGER "audit_row_{table.name}" AFTER {events} ON "{table.name}" '
        f"FOR EACH ROW EXECUTE FUNCTION tinhso_audit_row({quoted})",
    )
    refusing = _refusing(f"audit_truncate_{table.name}", "TRUNCATE", table=table.name)
    return [recording, *([_in_bulk(table, quoted)] if table.in_bulk else []), refusing]


def guards() -> list[Trigger]:
    """The log itself: a seal may be set once on an entry, nothing else may change, nothing may go."""
    kept = " AND ".join(f"OLD.{column} IS NOT DISTINCT FROM NEW.{column}" for column in _KEPT)
    first_seal = f"OLD.sequence IS NULL AND NEW.sequence IS NOT NULL AND {kept}"
    sealing = Trigger(
        "audit_guard_update",
        OWN_TABLE,
        f'CREATE TRIGGER "audit_guard_update" BEFORE UPDATE ON "{OWN_TABLE}" FOR EACH ROW '
        f"WHEN (NOT ({first_seal})) EXECUTE FUNCTION tinhso_audit_refuse()",
    )
    refusals = [_refusing(f"audit_guard_{event.lower()}", event, table=OWN_TABLE) for event in ("DELETE", "TRUNCATE")]
    return [sealing, *refusals]


def _in_bulk(table: Table, arguments: str) -> Trigger:
    """Of a table whose key is a number called id."""
    name = f"audit_many_{table.name}"
    statement = (
        f'CREATE TRIGGER "{name}" AFTER INSERT ON "{table.name}" REFERENCING NEW TABLE AS fresh '
        f"FOR EACH STATEMENT EXECUTE FUNCTION tinhso_audit_many({arguments})"
    )
    return Trigger(name, table.name, statement)


def _refusing(name: str, event: str, *, table: str) -> Trigger:
    statement = (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION tinhso_audit_refuse()'
    )
    return Trigger(name, table, statement)
