"""The grounding gate: what an answer says must stand in its sources or in what the customer said."""
