"""The model that comes with Relevo; how it was made and how well it reads stands in docs/concepts/reading-messages.md."""
