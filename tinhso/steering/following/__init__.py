"""What people do about tasks: progress, evidence, work given on, more time, completion, discussion, notices."""
