"""Sentence embeddings from a server that speaks as OpenAI's does: OpenAI itself, Ollama, vLLM, llama.cpp and others."""
