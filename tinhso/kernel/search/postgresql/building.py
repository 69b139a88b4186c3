"""What stands in a PostgreSQL database for the index."""

from tinhso.kernel.search.entries import TABLE, Entry
from tinhso.kernel.search.parts import Part

#: The same as ``words.plain``: marks and signs without a shape fall away, what is no letter or digit parts words.
_PLAIN = r"""
CREATE OR REPLACE FUNCTION tinhso_words(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(lower(regexp_replace(translate(normalize(written, NFD), 'đĐ', 'dd'),
    '[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+', '', 'g') COLLATE "C"), '[^a-z0-9]+', ' ', 'g'))
$$"""
#: Longer words are cut: PostgreSQL refuses a row with a word of more than 2,046 letters.
_LONGEST = 100


def _lexemes(text: str) -> str:
    """Every word with its kind before it ("task=so"), so that a search in one kind walks through no other."""
    cut = rf"regexp_replace(btrim({text}), '([a-z0-9]{{{_LONGEST}}})[a-z0-9]+', '\1', 'g')"
    return f"array_to_tsvector(string_to_array(kind || '=' || replace({cut}, ' ', ' ' || kind || '='), ' '))"


IN_TITLE, ANYWHERE = _lexemes("title"), _lexemes("title || ' ' || body")
FUNCTIONS = (_PLAIN,)
#: Without fastupdate: a reader would have to walk through what writers have left to be sorted in.
STRUCTURES = (
    f"CREATE INDEX IF NOT EXISTS search_item_in_title ON {TABLE} USING gin (({IN_TITLE})) WITH (fastupdate = off)",
    f"CREATE INDEX IF NOT EXISTS search_item_anywhere ON {TABLE} USING gin (({ANYWHERE})) WITH (fastupdate = off)",
    f'CREATE INDEX IF NOT EXISTS search_item_code ON {TABLE} (kind, code COLLATE "C")',
    # Their earlier form, where a kind was a lexeme of its own.
    "DROP INDEX IF EXISTS search_item_title, search_item_words",
)
#: PostgreSQL rewrites a statement when it keeps it; the comment holds it as it was given, with its function.
STANDING = (
    "SELECT tgname, relname, obj_description(pg_trigger.oid, 'pg_trigger') FROM pg_trigger "
    "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND tgenabled <> 'D' "
    "AND substr(tgname, 1, 7) = 'search_' AND relnamespace = current_schema()::regnamespace"
)
MEND: tuple[str, ...] = ()
SETTLE: tuple[str, ...] = (f"ANALYZE {TABLE}",)


def own_parts() -> list[Part]:
    """None: GIN keeps itself."""
    return []


def parts(entry: Entry) -> list[Part]:
    """The one trigger of a source."""
    columns = ", ".join(f'"{column}"' for column in entry.columns())
    name = f"search_{entry.name}"
    statement = (
        f'CREATE TRIGGER "{name}" AFTER INSERT OR DELETE OR UPDATE OF {columns} ON "{entry.table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{name}"()'
    )
    return [Part(name, entry.table, statement, _function(entry, name))]


def _function(entry: Entry, name: str) -> str:
    return f"""
CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP <> 'INSERT' THEN {entry.deleted("OLD")}; END IF;
  IF TG_OP <> 'DELETE' THEN {entry.inserted("NEW")}; END IF;
  RETURN NULL;
END $$"""
