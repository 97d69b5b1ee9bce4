import type { Question, Receipt, StoredMessage, Suggestion, TurnProblem, Usage } from './api-types';
import type { AssistantEvent, NumberedEvent } from './events';

export type ToolStep = {
  id: string;
  server: string;
  tool: string;
  arguments: unknown;
  state: 'running' | 'ok' | 'failed' | 'stopped';
  summary: string;
  ms: number | null;
  startedAt: number | null;
};

export type TurnError = { code: string; message: string; nextStep: string; retryable: boolean };

/** What one answer of the assistant shows. A pure function of the turn's events. */
export type Turn = {
  turnId: string | null;
  conversationId: string | null;
  lastNumber: number;
  status: 'streaming' | 'complete' | 'interrupted';
  text: string;
  steps: ToolStep[];
  question: Question | null;
  suggestion: Suggestion | null;
  receipt: Receipt | null;
  usage: Usage | null;
  error: TurnError | null;
  appliedVersion: number | null;
};

export const emptyTurn: Turn = {
  turnId: null,
  conversationId: null,
  lastNumber: 0,
  status: 'streaming',
  text: '',
  steps: [],
  question: null,
  suggestion: null,
  receipt: null,
  usage: null,
  error: null,
  appliedVersion: null,
};

/**
 * Takes one event in. An event whose number was already seen changes nothing, so a stream that is resumed from
 * any point, or replayed whole, ends in the same state. `now` only times running steps.
 */
export function advance(turn: Turn, { number, event }: NumberedEvent, now: number | null = null): Turn {
  if (number > 0 && number <= turn.lastNumber) return turn;
  return { ...take(turn, event, now), lastNumber: Math.max(number, turn.lastNumber) };
}

function take(turn: Turn, event: AssistantEvent, now: number | null): Turn {
  switch (event.type) {
    case 'turn':
      return { ...turn, turnId: event.turn_id, conversationId: event.conversation_id };
    case 'content':
      return { ...turn, text: turn.text + event.text };
    case 'tool_call':
      return { ...turn, steps: [...turn.steps, started(event, now)] };
    case 'tool_result':
      return {
        ...turn,
        steps: turn.steps.map(step =>
          step.id === event.id
            ? {
                ...step,
                state: event.ok ? 'ok' : 'failed',
                summary: event.summary ?? '',
                ms: event.ms ?? null,
              }
            : step,
        ),
      };
    case 'question':
      return { ...turn, question: { id: event.id, text: event.text, options: event.options ?? [] } };
    case 'suggestion':
      return { ...turn, suggestion: event.suggestion, receipt: event.suggestion.receipt ?? null };
    case 'proof':
      return turn.suggestion?.id === event.suggestion_id ? { ...turn, receipt: event.receipt } : turn;
    case 'usage':
      return {
        ...turn,
        usage: { input: event.input, cached: event.cached, output: event.output, cost: event.cost },
      };
    case 'error':
      return event.code === CANCELLED
        ? { ...turn, status: 'interrupted' }
        : { ...turn, error: errorOf(event) };
    case 'done':
      return finish(turn, 'complete');
  }
}

/** What the user stopped is no failure. */
const CANCELLED = 'LW-2020';

/** Whether only a proof is still being written: the conversation may go on. */
export const isProving = (turn: Turn): boolean =>
  turn.status === 'streaming' && (turn.suggestion !== null || turn.steps.at(-1)?.tool === 'prove_model');

/** Whether a stopped answer still lacks something: its proof may have been run since. */
export const isCutShort = (turn: Turn): boolean =>
  turn.status === 'interrupted' &&
  turn.error === null &&
  turn.receipt?.status !== 'proved' &&
  turn.receipt?.status !== 'failed';

function errorOf(problem: TurnProblem): TurnError {
  return {
    code: problem.code,
    message: problem.message,
    nextStep: problem.next_step ?? '',
    retryable: problem.retryable ?? false,
  };
}

function started(event: Extract<AssistantEvent, { type: 'tool_call' }>, now: number | null): ToolStep {
  return {
    id: event.id,
    server: event.server,
    tool: event.tool,
    arguments: event.arguments ?? {},
    state: 'running',
    summary: '',
    ms: null,
    startedAt: now,
  };
}

/** Ends a turn; steps without a result are shown as stopped, never as done. */
export function finish(
  turn: Turn,
  status: 'complete' | 'interrupted',
  error: TurnError | null = turn.error,
): Turn {
  const steps = turn.steps.map(step =>
    step.state === 'running' ? { ...step, state: 'stopped' as const } : step,
  );
  const ended = turn.status === 'streaming' ? status : turn.status;
  return { ...turn, status: ended, steps, error };
}

/** A stored answer as a turn. One that is still being written starts empty: its events are replayed. */
export function turnOf(message: StoredMessage, conversationId: string): Turn {
  const base = { ...emptyTurn, conversationId, turnId: message.turn_id ?? null };
  if (message.status === 'streaming' && message.turn_id) return base;
  const steps = (message.tool_calls ?? []).map(
    (call): ToolStep => ({
      id: call.id,
      server: call.server,
      tool: call.tool,
      arguments: call.arguments ?? {},
      state: call.ok === true ? 'ok' : call.ok === false ? 'failed' : 'stopped',
      summary: call.summary ?? '',
      ms: call.ms ?? null,
      startedAt: null,
    }),
  );
  return {
    ...base,
    status: message.status === 'interrupted' ? 'interrupted' : 'complete',
    text: message.content,
    steps,
    question: message.question ?? null,
    error: message.error && message.error.code !== CANCELLED ? errorOf(message.error) : null,
    suggestion: message.suggestion ?? null,
    receipt: message.suggestion?.receipt ?? null,
    usage: message.suggestion?.usage ?? null,
    appliedVersion: message.applied_version ?? null,
  };
}
