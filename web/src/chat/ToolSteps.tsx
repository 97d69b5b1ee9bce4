import { Check, ChevronRight, CircleStop, LoaderCircle, X } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useEffect, useState } from 'react';
import { duration, plural } from '../core/format';
import { verb } from '../core/steps';
import type { ToolStep } from '../core/turn';
import { classes } from '../shared/ui/classes';

/** Finished work folds away when there is much of it; what runs or failed always shows. */
const FOLD_FROM = 6;

export function ToolSteps({ steps, streaming }: { steps: readonly ToolStep[]; streaming: boolean }) {
  const [unfolded, setUnfolded] = useState(false);
  const fold = !streaming && !unfolded && steps.length >= FOLD_FROM;
  const shown = fold ? steps.filter(step => step.state === 'failed') : steps;
  const total = steps.reduce((sum, step) => sum + (step.ms ?? 0), 0);
  return (
    <div className="flex flex-col rounded-xl border border-line bg-sunken/60 p-1">
      {fold ? (
        <button
          type="button"
          onClick={() => setUnfolded(true)}
          className="flex h-7 items-center gap-2 rounded-lg px-2 text-left text-muted hover:bg-hover"
        >
          <Check className="size-3.5 text-good" aria-hidden />
          <span className="flex-1">Worked in {plural(steps.length, 'step')}</span>
          <span className="text-xs tabular-nums">{duration(total)}</span>
          <ChevronRight className="size-3.5" aria-hidden />
        </button>
      ) : null}
      <ol className="flex flex-col">
        {shown.map(step => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </div>
  );
}

export function Step({ step }: { step: ToolStep }) {
  const [open, setOpen] = useState(false);
  const running = step.state === 'running';
  return (
    <li data-testid="tool-step" data-state={step.state}>
      <Collapsible.Root open={open} onOpenChange={setOpen}>
        <Collapsible.Trigger className="group flex w-full items-start gap-2 rounded-lg px-2 py-1 text-left hover:bg-hover">
          <StateIcon state={step.state} />
          <span className="min-w-0 flex-1">
            <span className="flex items-baseline gap-2">
              <span className={classes('shrink-0', step.state === 'failed' && 'text-bad')}>
                {verb(step.tool, running)}
              </span>
              <span className="min-w-0 truncate font-mono text-[10.5px] text-faint">
                {step.server}.{step.tool}
              </span>
            </span>
            {step.summary ? (
              <span
                className={classes(
                  'block text-xs',
                  step.state === 'failed' ? 'text-bad' : 'text-muted',
                  !open && 'line-clamp-2',
                )}
              >
                {step.summary}
              </span>
            ) : null}
            {step.state === 'stopped' ? (
              <span className="block text-xs text-muted">Did not finish</span>
            ) : null}
          </span>
          <Elapsed step={step} />
          <ChevronRight
            className={classes('mt-1 size-3.5 shrink-0 text-faint transition-transform', open && 'rotate-90')}
            aria-hidden
          />
        </Collapsible.Trigger>
        <Collapsible.Content>
          <p className="px-2 pt-1 pl-8 text-xs text-muted">Arguments</p>
          <pre
            tabIndex={0}
            className="mx-2 mb-2 ml-8 max-h-52 overflow-auto rounded-md border border-line bg-panel p-2 font-mono text-[11px]"
          >
            {JSON.stringify(step.arguments, null, 2)}
          </pre>
        </Collapsible.Content>
      </Collapsible.Root>
    </li>
  );
}

function StateIcon({ state }: { state: ToolStep['state'] }) {
  const base = 'mt-[3px] size-3.5 shrink-0';
  switch (state) {
    case 'running':
      return <LoaderCircle className={classes(base, 'animate-spin text-accent-text')} aria-label="Running" />;
    case 'ok':
      return <Check className={classes(base, 'text-good')} aria-label="Done" />;
    case 'failed':
      return <X className={classes(base, 'text-bad')} aria-label="Failed" />;
    case 'stopped':
      return <CircleStop className={classes(base, 'text-faint')} aria-label="Stopped" />;
  }
}

function Elapsed({ step }: { step: ToolStep }) {
  const [now, setNow] = useState(() => Date.now());
  const ticking = step.state === 'running' && step.startedAt !== null;
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, [ticking]);
  const ms = ticking ? now - (step.startedAt ?? now) : step.ms;
  if (ms === null || (ticking && ms < 300)) return null;
  return (
    <span className="mt-0.5 shrink-0 text-[11px] text-faint tabular-nums">{duration(Math.max(ms, 0))}</span>
  );
}
