"""Companies that use Relevo, the people who work in them, and how they sign in. First on the path: everything belongs to a
workspace."""
