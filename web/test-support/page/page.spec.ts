import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

test.describe.configure({ mode: 'serial' });

let page: Page;
const problems: string[] = [];

test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext()).newPage();
  page.on(
    'console',
    message => ['error', 'warning'].includes(message.type()) && problems.push(message.text()),
  );
  page.on('pageerror', error => problems.push(error.message));
});

test.afterAll(() => page.context().close());

const ask = async (text: string) => {
  await page.getByTestId('composer-input').fill(text);
  await page.getByTestId('composer-input').press('Enter');
};
const idle = () => expect(page.getByTestId('stop-button')).toBeHidden();

async function expectAccessible(where: string) {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(200);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(found => found.impact === 'serious' || found.impact === 'critical');
    expect(
      grave.map(
        found => `${where}, ${scheme}: ${found.id} ${found.nodes[0]?.html} ${found.nodes[0]?.failureSummary}`,
      ),
    ).toEqual([]);
  }
}

test('opens empty, with the source tables in the outline', async () => {
  await page.goto('./');
  await expect(page.getByTestId('outline').getByRole('treeitem', { name: /basket_line/ })).toBeVisible();
  await expect(page.getByTestId('engine-chip')).toHaveAttribute('data-engine', 'warm');
  await expectAccessible('empty');
});

test('a broken line is taken up again and the proposal arrives once', async () => {
  await ask('Design a star schema and break the line');
  await expect(page.getByTestId('tool-step').first()).toBeVisible();
  await expect(page.getByTestId('receipt-badge')).toHaveAttribute('data-status', 'proved');
  await idle();
  await expect(page.getByTestId('proposal-card')).toHaveCount(1);
  const answer = page.getByTestId('message-assistant');
  await expect(answer.getByText('I propose a')).toHaveCount(1);
  // The browser itself reports the line that was cut on purpose.
  expect(problems.filter(text => !/ERR_|Failed to load/.test(text))).toEqual([]);
  await expectAccessible('proposal');
});

test('the receipt shows what ran', async () => {
  await page.getByTestId('receipt-badge').click();
  await expect(page.getByRole('dialog')).toContainText('SR-03');
  await expectAccessible('receipt');
  await page.keyboard.press('Escape');
});

test('applying puts the tables on the canvas; undo and redo step through it', async () => {
  await page.getByTestId('apply-button').click();
  await expect(page.getByTestId('canvas-node-fact_basket_line')).toBeVisible();
  await expect(page.getByTestId('model-version')).toHaveText('v1');
  await page.getByTestId('canvas-undo').click();
  await expect(page.getByTestId('canvas-node-fact_basket_line')).toBeHidden();
  await page.getByTestId('canvas-redo').click();
  await expect(page.getByTestId('canvas-node-fact_basket_line')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Dimension dim_article, 12 columns' })).toBeVisible();
});

test('every foreign key and flow is drawn, at every level of detail', async () => {
  const edges = page.locator('[data-testid=canvas] .react-flow__edge');
  await expect(edges).toHaveCount(10);
  for (const step of ['Zoom in', 'Zoom in', 'Zoom out', 'Zoom out', 'Zoom out']) {
    await page.getByRole('button', { name: step, exact: true }).click();
    await page.waitForTimeout(250);
  }
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(edges).toHaveCount(10);
});

test('a moved table stays where it was put', async () => {
  const node = page.getByTestId('canvas-node-dim_branch');
  const before = await node.boundingBox();
  if (!before) throw new Error('not drawn');
  const saved = page.waitForRequest(
    request => request.method() === 'PUT' && request.url().endsWith('/positions'),
  );
  await page.mouse.move(before.x + 40, before.y + 10);
  await page.mouse.down();
  await page.mouse.move(before.x + 60, before.y + 60, { steps: 6 });
  await page.mouse.up();
  expect(Object.keys((await saved).postDataJSON().positions)).toEqual(['dim_branch']);
});

test('review shows scripts, decisions and versions', async () => {
  await page.getByTestId('review-tab-sql').click();
  await expect(page.getByLabel('Script 01_create_dim_article')).toContainText('CREATE TABLE');
  await expectAccessible('sql');
  for (const tab of ['documentation', 'decisions', 'problems', 'receipt', 'versions']) {
    await page.getByTestId(`review-tab-${tab}`).click();
    await expectAccessible(tab);
  }
  await page.getByTestId('review-drawer-toggle').click();
});

test('an answer that is still being written goes on after a reload', async () => {
  await ask('Make dim_article Type 1');
  await expect(page.getByTestId('tool-step').last()).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('message-user')).toHaveCount(2);
  await expect(page.getByTestId('apply-button')).toBeVisible();
  await idle();
  await expect(page.getByTestId('message-assistant').last().getByTestId('tool-step')).toHaveCount(0);
  await expect(page.getByText('Worked in 6 steps').last()).toBeVisible();
});

test('an error names its cause and offers another try; a question offers its answers', async () => {
  await ask('Please fail');
  await expect(page.getByTestId('error-card')).toContainText('The model provider did not answer in time.');
  await expect(page.getByTestId('retry-button')).toBeVisible();
  await expectAccessible('error');
  await ask('Which process?');
  await expect(page.getByTestId('question-option')).toHaveCount(2);
  await expectAccessible('question');
  await page.getByTestId('question-option').first().click();
  await page.getByTestId('stop-button').click();
  await idle();
  await expect(page.getByText(/Stopped\. What arrived/)).toBeVisible();
});

test('the theme can be chosen and is kept', async () => {
  await page.getByTestId('theme-toggle').click();
  await page.getByTestId('theme-toggle').click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.reload();
  await expect(page.locator('html')).toHaveClass(/dark/);
});

test('three hundred tables open with an overview', async () => {
  await page.getByLabel('Workspace').click();
  await page.getByRole('option', { name: /Three hundred/ }).click();
  await expect(page.locator('.react-flow__minimap')).toBeVisible();
  await expect(page.getByTestId('outline').getByRole('treeitem')).toHaveCount(302);
});
