"""What Relevo can be connected to: a folder for each vendor, protocol or library. No slice imports them; `wiring` and the commands do."""
