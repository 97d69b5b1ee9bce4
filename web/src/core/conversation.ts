import type { Conversation } from './api-types';
import { emptyTurn, type Turn, turnOf } from './turn';

export type Message =
  | { id: string; role: 'user'; text: string; createdAt: string | null }
  | { id: string; role: 'assistant'; turn: Turn; createdAt: string | null };

/** The messages of the newest conversation, oldest first; empty when nobody has said anything yet. */
export function messagesOf(conversations: readonly Conversation[]): Message[] {
  const newest = conversations[0];
  if (!newest) return [];
  return newest.messages.map((message): Message => {
    const createdAt = message.created_at ?? null;
    return message.role === 'user'
      ? { id: message.id, role: 'user', text: message.content, createdAt }
      : { id: message.id, role: 'assistant', turn: turnOf(message, newest.id), createdAt };
  });
}

/** The answer that is still being written when the page opens, if there is one. */
export function unfinished(messages: readonly Message[]): { messageId: string; turnId: string } | null {
  const last = messages.at(-1);
  if (last?.role !== 'assistant' || last.turn.status !== 'streaming' || !last.turn.turnId) return null;
  return { messageId: last.id, turnId: last.turn.turnId };
}

/** The newest proposal that was neither applied nor overtaken by a later one. */
export function openProposal(messages: readonly Message[], discarded: ReadonlySet<string>): Turn | null {
  for (let i = messages.length - 1; i >= 0; i--) {
    const message = messages[i];
    if (message?.role !== 'assistant' || !message.turn.suggestion) continue;
    const { suggestion, appliedVersion } = message.turn;
    return appliedVersion === null && !discarded.has(suggestion.id) ? message.turn : null;
  }
  return null;
}

/** What the person asked before a given answer: what Retry sends again. */
export function requestBefore(messages: readonly Message[], answerId: string): string | null {
  const at = messages.findIndex(message => message.id === answerId);
  for (let i = at - 1; i >= 0; i--) {
    const message = messages[i];
    if (message?.role === 'user') return message.text;
  }
  return null;
}

/** The text of a new pair of messages as it stands before the first event. */
export function newExchange(id: string, text: string, createdAt: string): Message[] {
  return [
    { id: `${id}-user`, role: 'user', text, createdAt },
    { id: `${id}-answer`, role: 'assistant', turn: emptyTurn, createdAt },
  ];
}
