"""What sentences stand on, to be found from the article."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from relevo.platform.database import Table


class Ground(Table):
    """A sentence that was said, and the words of the article's revision that it stands on."""

    __tablename__ = "grounds"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id"))
    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"))
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    article_id: Mapped[UUID | None]
    article: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    sentence: Mapped[str] = mapped_column(Text)
    quote: Mapped[str] = mapped_column(Text)
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
