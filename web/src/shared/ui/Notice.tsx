import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';

export type Tone = 'good' | 'warn' | 'bad' | 'info';

export const TONES: Record<Tone, { box: string; text: string; icon: LucideIcon }> = {
  good: { box: 'bg-good-soft border-good/30', text: 'text-good', icon: CircleCheck },
  warn: { box: 'bg-warn-soft border-warn/30', text: 'text-warn', icon: TriangleAlert },
  bad: { box: 'bg-bad-soft border-bad/30', text: 'text-bad', icon: CircleX },
  info: { box: 'bg-sunken border-line', text: 'text-muted', icon: Info },
};

export function Notice({ tone, title, children }: { tone: Tone; title: string; children?: ReactNode }) {
  const { box, text, icon: Icon } = TONES[tone];
  return (
    <div className={classes('flex gap-2.5 rounded-lg border p-3', box)}>
      <Icon className={classes('mt-0.5 size-4 shrink-0', text)} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className={classes('font-medium', text)}>{title}</p>
        {children}
      </div>
    </div>
  );
}

/** A quiet sentence where there is nothing to show yet. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-1 p-8 text-center">
      <p className="font-medium">{title}</p>
      {children ? <div className="max-w-sm text-muted">{children}</div> : null}
    </div>
  );
}

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="flex animate-pulse flex-col gap-2 p-4" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key, line) => (
        <div key={key} className="h-3.5 rounded bg-hover" style={{ width: `${88 - ((line * 23) % 50)}%` }} />
      ))}
    </div>
  );
}
