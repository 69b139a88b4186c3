"""What the province keeps and serves: a folder a register or service, grouped by sector."""
