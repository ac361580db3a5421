"""What a message says: its language, a wish for a person, danger.

Stands after knowledge and before the assistant on the customer's path. Everything here is a pure, fast function of a
text: it works when the database, the search or a model does not, because a wish for a person must always be heard.
"""
