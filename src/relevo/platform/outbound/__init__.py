"""Requests from the server to addresses that somebody outside the company may have chosen: pages, models, webhooks.

An address is judged three times: as it is written, as the name resolves, and by who is really at the other end of the connection. It
is the last that counts: a name may mean something else a moment later. Every redirect is judged again. See docs/how-to/add-knowledge.md.
"""
