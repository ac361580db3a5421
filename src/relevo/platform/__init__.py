"""What every slice stands on: settings, the database and its transactions, events, live delivery, access, HTTP."""
