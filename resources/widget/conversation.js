// A conversation as its visitor sees it: a value, folded from the server's events. Events it does not know change nothing.

/** A conversation of which nothing is known yet. */
export function begun(id) {
  return {
    id,
    status: "waiting",
    seq: 0,
    messages: [],
    expert: null, // the first name shown to the visitor
    busy: false, // told that everybody is busy
    seenByExpert: 0,
    emailGiven: false,
    closedBy: null,
    closedAt: null,
  };
}

/** The conversation that a replica in the welcome tells of. */
export function replayed(replica) {
  return replica.events.reduce(folded, begun(replica.id));
}

/** The conversation after one more event; an event that came before is not counted twice. */
export function folded(conversation, { seq, at, event }) {
  if (seq <= conversation.seq) return conversation;
  const change = changes[event.type];
  return { ...conversation, ...change?.(conversation, event, { seq, at: new Date(at) }), seq };
}

const changes = {
  message: (conversation, event, { seq, at }) => {
    const name = event.author === "expert" ? (event.expert_name ?? conversation.expert) : null;
    const message = { id: event.id, author: event.author, text: event.text, files: event.attachments ?? [], name, seq, at };
    return {
      messages: [...conversation.messages, message],
      expert: name ?? conversation.expert,
      busy: conversation.busy && event.author === "visitor",
    };
  },
  // A transfer is announced by experts, not by the desk: the new name shows with the new expert's first message.
  assigned: (conversation, event) => ({
    status: "open",
    expert: conversation.expert ?? event.expert_name ?? null,
    busy: false,
  }),
  queued: (conversation) => ({ status: "waiting", busy: !conversation.expert }),
  seen: (conversation, event) => (event.by === "expert" ? { seenByExpert: event.seq } : {}),
  email_given: () => ({ emailGiven: true }),
  closed: (_, event, { at }) => ({ status: "closed", closedBy: event.by, closedAt: at }),
};

/** Whether there is somebody, or soon somebody, at the other end. */
export function isAlive(conversation) {
  return conversation !== null && conversation.status !== "closed";
}

/** The seq of the last message that an expert wrote, 0 without one. */
export function lastFromExpert(conversation) {
  return conversation.messages.findLast((message) => message.author === "expert")?.seq ?? 0;
}
