"""Tình trạng hệ thống: what an administrator must know before somebody telephones."""
