"""Files and pages of all kinds read as Markdown: main content only, and a word on what was left out of it.

Whatever takes a large library or has a history of bombs is read in a process of its own; see relevo.knowledge.parse.
"""
