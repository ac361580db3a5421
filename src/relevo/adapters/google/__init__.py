"""Gemini models of Google, by generateContent."""
