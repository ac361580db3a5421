"""What members' programs talk to, the console first of all: conversations, contacts, live events."""
