import { create } from 'zustand';
import type { Conversation } from '../core/api-types';
import { type Message, messagesOf, newExchange, requestBefore, unfinished } from '../core/conversation';
import type { AssistantEvent, NumberedEvent } from '../core/events';
import { advance, finish, isProving, type Turn, type TurnError } from '../core/turn';
import { api } from '../shared/api/endpoints';
import { ApiError } from '../shared/api/http';
import { followTurn, type StreamStart } from '../shared/api/stream';
import { reason } from '../shared/toasts';

type Chat = {
  workspace: string | null;
  conversationId: string | null;
  messages: Message[];
  /** The answer that is being written, if any. */
  writing: string | null;
  connected: boolean;
  stopping: boolean;
  discarded: ReadonlySet<string>;
};

export const useChat = create<Chat>()(() => ({
  workspace: null,
  conversationId: null,
  messages: [],
  writing: null,
  connected: true,
  stopping: false,
  discarded: new Set<string>(),
}));

const set = useChat.setState;
let connection: AbortController | null = null;
/** Ends when the answer that is being written has ended. */
let following: Promise<void> = Promise.resolve();
/** Words arrive faster than anyone reads; events are taken in together, a few dozen times a second. */
const BATCH = 40;

export const chat = { load, send, stop, retry, markApplied, discard, startOver };

/** Shows a workspace's newest conversation and goes on reading an answer that is still being written. */
function load(workspace: string, conversations: Conversation[]): void {
  connection?.abort();
  const messages = messagesOf(conversations);
  const conversationId = conversations[0]?.id ?? null;
  set({
    workspace,
    conversationId,
    messages,
    writing: null,
    connected: true,
    stopping: false,
    discarded: new Set(),
  });
  const open = unfinished(messages);
  if (open) following = follow(open.messageId, { kind: 'resume', turnId: open.turnId, after: 0 });
}

/** Whether a message may be sent now: nothing is being written, or only a proof still runs. */
export function canSend({ workspace, writing, messages, stopping }: Chat): boolean {
  if (workspace === null || stopping) return false;
  const turn = writing ? turnIn(messages, writing) : null;
  return turn === null || isProving(turn);
}

/** Sends a message; a proof that still runs is stopped, since its design is about to change. */
async function send(text: string, selectedTables: readonly string[] = []): Promise<void> {
  const message = text.trim();
  if (!canSend(useChat.getState()) || message === '') return;
  if (useChat.getState().writing) {
    await stop();
    await following;
  }
  const { workspace, conversationId, messages } = useChat.getState();
  if (!workspace) return;
  const id = `local-${Date.now().toString(36)}-${messages.length}`;
  set({ messages: [...messages, ...newExchange(id, message, new Date().toISOString())] });
  const last = messages.at(-1);
  const asked = last?.role === 'assistant' ? last.turn.question : null;
  const body = {
    workspace_id: workspace,
    message,
    stream: true,
    ...(conversationId ? { conversation_id: conversationId } : {}),
    ...(selectedTables.length > 0 ? { context: { selected_tables: selectedTables } } : {}),
    ...(asked ? { answer_to: asked.id } : {}),
  };
  following = follow(`${id}-answer`, { kind: 'chat', body });
}

async function stop(): Promise<void> {
  const { writing, messages } = useChat.getState();
  const turn = writing ? turnIn(messages, writing) : null;
  if (!writing || !turn) return;
  set({ stopping: true });
  if (!turn.turnId) {
    connection?.abort();
    return;
  }
  try {
    await api.cancel(turn.turnId);
  } catch {
    connection?.abort();
  }
}

/** A broken connection is taken up again; a failed answer is asked for anew. */
function retry(answerId: string): void {
  const { messages, writing } = useChat.getState();
  const turn = turnIn(messages, answerId);
  if (writing || !turn) return;
  if (turn.error?.code === 'Connection lost' && turn.turnId) {
    update(answerId, old => ({ ...old, status: 'streaming', error: null }));
    following = follow(answerId, { kind: 'resume', turnId: turn.turnId, after: turn.lastNumber });
    return;
  }
  const text = requestBefore(messages, answerId);
  if (text) void send(text);
}

function markApplied(suggestionId: string, version: number): void {
  set(s => ({
    messages: s.messages.map(message =>
      message.role === 'assistant' && message.turn.suggestion?.id === suggestionId
        ? { ...message, turn: { ...message.turn, appliedVersion: version } }
        : message,
    ),
  }));
}

function discard(suggestionId: string): void {
  set(s => ({ discarded: new Set([...s.discarded, suggestionId]) }));
}

function startOver(): void {
  if (!useChat.getState().writing) set({ conversationId: null, messages: [] });
}

async function follow(answerId: string, start: StreamStart): Promise<void> {
  const mine = new AbortController();
  connection?.abort();
  connection = mine;
  set({ writing: answerId, connected: true, stopping: false });
  const batch = batched(answerId);
  let failure: TurnError | null = null;
  try {
    await followTurn(start, batch.add, mine.signal, connected => connection === mine && set({ connected }));
  } catch (cause) {
    failure = mine.signal.aborted ? null : asTurnError(cause);
  }
  batch.flush();
  // Another conversation may have been opened meanwhile; its state is not ours to end.
  if (connection !== mine) return;
  const stopped = useChat.getState().stopping;
  update(answerId, turn => {
    const ended = finish(turn, 'interrupted', failure ?? turn.error);
    return stopped && turn.suggestion === null ? { ...ended, status: 'interrupted' } : ended;
  });
  set({ writing: null, connected: true, stopping: false });
}

function batched(answerId: string) {
  let waiting: NumberedEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    if (events.length > 0) take(answerId, events);
  };
  const add = (event: NumberedEvent) => {
    waiting.push(event);
    timer ??= setTimeout(flush, BATCH);
  };
  return { add, flush };
}

function take(answerId: string, events: readonly NumberedEvent[]): void {
  const now = Date.now();
  update(answerId, turn => events.reduce((state, event) => advance(state, event, now), turn));
  for (const { event } of events) if (event.type === 'proof') proveEarlier(event);
  const turn = turnIn(useChat.getState().messages, answerId);
  if (turn?.conversationId) set({ conversationId: turn.conversationId });
}

/** A proof that was stopped may end in a later answer; it belongs to the proposal that it proves. */
function proveEarlier({ suggestion_id, receipt }: Extract<AssistantEvent, { type: 'proof' }>): void {
  set(s => ({
    messages: s.messages.map(message =>
      message.role === 'assistant' && message.turn.suggestion?.id === suggestion_id
        ? { ...message, turn: { ...message.turn, receipt } }
        : message,
    ),
  }));
}

function update(answerId: string, change: (turn: Turn) => Turn): void {
  set(s => ({
    messages: s.messages.map(message =>
      message.id === answerId && message.role === 'assistant'
        ? { ...message, turn: change(message.turn) }
        : message,
    ),
  }));
}

function turnIn(messages: readonly Message[], id: string): Turn | null {
  const message = messages.find(candidate => candidate.id === id);
  return message?.role === 'assistant' ? message.turn : null;
}

function asTurnError(cause: unknown): TurnError {
  if (cause instanceof ApiError) {
    const retryable = cause.status === 0 || cause.status === 429 || cause.status >= 500;
    return { code: cause.code, message: cause.message, nextStep: cause.nextStep, retryable };
  }
  return { code: 'Unexpected', message: reason(cause), nextStep: '', retryable: true };
}
