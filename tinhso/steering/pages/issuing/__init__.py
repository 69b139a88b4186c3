"""Drafts of official documents on screen: read before they are downloaded."""
