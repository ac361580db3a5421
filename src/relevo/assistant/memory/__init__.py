"""What is remembered of a contact: a few kinds of facts with closed values, each with where it is from and until when it holds.

Nothing that a customer writes is kept as it is written, so nothing they write can later speak to the assistant or a member.
"""
