"""A ready made-up shop, Casa Lumbre, to see Relevo at work: articles, people, customers with a history, a page with the widget.

`run` serves it, `load` puts it into the database once, `stories` and `replay` make the customers' history, `shop` is the page.
"""
