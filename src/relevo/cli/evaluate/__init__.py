"""`relevo eval …`: how well Relevo does on your own data. Each measure is a module with a command."""

import typer

from relevo.cli.evaluate import grounding, intents, messages, personal_data, scenarios, search


def register(app: typer.Typer) -> None:
    """Adds the group `eval`."""
    group = typer.Typer(help="Measure how well Relevo does, on files of your own.", no_args_is_help=True)
    group.command("messages")(messages.evaluate_messages)
    group.command("intents")(intents.evaluate_intents)
    group.command("personal-data")(personal_data.evaluate_personal_data)
    group.command("grounding")(grounding.evaluate_grounding)
    group.command("scenarios")(scenarios.evaluate_scenarios)
    group.command("search")(search.evaluate_search)
    app.add_typer(group, name="eval")
