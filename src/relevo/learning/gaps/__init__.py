"""Questions without an answer, those that mean the same together; a draft from what people answered; closed once articles answer."""
