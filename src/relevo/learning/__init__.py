"""What the company learns from its conversations: so far, which questions its articles leave without an answer."""
