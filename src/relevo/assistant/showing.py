"""An answer that is shown while a language model writes it: the message grows, sentence by sentence, each past the gate."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from relevo.assistant.autonomy.stopping import may_speak
from relevo.assistant.speaking import outcome_of, saying, source_row, sources_of
from relevo.assistant.texts import introduced
from relevo.assistant.types import Answer, Clarify, Context
from relevo.conversations import actions, turns
from relevo.conversations.tables import Conversation, Message
from relevo.conversations.turns import Claimed, Due
from relevo.kit.errors import NotFound
from relevo.platform.platform import Platform


class Showing:
    """What the customer has seen of a turn's answer. `message_id` is None until something was shown."""

    def __init__(self, platform: Platform, due: Due, claimed: Claimed, context: Context) -> None:
        self._platform = platform
        self._due = due
        self._claimed = claimed
        self._context = context
        self._text = ""
        self._is_over = False  # somebody has moved on, or the assistant was stopped
        self._epoch = claimed.epoch
        self.message_id: UUID | None = None

    async def show(self, sentence: str) -> None:
        if self._is_over:
            return
        self._text = f"{self._text} {sentence}".strip()
        async with self._platform.db.transaction(self._due.workspace_id) as session:
            contact_id = await (self._begin(session) if self.message_id is None else self._go_on(session))
        if contact_id:
            self._platform.hub.wake(contact_id, self._due.workspace_id)

    async def _begin(self, session: AsyncSession) -> UUID | None:
        conversation = await turns.still_mine(session, self._claimed)
        if conversation is None or not await may_speak(session):
            self._is_over = True
            return None
        beginning = Answer(introduced(self._context, self._text), (), ())
        message = await actions.say(session, conversation, saying(beginning, self._claimed, self._context.voice.name))
        self.message_id = message.id
        return conversation.contact_id

    async def _go_on(self, session: AsyncSession) -> UUID | None:
        found = await self._mine(session)
        if found is None:
            self._is_over = True
            return None
        conversation, message = found
        await actions.revise(session, conversation, message, text=introduced(self._context, self._text))
        return conversation.contact_id

    async def _mine(self, session: AsyncSession) -> tuple[Conversation, Message] | None:
        """The conversation, locked, and the message, while nobody else has taken over. That the customer wrote again changes nothing
        about what is being said."""
        try:
            conversation = await actions.lock(session, self._claimed.conversation_id)
        except NotFound:
            return None
        message = await session.get(Message, self.message_id)
        if message is None or conversation.epoch != self._epoch or not await may_speak(session):
            return None
        return conversation, message

    async def finish(self, session: AsyncSession, decision: Answer | Clarify) -> tuple[Conversation, Message] | None:
        """The message as it is in the end; None where it stays as it was shown, because somebody has taken over."""
        found = await self._mine(session)
        if found is None:
            return None
        conversation, message = found
        sources = [source_row(source) for source in sources_of(decision)]
        await actions.revise(
            session, conversation, message, text=decision.text, outcome=outcome_of(decision), sources=sources
        )
        return found
