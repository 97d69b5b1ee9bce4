import { Popover } from 'radix-ui';
import type { Health } from '../core/api-types';
import { useHealth } from '../shared/api/queries';
import { classes } from '../shared/ui/classes';

const BRAINS: Record<string, string> = {
  builtin: 'Built-in planner',
  claude: 'Claude',
};

const ENGINE: Record<string, { text: string; dot: string }> = {
  warm: { text: 'Engine ready', dot: 'bg-good' },
  warming: { text: 'Engine warming up', dot: 'bg-warn animate-pulse' },
  starting: { text: 'Engine starting', dot: 'bg-warn animate-pulse' },
  failed: { text: 'Engine failed', dot: 'bg-bad' },
  off: { text: 'Engine off', dot: 'bg-line-strong' },
};

/** Who answers and what proves: the state of the brain and of the engine, from the server's own report. */
export function EngineChip() {
  const health = useHealth();
  const { text, dot } = state(health.data, health.isError);
  const brain = health.data ? (BRAINS[health.data.brain] ?? health.data.brain) : null;
  return (
    <Popover.Root>
      <Popover.Trigger
        data-testid="engine-chip"
        data-engine={health.data?.engine.status ?? 'unknown'}
        className="flex h-7 items-center gap-2 rounded-full border border-line px-3 text-xs text-muted hover:bg-hover"
      >
        <span className={classes('size-2 rounded-full', dot)} aria-hidden />
        {text}
        {brain ? <span className="border-l border-line pl-2 max-lg:hidden">{brain}</span> : null}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          aria-label="State of the server"
          className="appear z-50 w-80 rounded-xl border border-line bg-raised p-4 shadow-lifted"
        >
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
            <dt className="text-muted">Server</dt>
            <dd>
              {health.data ? `${health.data.status}, version ${health.data.version}` : 'does not answer'}
            </dd>
            <dt className="text-muted">Assistant</dt>
            <dd>{brain ?? 'unknown'}</dd>
            <dt className="text-muted">Engine</dt>
            <dd className="wrap-anywhere">
              {text}
              {health.data?.engine.detail ? (
                <span className="block text-muted">{health.data.engine.detail}</span>
              ) : null}
            </dd>
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function state(health: Health | undefined, failed: boolean): { text: string; dot: string } {
  if (failed) return { text: 'Server offline', dot: 'bg-bad' };
  if (!health) return { text: 'Connecting', dot: 'bg-line-strong animate-pulse' };
  return ENGINE[health.engine.status] ?? { text: `Engine ${health.engine.status}`, dot: 'bg-line-strong' };
}
