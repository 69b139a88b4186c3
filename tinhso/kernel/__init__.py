"""What every domain stands on. Order of dependency: audit, accounts, organisations."""
