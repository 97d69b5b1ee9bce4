import type { Receipt, ReceiptStatement, ReceiptStatus } from './api-types';

export const RECEIPT_WORDS: Record<ReceiptStatus, { badge: string; meaning: string }> = {
  proved: {
    badge: 'Proved',
    meaning: 'Every load and test was executed on rows, and every invariant held.',
  },
  checked: {
    badge: 'Checked',
    meaning: 'Names, modelling rules and the SQL text were checked. Nothing was run.',
  },
  failed: { badge: 'Failed', meaning: 'At least one statement or invariant failed. Do not deploy this.' },
  not_run: { badge: 'Not run', meaning: 'No engine was available, so nothing was run.' },
};

/** The badge says what the receipt says, and nothing at all when there is no receipt. */
export function receiptStatus(receipt: Receipt | null | undefined): ReceiptStatus | null {
  return receipt && receipt.status in RECEIPT_WORDS ? receipt.status : null;
}

export type ReceiptCounts = {
  executed: number;
  byRule: number;
  failed: number;
  invariantsHeld: number;
  invariantsBroken: number;
};

const HELD = new Set(['held', 'ok', 'passed']);
export const isHeld = (outcome: string): boolean => HELD.has(outcome);

export function receiptCounts(receipt: Receipt): ReceiptCounts {
  const statements = receipt.statements ?? [];
  const invariants = receipt.invariants ?? [];
  const count = (outcome: string) => statements.filter(statement => statement.outcome === outcome).length;
  const invariantsHeld = invariants.filter(invariant => isHeld(invariant.outcome)).length;
  return {
    executed: count('executed'),
    byRule: count('checked_by_rule'),
    failed: count('failed'),
    invariantsHeld,
    invariantsBroken: invariants.length - invariantsHeld,
  };
}

/** Statements grouped by script in the order in which they ran. */
export function byScript(
  statements: readonly ReceiptStatement[],
): { script: string; lines: ReceiptStatement[] }[] {
  const groups = new Map<string, ReceiptStatement[]>();
  for (const statement of statements) {
    groups.set(statement.script, [...(groups.get(statement.script) ?? []), statement]);
  }
  return [...groups].map(([script, lines]) => ({ script, lines }));
}

export function stripRules(statement: ReceiptStatement): { id: string; reason: string }[] {
  return (statement.strip_rules ?? []).map(rule =>
    typeof rule === 'string' ? { id: rule, reason: '' } : { id: rule.id, reason: rule.reason ?? '' },
  );
}
