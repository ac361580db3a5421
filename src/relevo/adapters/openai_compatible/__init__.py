"""Chat completions as OpenAI published them: OpenAI itself, and any server that speaks alike (Ollama, vLLM, llama.cpp, LM Studio, …)."""
