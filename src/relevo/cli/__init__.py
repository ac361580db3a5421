"""The command line: each command a thin edge over what the slices do. Heavy imports stand inside the commands, so that
`relevo --help` answers at once."""
