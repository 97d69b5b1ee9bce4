import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const START_LIMIT_MS = 240_000;

/** A running `./lakewright serve` on a data folder of its own. */
export class Server {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
    readonly data: string,
  ) {}

  static emptyDataFolder(): string {
    return mkdtempSync(join(tmpdir(), 'lakewright-e2e-'));
  }

  static start(data: string, port = 0): Promise<Server> {
    const process_ = spawn(join(ROOT, 'lakewright'), ['serve', '--port', String(port), '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Promise((started, failed) => {
      let output = '';
      const limit = setTimeout(
        () => failed(new Error(`the server did not start:\n${output}`)),
        START_LIMIT_MS,
      );
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
        if (url) {
          clearTimeout(limit);
          started(new Server(process_, url[0], data));
        }
      };
      process_.stdout?.on('data', read);
      process_.stderr?.on('data', read);
      process_.on('exit', code => failed(new Error(`the server ended with ${code}:\n${output}`)));
    });
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Ends it without any chance to tidy up, as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private end(signal: NodeJS.Signals): Promise<void> {
    return new Promise(done => {
      if (this.process.exitCode !== null || this.process.signalCode !== null) {
        done();
        return;
      }
      this.process.removeAllListeners('exit');
      this.process.on('exit', () => done());
      this.process.kill(signal);
    });
  }
}
