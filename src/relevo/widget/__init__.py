"""The public chat: what the widget on customers' sites talks to. `tokens` says who asks, `api` and `socket` are the two ways in."""
