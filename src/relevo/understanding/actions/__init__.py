"""What is written about readings, corrections, topics, intents and models."""
