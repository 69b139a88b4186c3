"""Where the bytes lie: a folder of this machine, or a store that speaks S3."""
