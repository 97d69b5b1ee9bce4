import type { Finding } from '../core/api-types';
import { classes } from '../shared/ui/classes';
import { TONES, type Tone } from '../shared/ui/Notice';

const TONE: Record<string, Tone> = { error: 'bad', warning: 'warn', info: 'info' };
const NAME: Record<string, string> = { error: 'Error', warning: 'Warning', info: 'Note' };

export function FindingRow({ finding, onOpen }: { finding: Finding; onOpen?: (table: string) => void }) {
  const { icon: Icon, text } = TONES[TONE[finding.severity] ?? 'info'];
  const { table, column } = finding;
  const place = table ? (column ? `${table}.${column}` : table) : null;
  return (
    <li className="flex gap-2">
      <Icon
        className={classes('mt-0.5 size-3.5 shrink-0', text)}
        aria-label={NAME[finding.severity] ?? 'Note'}
      />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">{finding.message}</p>
        <p className="flex flex-wrap gap-x-2 text-xs text-muted">
          {place && table && onOpen ? (
            <button type="button" className="text-accent-text hover:underline" onClick={() => onOpen(table)}>
              {place}
            </button>
          ) : (
            place
          )}
          <code>{finding.code}</code>
          {finding.rule && finding.rule !== finding.code ? <code>{finding.rule}</code> : null}
        </p>
      </div>
    </li>
  );
}
