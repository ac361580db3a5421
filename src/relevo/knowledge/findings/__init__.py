"""What a person should look at in an article: the same said twice, contradictions, private things, orders to a machine."""
