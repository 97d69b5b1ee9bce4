import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NumberedEvent } from '../../core/events';
import { advance, emptyTurn } from '../../core/turn';
import { BACKOFF, followTurn } from './stream';

const frames = (...events: [number, object][]) =>
  events.map(([number, event]) => `id: ${number}\ndata: ${JSON.stringify(event)}\n\n`).join('');

const TURN = { type: 'turn', turn_id: 't1', conversation_id: 'c1' };
const words = (text: string) => ({ type: 'content', text });

/** A body that ends, or breaks when `broken`, after the given text. */
function body(text: string, broken = false): Response {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      if (!broken) controller.close();
    },
    pull(controller) {
      if (broken) controller.error(new TypeError('network'));
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } });
}

const requests: { path: string; method: string; lastId: string | null }[] = [];

function serverAnswers(...answers: (() => Response)[]) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    requests.push({
      path,
      method: init.method ?? 'GET',
      lastId: new Headers(init.headers).get('Last-Event-ID'),
    });
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
}

beforeEach(() => {
  requests.length = 0;
  vi.unstubAllGlobals();
  vi.useFakeTimers();
});

async function follow(): Promise<{ events: NumberedEvent[]; error: unknown }> {
  const events: NumberedEvent[] = [];
  const run = followTurn(
    { kind: 'chat', body: { message: 'm' } },
    e => events.push(e),
    new AbortController().signal,
  ).then(
    () => null,
    error => error,
  );
  await vi.advanceTimersByTimeAsync(BACKOFF.reduce((sum, ms) => sum + ms, 1_000));
  const error = await run;
  vi.useRealTimers();
  return { events, error };
}

const textOf = (events: NumberedEvent[]) => events.reduce((turn, e) => advance(turn, e), emptyTurn).text;

describe('followTurn', () => {
  it('takes a broken stream up after the last event, and sends the message once', async () => {
    serverAnswers(
      () => body(frames([1, TURN], [2, words('one ')]), true),
      () => body(frames([3, words('two')], [4, { type: 'done' }])),
    );
    const { events, error } = await follow();
    expect(error).toBeNull();
    expect(textOf(events)).toBe('one two');
    expect(requests.map(({ method, lastId }) => [method, lastId])).toEqual([
      ['POST', null],
      ['GET', '2'],
    ]);
  });

  it('resumes a stream that ended without saying that it was done', async () => {
    serverAnswers(
      () => body(frames([1, TURN], [2, words('a')])),
      () => body(frames([2, words('a')], [3, words('b')], [4, { type: 'done' }])),
    );
    expect(textOf((await follow()).events)).toBe('ab');
  });

  it('does not repeat a message of which nobody knows whether it arrived', async () => {
    serverAnswers();
    const { error } = await follow();
    expect(error).toMatchObject({ code: 'Offline' });
    expect(requests).toHaveLength(1);
  });

  it('gives up with a cause when the server stays away', async () => {
    serverAnswers(() => body(frames([1, TURN]), true));
    const { error } = await follow();
    expect(error).toMatchObject({ code: 'Connection lost' });
    expect(requests).toHaveLength(1 + BACKOFF.length);
  });

  it('stops at a refusal', async () => {
    serverAnswers(() =>
      Response.json({ code: 'LW-2212', detail: 'Over budget', next_step: 'Raise it' }, { status: 429 }),
    );
    const { error } = await follow();
    expect(error).toMatchObject({ code: 'LW-2212', message: 'Over budget', nextStep: 'Raise it' });
    expect(requests).toHaveLength(1);
  });
});
