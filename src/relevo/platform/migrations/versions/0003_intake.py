"""Taking customers' messages in: one, or several that come at the same moment by one statement and one commit."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ACCEPT = """
-- Stores a message of a contact: finds or begins the conversation, numbers the message, makes a turn of the assistant due,
-- records the events. `state` is stored | repeated | reused (the client_id came with another text before) | refused (token
-- revoked or contact gone). With `p_wait` false it does not wait for a contact that another transaction holds: `state` is then
-- busy, and nothing was done.
create function relevo_accept(
    p_workspace uuid, p_contact uuid, p_token_version integer, p_inbox uuid, p_client uuid, p_message uuid, p_conversation uuid,
    p_text text, p_files uuid[], p_new_holder text, p_pause interval, p_reopen interval, p_wait boolean default true,
    out state text, out message_id uuid, out seq bigint, out conversation_id uuid, out holder text
) language plpgsql volatile as $$
#variable_conflict use_column
declare
    contact contacts%rowtype;
    found_message messages%rowtype;
    v conversations%rowtype;
    moment timestamptz;
    is_new boolean := false;
    was_closed boolean := false;
    new_seq bigint;
begin
    perform set_config('relevo.workspace_id', p_workspace::text, true);
    if p_wait then
        select * into contact from contacts c where c.id = p_contact for update;
    else
        select * into contact from contacts c where c.id = p_contact for update skip locked;
        if not found then
            state := 'busy'; -- or gone: whoever asks again and waits will see
            return;
        end if;
    end if;
    if contact.id is null or contact.token_version <> p_token_version then
        state := 'refused';
        return;
    end if;

    select * into found_message from messages m
        where m.contact_id = p_contact and m.sender_kind = 'contact' and m.client_id = p_client;
    if found then
        state := case when found_message.text = p_text then 'repeated' else 'reused' end;
        message_id := found_message.id;
        seq := found_message.seq;
        conversation_id := found_message.conversation_id;
        return;
    end if;

    moment := clock_timestamp(); -- after the lock, so that times ascend with the numbers
    new_seq := contact.last_seq + 1;
    if contact.current_conversation_id is not null then
        select * into v from conversations c where c.id = contact.current_conversation_id for update;
    end if;
    if v.id is null or (v.status = 'resolved' and v.resolved_at < moment - p_reopen) then
        is_new := true;
        insert into conversations (id, workspace_id, inbox_id, contact_id, holder, locale, last_message_at, created_at)
            values (p_conversation, p_workspace, p_inbox, p_contact, p_new_holder, contact.locale, moment, moment)
            returning * into v;
    else
        was_closed := v.status <> 'open';
    end if;

    insert into messages (id, workspace_id, conversation_id, contact_id, seq, client_id, sender_kind, sender_id, sender_name, text,
        created_at)
        values (p_message, p_workspace, v.id, p_contact, new_seq, p_client, 'contact', p_contact, contact.name, p_text, moment);
    if cardinality(p_files) > 0 then
        update files f set message_id = p_message, position = array_position(p_files, f.id)
            where f.id = any (p_files) and f.contact_id = p_contact and f.message_id is null and f.uploaded_by = 'contact';
        if not found or (select count(*) from files f where f.message_id = p_message) <> cardinality(p_files) then
            raise exception using errcode = 'RV001', message = 'no such file';
        end if;
    end if;
    insert into contact_events (contact_id, seq, workspace_id, type, message_id, at)
        values (p_contact, new_seq, p_workspace, 'message.created', p_message, moment);
    insert into events (seq, workspace_id, type, contact_id, conversation_id, message_id, at)
        values (relevo_next_event_seq(), p_workspace, 'message.created', p_contact, v.id, p_message, moment);

    update conversations c set
        version = c.version + 1, status = 'open', resolved_at = null, snoozed_until = null,
        preview = left(regexp_replace(left(p_text, 400), '\\s+', ' ', 'g'), 140), preview_sender = 'contact', last_message_at = moment,
        waiting_since = coalesce(c.waiting_since, moment), unread = c.unread + 1,
        queued_at = case when c.holder = 'queue' then coalesce(c.queued_at, moment) else c.queued_at end,
        turn_first_at = case when c.holder = 'assistant' then coalesce(c.turn_first_at, moment) end,
        turn_due_at = case when c.holder = 'assistant'
            then least(moment + p_pause, coalesce(c.turn_first_at, moment) + greatest(p_pause * 6, interval '0')) end,
        turn_attempts = 0
        where c.id = v.id;
    if is_new or was_closed then
        new_seq := new_seq + 1;
        insert into contact_events (contact_id, seq, workspace_id, type, data, at)
            values (p_contact, new_seq, p_workspace, 'conversation.updated', jsonb_build_object('id', v.id, 'status', 'open',
                'holder', v.holder, 'agent', (select jsonb_build_object('name', m.name) from members m where m.id = v.assignee_id),
                'agent_read_seq', v.agent_read_seq), moment);
    end if;
    update contacts c set last_seq = new_seq, current_conversation_id = v.id, last_seen_at = moment where c.id = p_contact;
    state := 'stored';
    message_id := p_message;
    seq := contact.last_seq + 1;
    conversation_id := v.id;
    holder := v.holder;
end $$;

-- Stores messages of many contacts, also of different workspaces, in one transaction; one row for each, in their order. It waits
-- for no contact that is held, so one customer cannot delay another and two of these cannot block each other.
create function relevo_accept_many(
    p_workspaces uuid[], p_contacts uuid[], p_token_versions integer[], p_inboxes uuid[], p_clients uuid[], p_messages uuid[],
    p_conversations uuid[], p_texts text[], p_new_holders text[], p_pauses interval[], p_reopens interval[]
) returns table (state text, message_id uuid, seq bigint, conversation_id uuid, holder text) language plpgsql volatile as $$
begin
    for i in 1 .. cardinality(p_messages) loop
        select * into state, message_id, seq, conversation_id, holder from relevo_accept(
            p_workspaces[i], p_contacts[i], p_token_versions[i], p_inboxes[i], p_clients[i], p_messages[i], p_conversations[i],
            p_texts[i], '{}', p_new_holders[i], p_pauses[i], p_reopens[i], false);
        return next;
    end loop;
end $$;
"""


def upgrade() -> None:
    op.execute(ACCEPT)


def downgrade() -> None:
    raise NotImplementedError("There is no way back from this version; restore a backup instead.")
