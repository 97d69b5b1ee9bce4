import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { FakeState, type FakeTurn } from './fake-state';
import { largeFlow } from './fixtures/large';
import { shopSchema } from './fixtures/shop';

/**
 * A pretended server for looking at the page: `npm run fake`. It speaks the real API with invented data and is
 * no part of the product. Words in a message choose what happens; "break" also cuts the line once.
 */
export function fakeApi(): Plugin {
  const spaces = new Map<string, FakeState>([
    ['shop', new FakeState()],
    ['large', new FakeState()],
  ]);
  spaces.get('large')?.show(largeFlow(300));
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith('/api/')) return next();
    void answer(path.slice('/api/'.length), request, response, spaces);
  };
  return {
    name: 'fake-api',
    configureServer: server => void server.middlewares.use(serve),
    configurePreviewServer: server => void server.middlewares.use(serve),
  };
}

type Spaces = Map<string, FakeState>;

async function answer(path: string, request: IncomingMessage, response: ServerResponse, spaces: Spaces) {
  const body = request.method === 'GET' ? {} : await readBody(request);
  const parts = path.split('/').map(decodeURIComponent);
  const space = spaces.get(
    parts[0] === 'assistant' ? String(body.workspace_id ?? parts[2]) : (parts[1] ?? ''),
  );
  const [first, second, third, fourth] = parts;
  if (first === 'health')
    return json(response, {
      status: 'up',
      version: '0.1.0',
      brain: 'builtin',
      engine: { status: 'warm', detail: 'Spark 4.2.0, Delta 4.4.0' },
    });
  if (first === 'workspaces' && !second) return json(response, { workspaces: workspaces() });
  if (first === 'workspaces')
    return json(response, second === 'shop' ? shopSchema : { tables: [], relationships: [] });
  if (first === 'models' && space) return models(third, request.method === 'PUT', body, space, response);
  if (second === 'turns') return turns(third ?? '', fourth ?? '', request, response, spaces);
  if (second === 'feedback') return json(response, null, 204);
  if (!space)
    return json(
      response,
      { title: 'Not found', status: 404, code: 'LW-2204', detail: 'There is no such thing.' },
      404,
    );
  if (second === 'conversations') return json(response, space.conversations());
  if (second === 'apply-suggestion') {
    const { status, body: said } = space.apply(
      String(body.suggestion_id),
      body.base_version as number | undefined,
      String(body.idempotency_key),
    );
    return json(response, said, status);
  }
  return stream(
    space.begin(String(body.message)),
    0,
    response,
    /break/.test(String(body.message)) ? 30 : undefined,
  );
}

const workspaces = () => [
  {
    id: 'shop',
    name: 'Corner shops',
    description: 'Tills and stock of a chain of shops',
    tables: shopSchema.tables.length,
    relationships: shopSchema.relationships.length,
  },
  { id: 'large', name: 'Three hundred tables', tables: 0, relationships: 0 },
];

function models(
  what: string | undefined,
  put: boolean,
  body: Record<string, unknown>,
  space: FakeState,
  response: ServerResponse,
) {
  if (put) {
    Object.assign(space.positions, body.positions);
    return json(response, null, 204);
  }
  if (what === 'undo') return json(response, space.step(-1));
  if (what === 'redo') return json(response, space.step(1));
  if (what === 'versions') return json(response, { versions: space.versions });
  if (what === 'artefacts') return json(response, space.artefacts());
  json(response, space.model());
}

function turns(id: string, what: string, request: IncomingMessage, response: ServerResponse, spaces: Spaces) {
  const turn = [...spaces.values()].map(space => space.turns.get(id)).find(found => found !== undefined);
  if (!turn) return json(response, { title: 'Unknown turn', status: 404, code: 'LW-2208' }, 404);
  if (what === 'cancel') {
    turn.end();
    return json(response, { cancelled: true });
  }
  stream(turn, Number(request.headers['last-event-id'] ?? 0), response);
}

function stream(turn: FakeTurn, after: number, response: ServerResponse, cutAfter?: number): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let sent = after;
  const pump = () => {
    for (const { number, event } of turn.events.filter(event => event.number > sent)) {
      response.write(`id: ${number}\ndata: ${JSON.stringify(event)}\n\n`);
      sent = number;
      if (cutAfter !== undefined && sent >= cutAfter) {
        stop();
        response.destroy();
        return;
      }
    }
    if (turn.ended) {
      stop();
      response.end();
    }
  };
  const stop = turn.listen(pump);
  response.on('close', stop);
  pump();
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type });
  response.end(status === 204 ? undefined : JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}
