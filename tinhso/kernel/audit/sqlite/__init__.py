"""Django's SQLite engine, whose connections can tell a trigger who is acting."""
