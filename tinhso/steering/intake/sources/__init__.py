"""Files of every accepted kind, each turned into the same manuscript of paragraphs and table rows."""
