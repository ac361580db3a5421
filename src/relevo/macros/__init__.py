"""Texts and actions that an agent applies with one click. Applying one is the console's; here they are written and kept."""
