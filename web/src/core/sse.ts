/** One server-sent event. `id` is the last id seen on the stream, as the standard says. */
export type SseFrame = { id: string | undefined; data: string };

/**
 * Splits a text stream into server-sent events. Chunks may end anywhere, also between the two characters of a
 * line end. Comment lines and fields this product does not use are skipped; an event without data is none.
 */
export class SseParser {
  private buffer = '';
  private data: string[] = [];
  private lastId: string | undefined;

  push(chunk: string): SseFrame[] {
    this.buffer += chunk;
    const frames: SseFrame[] = [];
    for (;;) {
      const end = this.buffer.search(/[\r\n]/);
      if (end < 0) return frames;
      // A carriage return at the very end may be the first half of CR LF: wait for what follows.
      if (this.buffer[end] === '\r' && end === this.buffer.length - 1) return frames;
      const line = this.buffer.slice(0, end);
      const width = this.buffer[end] === '\r' && this.buffer[end + 1] === '\n' ? 2 : 1;
      this.buffer = this.buffer.slice(end + width);
      const frame = this.line(line);
      if (frame) frames.push(frame);
    }
  }

  private line(line: string): SseFrame | undefined {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    if (field === 'id' && !value.includes('\0')) this.lastId = value;
    return undefined;
  }

  private dispatch(): SseFrame | undefined {
    if (this.data.length === 0) return undefined;
    const frame = { id: this.lastId, data: this.data.join('\n') };
    this.data = [];
    return frame;
  }
}
