"""Ranking passages: candidates from postings first, then the evidence in each candidate's sentences."""
