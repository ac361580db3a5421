"""What members and the assistant do with a conversation. Each action is given it locked, changes it, and records who is told."""

from relevo.conversations.actions.ending import reopen, resolve, snooze, wake_up
from relevo.conversations.actions.locking import lock
from relevo.conversations.actions.marking import rate, read_by_agent, read_by_contact, tag
from relevo.conversations.actions.owning import hand_back, hand_off, take
from relevo.conversations.actions.revising import revise
from relevo.conversations.actions.speaking import note, say

__all__ = [
    "hand_back",
    "hand_off",
    "lock",
    "note",
    "rate",
    "read_by_agent",
    "read_by_contact",
    "reopen",
    "resolve",
    "revise",
    "say",
    "snooze",
    "tag",
    "take",
    "wake_up",
]
