"""The public page of a programme: what is marked public, for anybody."""
