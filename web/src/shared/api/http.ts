import type { Finding, ModelChange, ProblemDocument } from '../../core/api-types';

/** A refusal or failure with what the server said about it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly nextStep: string;
  readonly diff: ModelChange | null;
  readonly findings: Finding[];

  constructor(status: number, problem: ProblemDocument) {
    super(problem.detail ?? problem.title ?? `The server answered with status ${status}.`);
    this.status = status;
    this.code = problem.code ?? `HTTP ${status}`;
    this.nextStep = problem.next_step ?? '';
    const details = (problem.details ?? {}) as { diff?: ModelChange; findings?: Finding[] };
    this.diff = problem.diff ?? details.diff ?? null;
    this.findings = problem.findings ?? details.findings ?? [];
  }
}

/** The server could not be reached at all. */
export class Unreachable extends ApiError {
  constructor() {
    super(0, {
      code: 'Offline',
      detail: 'The Lakewright server does not answer.',
      next_step: 'Check that it is running, then try again.',
    });
  }
}

export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin' });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable();
  }
  if (response.ok) return response;
  throw new ApiError(response.status, await problemOf(response));
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  try {
    return (await response.json()) as ProblemDocument;
  } catch {
    return { title: response.statusText || `The server answered with status ${response.status}.` };
  }
}

export async function getJson<T>(path: string): Promise<T> {
  return (await (await send(path, { headers: { Accept: 'application/json' } })).json()) as T;
}

export function withBody(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) };
}

export async function postJson<T>(path: string, body: unknown): Promise<T> {
  const response = await send(path, withBody('POST', body));
  return (response.status === 204 ? undefined : await response.json()) as T;
}
