"""Django's PostgreSQL engine, whose sessions tell the triggers who is acting."""
