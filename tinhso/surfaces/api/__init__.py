"""The JSON door: tokens, problems, paging, ETags, limits. What it serves is declared in ``api.py`` modules."""
