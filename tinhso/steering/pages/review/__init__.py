"""Duyệt: the document beside its items; a person accepts, corrects, splits, merges, adds and drops them."""
