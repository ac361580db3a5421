"""The help centre: published articles as public pages, in Spanish and English, with a way to a person on each of them.

Stands beside the widget at the end of the path: it shows what the knowledge base has and takes nothing but opinions.
"""
