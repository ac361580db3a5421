"""Logs without personal data: whatever a value of a log line holds is masked before it is written."""

from relevo.platform import telemetry
from relevo.platform.settings import Settings
from relevo.understanding.personal.masking import mask_personal_data


def configure_logs(settings: Settings) -> None:
    """As `telemetry.configure_logs`, with masking. Every process of Relevo begins with it."""
    telemetry.configure_logs(settings, mask=mask_personal_data)
