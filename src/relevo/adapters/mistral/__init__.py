"""Models of Mistral, by its chat completions."""
