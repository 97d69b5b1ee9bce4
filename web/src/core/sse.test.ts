import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SseParser } from './sse';

const frame = fc.record({
  id: fc.nat(),
  lines: fc.array(
    fc.string().map(text => text.replace(/[\r\n]/g, '')),
    { minLength: 1, maxLength: 3 },
  ),
  end: fc.constantFrom('\n', '\r\n', '\r'),
});

const written = ({ id, lines, end }: { id: number; lines: string[]; end: string }) =>
  [`id: ${id}`, ...lines.map(line => `data: ${line}`), '', ''].join(end);

/** Cuts a text at the given places. */
function chunks(text: string, cuts: number[]): string[] {
  const places = [...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length));
}

describe('SseParser', () => {
  it('reads the same frames wherever the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (frames, cuts) => {
          // A last carriage return waits for what may follow it, so something harmless follows.
          const text = `${frames.map(written).join('')}: ping\n`;
          const parser = new SseParser();
          const read = chunks(text, cuts).flatMap(chunk => parser.push(chunk));
          expect(read).toEqual(frames.map(({ id, lines }) => ({ id: String(id), data: lines.join('\n') })));
        },
      ),
    );
  });

  it('skips comments, unknown fields and events without data', () => {
    const parser = new SseParser();
    expect(parser.push(': ping\n\nretry: 10\nevent: x\n\ndata:{"a":1}\n\n')).toEqual([
      { id: undefined, data: '{"a":1}' },
    ]);
  });

  it('keeps the last id for events that bring none', () => {
    const parser = new SseParser();
    expect(parser.push('id: 7\ndata: a\n\ndata: b\n\n').map(({ id }) => id)).toEqual(['7', '7']);
  });

  it('holds back an event that is not finished', () => {
    const parser = new SseParser();
    expect(parser.push('data: half')).toEqual([]);
    expect(parser.push('\n')).toEqual([]);
    expect(parser.push('\n')).toEqual([{ id: undefined, data: 'half' }]);
  });
});
