"""The programme's own operations of the JSON API: one file a noun; each calls what the page calls."""
