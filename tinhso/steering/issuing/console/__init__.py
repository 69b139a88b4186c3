"""Words of the command line about official documents."""
