"""Connections of a channel: a chat widget on a site, later a mailbox or a WhatsApp number."""
