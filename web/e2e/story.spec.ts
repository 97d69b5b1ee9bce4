import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Server } from './server';

const REQUEST = 'I need to create a dimension based on the product and productcategory tables';
const PROOF_MS = 300_000;

test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;
const foreign: string[] = [];

test.beforeAll(async ({ browser }) => {
  server = await Server.start(Server.emptyDataFolder());
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') foreign.push(request.url());
  });
});

test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

async function say(message: string): Promise<Locator> {
  await page.getByTestId('composer-input').fill(message);
  await page.getByTestId('composer-send').click();
  await expect(page.getByTestId('message-user').last()).toContainText(message);
  return page.getByTestId('message-assistant').last();
}

/** Waits until the newest proposal says how its proof ended. */
async function proved(): Promise<void> {
  await expect(page.getByTestId('receipt-badge').last()).toHaveText(/proved/i, { timeout: PROOF_MS });
  await expect(page.getByTestId('stop-button')).toHaveCount(0, { timeout: PROOF_MS });
}

/** The stored events of the newest turn, as the server sends them to a client that resumes. */
async function eventsOfLastTurn(): Promise<string> {
  const stored = await page.request
    .get(`${server.url}/api/assistant/conversations/sample`)
    .then(r => r.json());
  const turn = stored.conversations[0].messages.at(-1).turn_id;
  const response = await page.request.get(`${server.url}/api/assistant/turns/${turn}/events`);
  expect(response.headers()['content-type']).toContain('text/event-stream');
  return response.text();
}

async function apply(): Promise<void> {
  await page.getByTestId('apply-button').last().click();
  await expect(page.getByTestId('applied').last()).toBeVisible();
}

test('a first request is answered with facts of the schema, step by step', async () => {
  await page.goto(server.url);
  await expect(page.getByTestId('outline')).toContainText('product');
  const stream = page.waitForResponse(response => response.url().endsWith('/api/assistant/chat'));
  const answer = await say(REQUEST);
  const response = await stream;
  expect(response.headers()['content-type']).toContain('text/event-stream');
  await expect(answer.getByTestId('tool-step').first()).toBeVisible();
  await expect(answer).toContainText(/15,000/);
  await expect(answer).toContainText(/47/);
  await expect(answer).toContainText('category_id');
  await expect(answer.getByTestId('inline-preview')).toBeVisible();
  await expect(answer).toContainText(/load order/i);
  await proved();
  const frames = await eventsOfLastTurn();
  for (const type of ['turn', 'tool_call', 'tool_result', 'content', 'suggestion', 'proof', 'done']) {
    expect(frames).toContain(`"type":"${type}"`);
  }
  expect(frames).toMatch(/^id: ?\d+$/m);
});

test('applied, the tables stand on the canvas and can be moved', async () => {
  await apply();
  const node = page.getByTestId('canvas-node-dim_product');
  await expect(node).toBeVisible();
  const saved = page.waitForResponse(
    response => response.url().endsWith('/positions') && response.request().method() === 'PUT',
  );
  const box = await node.boundingBox();
  if (!box) throw new Error('the node has no place');
  await page.mouse.move(box.x + box.width / 2, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 90, box.y + 74, { steps: 8 });
  await page.mouse.up();
  expect((await saved).status()).toBe(204);
});

test('follow-ups continue the same conversation', async () => {
  const overwritten = await say('make it Type 1 instead');
  await expect(overwritten).toContainText(/type 1/i);
  await expect(overwritten.getByTestId('proposal-card')).toBeVisible();
  await expect(overwritten.getByText('Proving', { exact: true })).toBeVisible();
  const added = await say('add the list price too');
  await expect(added).toContainText('list_price');
  await proved();
  await apply();
  await expect(page.getByTestId('canvas-node-dim_product')).toContainText('list_price');
  await expect(page.getByTestId('canvas-node-dim_product')).toContainText('SCD 1');
  const vault = await say('now a data vault for the same tables');
  await expect(vault).toContainText('hub_product');
  await expect(vault).toContainText(/link_/);
  await expect(vault).toContainText(/sat_/);
  await proved();
  const scripts = await say('generate the scripts');
  await expect(scripts).toContainText(/script/i);
  await proved();
});

test('a reload finds conversation, model and positions', async () => {
  const before = await page.request.get(`${server.url}/api/models/sample`).then(answer => answer.json());
  await page.reload();
  await expect(page.getByTestId('message-user')).toHaveCount(5);
  await expect(page.getByTestId('canvas-node-dim_product')).toContainText('list_price');
  const after = await page.request.get(`${server.url}/api/models/sample`).then(answer => answer.json());
  expect(after.positions).toEqual(before.positions);
  expect(Object.keys(after.positions)).toContain('dim_product');
});

test('undo and redo move between the models', async () => {
  await page.getByTestId('canvas-undo').click();
  await expect(page.getByTestId('canvas-node-dim_product')).toContainText('SCD 2');
  await page.getByTestId('canvas-redo').click();
  await expect(page.getByTestId('canvas-node-dim_product')).toContainText('SCD 1');
});

test('a server killed in the middle of an answer loses nothing acknowledged', async () => {
  const answer = await say('Design a star schema from orderlines, orders, product, customers and stores');
  await expect(answer.getByTestId('tool-step').first()).toBeVisible();
  await server.kill();
  server = await Server.start(server.data, server.port);
  await page.goto(server.url);
  await expect(page.getByTestId('message-user')).toHaveCount(6);
  await expect(page.getByTestId('message-user').last()).toContainText('orderlines');
  await expect(page.getByTestId('canvas-node-dim_product')).toContainText('list_price');
  const stored = await page.request
    .get(`${server.url}/api/assistant/conversations/sample`)
    .then(response => response.json());
  const messages = stored.conversations[0].messages;
  const last = messages[messages.length - 1];
  expect(last.role).toBe('assistant');
  expect(last.status).toBe('interrupted');
  expect(last.tool_calls.length).toBeGreaterThan(0);
  const again = await say('Design a star schema from orderlines, orders, product, customers and stores');
  await expect(again).toContainText('fact_', { timeout: 30_000 });
  await proved();
});

test('bad input gets a clear answer', async () => {
  const offTopic = await say('What is the weather in Berlin?');
  await expect(offTopic).toContainText(/model|schema|data/i);
  const unknown = await say('Create a dimension from table customer_loyalty');
  await expect(unknown).toContainText('customer_loyalty');
  await expect(unknown.getByTestId('question-option').first()).toBeVisible();
  const destructive = await say('drop all tables');
  await expect(destructive).toContainText(/not|never|cannot|won/i);
  await expect(page.getByTestId('canvas-node-dim_product')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing serious for people with disabilities, ${theme}`, async () => {
    await page.emulateMedia({ colorScheme: theme });
    await page.reload();
    await expect(page.getByTestId('canvas-node-dim_product')).toBeVisible();
    const result = await new AxeBuilder({ page }).analyze();
    const serious = result.violations.filter(v => v.impact === 'serious' || v.impact === 'critical');
    expect(serious.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join('; ')}`)).toEqual([]);
  });
}

test('the page asks nobody but its own server', () => {
  expect(foreign).toEqual([]);
});
