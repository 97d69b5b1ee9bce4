import { type NumberedEvent, readEvent } from '../../core/events';
import { SseParser } from '../../core/sse';
import { turnEvents } from './endpoints';
import { ApiError, send, withBody } from './http';

export type StreamStart =
  | { kind: 'chat'; body: Record<string, unknown> }
  | { kind: 'resume'; turnId: string; after: number };

/** Waits between attempts to take a broken stream up again, in milliseconds. */
export const BACKOFF = [400, 800, 1_500, 3_000, 5_000, 8_000, 8_000];
/** The server speaks at least every 10 seconds; a longer silence is a dead connection. */
const SILENCE = 35_000;

/**
 * Reads a turn to its end and hands over each event. A connection that breaks is resumed after the last event
 * that arrived; the message is never sent twice. Rejects when the server refuses or stays away too long.
 */
export async function followTurn(
  start: StreamStart,
  onEvent: (event: NumberedEvent) => void,
  signal: AbortSignal,
  onConnection: (connected: boolean) => void = () => {},
): Promise<void> {
  let turnId = start.kind === 'resume' ? start.turnId : null;
  let after = start.kind === 'resume' ? start.after : 0;
  let failures = 0;
  let fresh = start.kind === 'chat';
  for (;;) {
    let finished = false;
    try {
      const response =
        fresh && start.kind === 'chat' ? await open(start.body, signal) : await resume(turnId, after, signal);
      fresh = false;
      onConnection(true);
      await readFrames(response, signal, numbered => {
        failures = 0;
        after = Math.max(after, numbered.number);
        if (numbered.event.type === 'turn') turnId = numbered.event.turn_id;
        if (numbered.event.type === 'done') finished = true;
        onEvent(numbered);
      });
      if (finished) return;
    } catch (cause) {
      if (finished) return;
      if (signal.aborted) throw cause;
      const refused = cause instanceof ApiError && cause.status >= 400 && cause.status < 500;
      if (refused || turnId === null) throw cause;
    }
    if (turnId === null) throw new ApiError(0, CUT_OFF);
    onConnection(false);
    const wait = BACKOFF[failures++];
    if (wait === undefined) throw new ApiError(0, CUT_OFF);
    await pause(wait, signal);
  }
}

const CUT_OFF = {
  code: 'Connection lost',
  detail: 'The connection to the server broke and could not be taken up again.',
  next_step: 'Check that the server is running, then retry.',
};

const STREAM = { Accept: 'text/event-stream' };

function open(body: Record<string, unknown>, signal: AbortSignal): Promise<Response> {
  const init = withBody('POST', body);
  return send('api/assistant/chat', { ...init, headers: { ...init.headers, ...STREAM }, signal });
}

function resume(turnId: string | null, after: number, signal: AbortSignal): Promise<Response> {
  const headers = after > 0 ? { ...STREAM, 'Last-Event-ID': String(after) } : STREAM;
  return send(turnEvents(turnId ?? ''), { headers, signal, cache: 'no-store' });
}

async function readFrames(response: Response, signal: AbortSignal, onEvent: (event: NumberedEvent) => void) {
  const reader = response.body?.getReader();
  if (!reader) return;
  const parser = new SseParser();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      if (done || signal.aborted) return;
      for (const frame of parser.push(decoder.decode(value, { stream: true }))) {
        const event = readEvent(frame.id, frame.data);
        if (event) onEvent(event);
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function withinSilence<T>(read: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The stream went silent.')), SILENCE);
  });
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Stopped', 'AbortError'));
    });
  });
}
