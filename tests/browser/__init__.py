"""What is only true in a real browser: the fixtures every browser test uses, and the browser itself."""
