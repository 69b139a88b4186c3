"""The pages in the browser: the shell that all of them share, signing in, and the administration."""
