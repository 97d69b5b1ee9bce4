import type { Maybe, Question, Receipt, Suggestion, TurnProblem, Usage } from './api-types';

/** What the assistant's stream can say. */
export type AssistantEvent =
  | { type: 'turn'; turn_id: string; conversation_id: string }
  | { type: 'content'; text: string }
  | { type: 'tool_call'; id: string; server: string; tool: string; arguments?: unknown }
  | { type: 'tool_result'; id: string; ok: boolean; summary?: Maybe<string>; ms?: Maybe<number> }
  | ({ type: 'question' } & Question)
  | { type: 'suggestion'; suggestion: Suggestion }
  | { type: 'proof'; suggestion_id: string; receipt: Receipt }
  | ({ type: 'usage' } & Usage)
  | ({ type: 'error' } & TurnProblem)
  | { type: 'done' };

/** An event with its place in the turn. Numbers rise within a turn; 0 stands for a stream without numbers. */
export type NumberedEvent = { number: number; event: AssistantEvent };

const REQUIRED: Record<AssistantEvent['type'], readonly string[]> = {
  turn: ['turn_id', 'conversation_id'],
  content: ['text'],
  tool_call: ['id', 'server', 'tool'],
  tool_result: ['id'],
  question: ['id', 'text'],
  suggestion: ['suggestion'],
  proof: ['suggestion_id', 'receipt'],
  usage: [],
  error: ['message'],
  done: [],
};

/** Reads one frame. Events of a later server that this page does not know, and broken ones, are skipped. */
export function readEvent(id: string | undefined, data: string): NumberedEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const required = REQUIRED[value.type as AssistantEvent['type']];
  if (!required?.every(field => field in value)) return undefined;
  const number = Number(id);
  return { number: Number.isFinite(number) ? number : 0, event: value as AssistantEvent };
}
