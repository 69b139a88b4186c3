"""Việc phải gửi một lần: who has issued what a duty due once orders, who late, who not."""
