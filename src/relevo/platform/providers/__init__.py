"""What adapters of language models share: an exchange over HTTP within time and size, and the chat form that several vendors speak."""
