import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssistantEvent, NumberedEvent } from './events';
import { readEvent } from './events';
import { advance, emptyTurn, finish, type Turn, turnOf } from './turn';

const event: fc.Arbitrary<AssistantEvent> = fc.oneof(
  fc.record({
    type: fc.constant('turn' as const),
    turn_id: fc.constant('t'),
    conversation_id: fc.constant('c'),
  }),
  fc.record({ type: fc.constant('content' as const), text: fc.string() }),
  fc.record({
    type: fc.constant('tool_call' as const),
    id: fc.constantFrom('a', 'b'),
    server: fc.constant('s'),
    tool: fc.constant('t'),
  }),
  fc.record({
    type: fc.constant('tool_result' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    ok: fc.boolean(),
    ms: fc.nat(),
  }),
  fc.record({
    type: fc.constant('suggestion' as const),
    suggestion: fc.record({ id: fc.constantFrom('x', 'y') }),
  }),
  fc.record({
    type: fc.constant('proof' as const),
    suggestion_id: fc.constantFrom('x', 'y'),
    receipt: fc.record({ status: fc.constantFrom('proved' as const, 'failed' as const) }),
  }),
  fc.record({
    type: fc.constant('error' as const),
    code: fc.string(),
    message: fc.string(),
    retryable: fc.boolean(),
  }),
  fc.record({ type: fc.constant('done' as const) }),
);

const turnEvents = fc
  .array(event, { maxLength: 20 })
  .map(events => events.map((e, i): NumberedEvent => ({ number: i + 1, event: e })));
const play = (events: NumberedEvent[], from: Turn = emptyTurn) =>
  events.reduce((turn, e) => advance(turn, e), from);

describe('advance', () => {
  it('ends in the same state when every event arrives twice', () => {
    fc.assert(
      fc.property(turnEvents, events => {
        expect(play(events.flatMap(e => [e, e]))).toEqual(play(events));
        expect(play(events, play(events))).toEqual(play(events));
      }),
    );
  });

  it('ends in the same state when the stream is resumed from any earlier point', () => {
    fc.assert(
      fc.property(turnEvents, fc.nat(), fc.nat(), (events, a, b) => {
        const seen = events.length === 0 ? 0 : a % (events.length + 1);
        const resumedFrom = seen === 0 ? 0 : b % (seen + 1);
        const before = play(events.slice(0, seen));
        expect(play(events.slice(resumedFrom), before)).toEqual(play(events));
      }),
    );
  });

  it('shows a receipt only on the proposal that it belongs to', () => {
    const proposed = play([
      { number: 1, event: { type: 'suggestion', suggestion: { id: 'x', receipt: { status: 'checked' } } } },
    ]);
    const other: NumberedEvent = {
      number: 2,
      event: { type: 'proof', suggestion_id: 'y', receipt: { status: 'proved' } },
    };
    const own: NumberedEvent = {
      number: 3,
      event: { type: 'proof', suggestion_id: 'x', receipt: { status: 'proved' } },
    };
    expect(advance(proposed, other).receipt?.status).toBe('checked');
    expect(advance(proposed, own).receipt?.status).toBe('proved');
  });

  it('never shows an unfinished step as done', () => {
    const called = play([{ number: 1, event: { type: 'tool_call', id: 'a', server: 's', tool: 't' } }]);
    expect(finish(called, 'interrupted').steps.map(step => step.state)).toEqual(['stopped']);
  });
});

describe('turnOf', () => {
  it('starts an answer that is still being written from nothing, so that its events can be replayed', () => {
    const stored = {
      id: 'm',
      role: 'assistant' as const,
      content: 'half of',
      turn_id: 't',
      status: 'streaming' as const,
    };
    expect(turnOf(stored, 'c')).toMatchObject({ status: 'streaming', text: '', lastNumber: 0, turnId: 't' });
  });

  it('shows a finished answer with its steps, receipt and applied version', () => {
    const turn = turnOf(
      {
        id: 'm',
        role: 'assistant',
        content: 'Done',
        status: 'complete',
        tool_calls: [{ id: 'a', server: 's', tool: 't', ok: false, summary: 'no such table', ms: 4 }],
        suggestion: { id: 'x', receipt: { status: 'failed' } },
        applied_version: 3,
      },
      'c',
    );
    expect(turn).toMatchObject({
      status: 'complete',
      text: 'Done',
      appliedVersion: 3,
      receipt: { status: 'failed' },
    });
    expect(turn.steps).toMatchObject([{ state: 'failed', summary: 'no such table' }]);
  });
});

describe('turnOf a failed answer', () => {
  it('says what went wrong as it did while the answer came', () => {
    const error = {
      code: 'LW-2008',
      message: 'The step did not succeed.',
      next_step: 'Ask again.',
      retryable: true,
    };
    const stored = {
      id: 'm',
      role: 'assistant',
      content: 'Half',
      status: 'interrupted',
      turn_id: 't',
      error,
    };
    const live = play([{ number: 1, event: { type: 'error', ...error } }]);
    expect(turnOf(stored, 'c').error).toEqual(live.error);
    expect(live.error).toMatchObject({ nextStep: 'Ask again.', retryable: true });
  });
});

describe('a turn that its reader stopped', () => {
  const error = { code: 'LW-2020', message: 'The turn was cancelled.' };

  it('is no failure, neither while it is read nor later', () => {
    const live = play([
      { number: 1, event: { type: 'suggestion', suggestion: { id: 'x' } } },
      { number: 2, event: { type: 'error', ...error } },
      { number: 3, event: { type: 'done' } },
    ]);
    expect(live).toMatchObject({ status: 'interrupted', error: null });
    const stored = { id: 'm', role: 'assistant', content: '', status: 'interrupted', turn_id: 't', error };
    expect(turnOf(stored, 'c')).toMatchObject({ status: 'interrupted', error: null });
  });
});

describe('readEvent', () => {
  it('skips what it does not know and what is broken', () => {
    expect(readEvent('1', '{"type":"confetti"}')).toBeUndefined();
    expect(readEvent('1', '{"type":"content"}')).toBeUndefined();
    expect(readEvent('1', '{"type":')).toBeUndefined();
    expect(readEvent('4', '{"type":"content","text":"a"}')).toEqual({
      number: 4,
      event: { type: 'content', text: 'a' },
    });
  });
});
