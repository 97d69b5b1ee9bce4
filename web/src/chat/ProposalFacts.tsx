import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Finding, Suggestion } from '../core/api-types';
import { plural } from '../core/format';
import { loadSteps } from '../core/text-lists';
import { FindingRow } from '../review/FindingRow';

/** What else belongs to a proposal: findings, estimate with its assumptions, load order. */
export function ProposalFacts({ suggestion }: { suggestion: Suggestion }) {
  const findings = suggestion.findings ?? [];
  const order = loadSteps(suggestion.load_order);
  const { estimate } = suggestion;
  const assumptions = estimate?.assumptions ?? [];
  const notes = estimate?.notes ?? [];
  return (
    <div className="-mx-1.5 flex flex-col">
      {findings.length > 0 ? (
        <Fold
          title="Findings"
          summary={findingCounts(findings)}
          startOpen={findings.some(f => f.severity === 'error')}
        >
          <ul className="flex flex-col gap-1.5">
            {findings.map(finding => (
              <FindingRow
                key={`${finding.code} ${finding.table} ${finding.column} ${finding.message}`}
                finding={finding}
              />
            ))}
          </ul>
        </Fold>
      ) : null}
      {estimate?.summary ? (
        <Fold title="Estimate" summary={estimate.summary}>
          <p>{estimate.summary}</p>
          {assumptions.length > 0 ? (
            <>
              <p className="mt-2 text-xs font-medium text-muted">Assumes</p>
              <ul className="list-disc pl-4 text-muted">
                {assumptions.map(assumption => (
                  <li key={assumption}>{assumption}</li>
                ))}
              </ul>
            </>
          ) : null}
          {notes.map(note => (
            <p key={note} className="mt-2 text-muted">
              {note}
            </p>
          ))}
        </Fold>
      ) : null}
      {order.length > 0 ? (
        <Fold title="Load order" summary={plural(order.length, 'step')}>
          <ol className="list-decimal pl-5">
            {order.map(step => (
              <li key={step} className="wrap-anywhere">
                {step}
              </li>
            ))}
          </ol>
        </Fold>
      ) : null}
    </div>
  );
}

function findingCounts(findings: readonly Finding[]): string {
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length;
  const parts = [
    count('error') ? plural(count('error'), 'error') : null,
    count('warning') ? plural(count('warning'), 'warning') : null,
    count('info') ? plural(count('info'), 'note') : null,
  ];
  return parts.filter(part => part !== null).join(', ');
}

type FoldProps = { title: string; summary: string; startOpen?: boolean; children: ReactNode };

function Fold({ title, summary, startOpen = false, children }: FoldProps) {
  return (
    <Collapsible.Root defaultOpen={startOpen} className="group/fold">
      <Collapsible.Trigger className="flex min-h-7 w-full items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover">
        <ChevronRight
          className="size-3.5 shrink-0 text-faint transition-transform group-data-[state=open]/fold:rotate-90"
          aria-hidden
        />
        <span className="shrink-0 font-medium">{title}</span>
        <span className="min-w-0 flex-1 truncate text-right text-xs text-muted group-data-[state=open]/fold:invisible">
          {summary}
        </span>
      </Collapsible.Trigger>
      <Collapsible.Content className="px-1.5 pt-1 pb-2 pl-7">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
