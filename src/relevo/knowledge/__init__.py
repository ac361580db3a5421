"""What a company knows, in articles; the passages that an answer stands on; finding them.

Stands after conversations on the customer's path: understanding and the assistant read it, the command line fills it.
"""
