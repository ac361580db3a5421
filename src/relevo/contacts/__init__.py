"""Customers over all channels: who they are, and the addresses they are known by."""
