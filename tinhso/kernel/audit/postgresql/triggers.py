"""The triggers in PostgreSQL's words: one function for all tables, a trigger a table, and the guards of the log."""

from tinhso.kernel.audit.tables import LONG, OWN_TABLE, Table, Trigger

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

REFUSE = """
CREATE OR REPLACE FUNCTION tinhso_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% on % is refused: the log is append-only', TG_OP, TG_TABLE_NAME; END $$"""

FUNCTIONS = (DIGEST, RECORD, REFUSE)
_KEPT = ("id", "at", "actor", "source", "request", "table_name", "row_key", "verb", "before", "after")


def triggers(table: Table) -> list[Trigger]:
    """Those of one table. Emptying it at one stroke is refused, because no row would be recorded."""
    arguments = (table.key, str(len(table.secret)), *table.secret, *table.unbounded)
    quoted = ", ".join(f"'{argument}'" for argument in arguments)
    recording = Trigger(
        f"audit_row_{table.name}",
        table.name,
        f'CREATE TRIGGER "audit_row_{table.name}" AFTER INSERT OR UPDATE OR DELETE ON "{table.name}" '
        f"FOR EACH ROW EXECUTE FUNCTION tinhso_audit_row({quoted})",
    )
    return [recording, _refusing(f"audit_truncate_{table.name}", "TRUNCATE", table=table.name)]


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


def _refusing(name: str, event: str, *, table: str) -> Trigger:
    statement = (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION tinhso_audit_refuse()'
    )
    return Trigger(name, table, statement)
