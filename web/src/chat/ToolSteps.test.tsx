import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ToolStep } from '../core/turn';
import { Step, ToolSteps } from './ToolSteps';

const step = (more: Partial<ToolStep> = {}): ToolStep => ({
  id: 'a',
  server: 'schema-analyzer',
  tool: 'get_table_metadata',
  arguments: { table_names: ['article'] },
  state: 'ok',
  summary: 'Read 1 table',
  ms: 1240,
  startedAt: null,
  ...more,
});

describe('Step', () => {
  afterEach(() => vi.useRealTimers());

  it('says what runs, where, and for how long', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 10_000 });
    render(<Step step={step({ state: 'running', summary: '', ms: null, startedAt: 6_900 })} />);
    expect(screen.getByText('Reading tables')).toBeVisible();
    expect(screen.getByText('schema-analyzer.get_table_metadata')).toBeVisible();
    expect(screen.getByText('3.1 s')).toBeVisible();
  });

  it('shows the result and opens the arguments', async () => {
    render(<Step step={step()} />);
    expect(screen.getByText('Read 1 table')).toBeVisible();
    expect(screen.getByText('1.2 s')).toBeVisible();
    expect(screen.queryByText(/table_names/)).toBeNull();
    await userEvent.click(screen.getByRole('button'));
    expect(screen.getByText(/table_names/)).toBeVisible();
  });

  it('names a failure by more than a colour', () => {
    render(<Step step={step({ state: 'failed', summary: 'No such table' })} />);
    expect(screen.getByLabelText('Failed')).toBeInTheDocument();
    expect(screen.getByText('No such table')).toBeVisible();
  });
});

describe('ToolSteps', () => {
  const many = Array.from({ length: 7 }, (_, i) => step({ id: `s${i}`, state: i === 3 ? 'failed' : 'ok' }));

  it('folds finished work away but keeps what failed in sight', async () => {
    render(<ToolSteps steps={many} streaming={false} />);
    expect(screen.getAllByTestId('tool-step')).toHaveLength(1);
    await userEvent.click(screen.getByText(/Worked in 7 steps/));
    expect(screen.getAllByTestId('tool-step')).toHaveLength(7);
  });

  it('shows every step while work goes on', () => {
    render(<ToolSteps steps={many} streaming />);
    expect(screen.getAllByTestId('tool-step')).toHaveLength(7);
  });
});
