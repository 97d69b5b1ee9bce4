import { Check, CircleDashed, X } from 'lucide-react';
import type { Receipt, ReceiptSource, ReceiptStatement } from '../core/api-types';
import { duration, number, words } from '../core/format';
import { byScript, isHeld, RECEIPT_WORDS, receiptCounts, receiptStatus, stripRules } from '../core/receipt';
import { classes } from '../shared/ui/classes';
import { Notice } from '../shared/ui/Notice';

/** A receipt, statement by statement. Everything here is what the server recorded; nothing is inferred. */
export function ReceiptView({ receipt }: { receipt: Receipt }) {
  const statements = receipt.statements ?? [];
  const invariants = receipt.invariants ?? [];
  return (
    <div className="flex flex-col gap-5">
      <Summary receipt={receipt} />
      {receipt.reason ? (
        <Notice tone={receipt.status === 'failed' ? 'bad' : 'info'} title={receipt.reason} />
      ) : null}
      {invariants.length > 0 ? <Invariants invariants={invariants} /> : null}
      {statements.length > 0 ? <Statements statements={statements} /> : null}
      <Sources sources={receipt.sources ?? []} />
      <Histories histories={receipt.histories ?? {}} />
      {receipt.digest ? (
        <p className="font-mono text-[11px] wrap-anywhere text-faint">Digest {receipt.digest}</p>
      ) : null}
    </div>
  );
}

function Summary({ receipt }: { receipt: Receipt }) {
  const counts = receiptCounts(receipt);
  const status = receiptStatus(receipt);
  const versions = Object.entries(receipt.versions ?? {});
  const named = versions.map(([name, version]) => `${words(name)} ${version}`);
  const engine = named.length > 0 ? named.join(', ') : receipt.engine;
  const facts: [string, string][] = [
    ['Status', status ? RECEIPT_WORDS[status].badge : receipt.status],
    ['Executed', number(counts.executed)],
    ['Checked by rule', number(counts.byRule)],
    ['Failed', number(counts.failed + counts.invariantsBroken)],
    ['Invariants held', `${counts.invariantsHeld} of ${counts.invariantsHeld + counts.invariantsBroken}`],
    ['Time', receipt.ms ? duration(receipt.ms) : 'none'],
  ];
  return (
    <div>
      <dl className="grid grid-cols-3 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-6">
        {facts.map(([name, value]) => (
          <div key={name} className="bg-raised px-3 py-2">
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-xs text-muted">{engine ? `Engine: ${engine}` : 'No engine ran.'}</p>
    </div>
  );
}

function Invariants({ invariants }: { invariants: NonNullable<Receipt['invariants']> }) {
  return (
    <section aria-label="Invariants">
      <h3 className="mb-1.5 font-semibold">Invariants</h3>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        {invariants.map(invariant => (
          <li
            key={`${invariant.id} ${invariant.table}`}
            className="flex items-baseline gap-2 bg-raised px-3 py-1.5"
          >
            <Mark outcome={isHeld(invariant.outcome) ? 'executed' : 'failed'} />
            <code className="shrink-0 text-xs">{invariant.id}</code>
            <span className="shrink-0 font-medium">{invariant.table}</span>
            <span className="min-w-0 flex-1 text-muted wrap-anywhere">{invariant.detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const COLUMNS = ['Outcome', 'Step', 'Purpose', 'Strip rules', 'Rows', 'Time'];

function Statements({ statements }: { statements: ReceiptStatement[] }) {
  return (
    <section aria-label="Statements">
      <h3 className="mb-1.5 font-semibold">Statements</h3>
      <div
        className="overflow-x-auto rounded-lg border border-line"
        tabIndex={0}
        role="group"
        aria-label="Statements"
      >
        <table className="w-full border-collapse text-left">
          <thead className="bg-sunken text-xs text-muted">
            <tr>
              {COLUMNS.map(name => (
                <th
                  key={name}
                  className={classes('px-3 py-1.5 font-medium', /Rows|Time/.test(name) && 'text-right')}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {byScript(statements).map(({ script, lines }) => (
            <tbody key={script} className="divide-y divide-line border-t border-line bg-raised">
              <tr className="bg-sunken/60">
                <th
                  scope="rowgroup"
                  colSpan={COLUMNS.length}
                  className="px-3 py-1 font-mono text-xs font-semibold"
                >
                  {script}
                </th>
              </tr>
              {lines.map((line, index) => (
                <Line key={`${line.step} ${line.sql_hash} ${index + 1}`} line={line} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Line({ line }: { line: ReceiptStatement }) {
  const rules = stripRules(line);
  return (
    <tr className="align-top">
      <td className="px-3 py-1.5 whitespace-nowrap">
        <Mark outcome={line.outcome} /> {words(line.outcome)}
      </td>
      <td className="px-3 py-1.5 whitespace-nowrap text-muted">{line.step}</td>
      <td className="px-3 py-1.5">
        {line.purpose}
        {line.error ? <p className="mt-0.5 text-bad wrap-anywhere">{line.error}</p> : null}
      </td>
      <td className="px-3 py-1.5">
        {rules.map(rule => (
          <p key={rule.id} className="text-xs text-muted">
            <code className="text-ink">{rule.id}</code> {rule.reason}
          </p>
        ))}
      </td>
      <td className="px-3 py-1.5 text-right tabular-nums">
        {line.rows === null || line.rows === undefined ? '' : number(line.rows)}
      </td>
      <td className="px-3 py-1.5 text-right whitespace-nowrap text-muted tabular-nums">
        {line.ms ? duration(line.ms) : ''}
      </td>
    </tr>
  );
}

function Mark({ outcome }: { outcome: string }) {
  const base = 'inline size-3.5 shrink-0 align-[-2px]';
  if (outcome === 'executed') return <Check className={classes(base, 'text-good')} aria-hidden />;
  if (outcome === 'failed') return <X className={classes(base, 'text-bad')} aria-label="Failed" />;
  return <CircleDashed className={classes(base, 'text-muted')} aria-hidden />;
}

function Histories({ histories }: { histories: Record<string, string[]> }) {
  const tables = Object.entries(histories).filter(([, hazards]) => hazards.length > 0);
  if (tables.length === 0) return null;
  return (
    <section aria-label="Histories">
      <h3 className="mb-1.5 font-semibold">Histories that the rows went through</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {tables.map(([table, hazards]) => (
          <div key={table} className="contents">
            <dt className="font-medium">{table}</dt>
            <dd className="text-muted">{hazards.map(hazard => hazard.replaceAll('_', ' ')).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sources({ sources }: { sources: ReceiptSource[] }) {
  if (sources.length === 0) return null;
  return (
    <section aria-label="Rows">
      <h3 className="mb-1.5 font-semibold">Rows that it ran on</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {sources.map(source => (
          <div key={source.table} className="contents">
            <dt className="font-medium">{source.table}</dt>
            <dd className="text-muted tabular-nums">{rowsOf(source)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function rowsOf(source: ReceiptSource): string {
  const added = source.added ?? 0;
  const parts =
    source.origin === 'given'
      ? [
          `${number(source.rows - added)} of yours`,
          ...(added > 0 ? [`${number(added)} added for empty columns`] : []),
        ]
      : [`${number(source.rows)} made up`];
  return `${parts.join(', ')}; then ${number(source.next_rows ?? 0)} in a changed delivery`;
}
