import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { starSuggestion } from '../../test-support/fixtures/suggestions';
import { emptyTurn, type Turn } from '../core/turn';
import { newQueryClient } from '../shared/api/queries';
import { useChat } from './chat-store';
import { ProposalCard } from './ProposalCard';

const turn = (more: Partial<Turn> = {}): Turn => ({
  ...emptyTurn,
  status: 'complete',
  suggestion: starSuggestion,
  receipt: starSuggestion.receipt ?? null,
  ...more,
});

type Answer = { status: number; body: unknown };
const sent: { path: string; body: Record<string, unknown> }[] = [];

/** Answers the requests to apply in turn; everything else the page asks for is an empty model. */
function serverAnswers(...answers: Answer[]) {
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (!String(path).includes('apply-suggestion')) {
      return Response.json({ version: 4, can_undo: false, can_redo: false, versions: [] });
    }
    sent.push({ path, body: JSON.parse(String(init?.body)) });
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    return Response.json(body, { status });
  });
}

const show = (shown: Turn) =>
  render(
    <QueryClientProvider client={newQueryClient()}>
      <ProposalCard turn={shown} workspace="shop" last busy={false} />
    </QueryClientProvider>,
  );

beforeEach(() => {
  sent.length = 0;
  vi.unstubAllGlobals();
  useChat.setState({ discarded: new Set(), messages: [] });
});

describe('ProposalCard', () => {
  it('counts the changes and takes the badge from the receipt alone', () => {
    show(turn());
    expect(screen.getByRole('img', { name: '5 added, 0 changed, 0 removed' })).toBeVisible();
    expect(screen.getByTestId('receipt-badge')).toHaveTextContent('Checked');
  });

  it('shows no badge without a receipt', () => {
    show(turn({ receipt: null }));
    expect(screen.queryByTestId('receipt-badge')).toBeNull();
  });

  it('opens the receipt statement by statement', async () => {
    show(
      turn({
        receipt: {
          status: 'failed',
          statements: [
            {
              script: 'etl/02',
              step: 'second run',
              purpose: 'Adds nothing',
              outcome: 'failed',
              ms: 12,
              rows: 3,
              error: 'three rows were added',
              strip_rules: [{ id: 'SR-03', reason: 'clustering' }],
            },
          ],
        },
      }),
    );
    await userEvent.click(screen.getByTestId('receipt-badge'));
    const dialog = screen.getByRole('dialog');
    for (const text of ['etl/02', 'second run', 'three rows were added', 'SR-03'])
      expect(dialog).toHaveTextContent(text);
  });

  it('sends one request with a key that names proposal and base version', async () => {
    serverAnswers({ status: 200, body: { success: true, model_id: 'm', version: 1 } });
    show(turn());
    await userEvent.dblClick(screen.getByTestId('apply-button'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({
      suggestion_id: 'sg-star',
      base_version: 0,
      idempotency_key: 'sg-star@0',
    });
  });

  it('shows what changed meanwhile and applies on the new base when asked', async () => {
    serverAnswers(
      {
        status: 409,
        body: { title: 'Conflict', detail: 'Version 4 stands there.', diff: { removed: ['dim_branch'] } },
      },
      { status: 200, body: { success: true, model_id: 'm', version: 5 } },
    );
    show(turn());
    await userEvent.click(screen.getByTestId('apply-button'));
    await userEvent.click(await screen.findByTestId('reapply-button'));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({ idempotency_key: expect.not.stringMatching(/^sg-star@0$/) });
  });

  it('lists the findings of a refused proposal', async () => {
    serverAnswers({
      status: 422,
      body: {
        detail: 'The model is not valid.',
        findings: [{ code: 'K01', severity: 'error', message: 'A key is missing', rule: 'K-01' }],
      },
    });
    show(turn());
    await userEvent.click(screen.getByTestId('apply-button'));
    expect(await screen.findByText(/A key is missing/)).toBeVisible();
  });

  it('changes nothing on the server when it is discarded', async () => {
    serverAnswers();
    show(turn());
    await userEvent.click(screen.getByTestId('discard-button'));
    expect(screen.getByText(/Discarded/)).toBeVisible();
    expect(screen.queryByTestId('apply-button')).toBeNull();
    expect(sent).toHaveLength(0);
  });
});
