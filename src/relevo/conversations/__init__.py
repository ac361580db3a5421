"""Conversations and their messages: stored before they are acknowledged, numbered per contact, owned by one side at a time.

`accept` takes a customer's message in, `actions` holds what members and the assistant do, `turns` says when the assistant
has to answer, `stream` reads what happened, for customers and for agents.
"""
