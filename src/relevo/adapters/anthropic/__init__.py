"""Models of Anthropic, by its messages. A form is demanded as the arguments of the one tool that the model has to call."""
