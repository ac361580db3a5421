"""What the assistant would say where it may not say it by itself: proposed, released by a person, compared with what people write."""
