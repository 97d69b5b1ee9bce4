import { CircleDashed, LoaderCircle, ShieldAlert, ShieldCheck, ShieldHalf } from 'lucide-react';
import { useState } from 'react';
import type { Receipt, ReceiptStatus } from '../core/api-types';
import { RECEIPT_WORDS, receiptStatus } from '../core/receipt';
import { classes } from '../shared/ui/classes';
import { Modal } from '../shared/ui/Modal';
import { ReceiptView } from './ReceiptView';

const LOOK: Record<ReceiptStatus, { icon: typeof ShieldCheck; box: string }> = {
  proved: { icon: ShieldCheck, box: 'bg-good-soft text-good' },
  checked: { icon: ShieldHalf, box: 'bg-accent-soft text-accent-text' },
  failed: { icon: ShieldAlert, box: 'bg-bad-soft text-bad' },
  not_run: { icon: CircleDashed, box: 'bg-hover text-muted' },
};

/** Says what the receipt says; a click shows the receipt itself. */
export function ReceiptBadge({ receipt, proving }: { receipt: Receipt | null; proving: boolean }) {
  const [open, setOpen] = useState(false);
  const status = receiptStatus(receipt);
  if (!receipt || !status) return proving ? <Proving /> : null;
  const { icon: Icon, box } = LOOK[status];
  const { badge, meaning } = RECEIPT_WORDS[status];
  return (
    <>
      {proving ? <Proving /> : null}
      <button
        type="button"
        data-testid="receipt-badge"
        data-status={status}
        title={`${meaning} Click for the receipt.`}
        onClick={() => setOpen(true)}
        className={classes(
          'flex h-6 items-center gap-1 rounded-full px-2 text-xs font-medium hover:brightness-95',
          box,
        )}
      >
        <Icon className="size-3.5" aria-hidden /> {badge}
      </button>
      <Modal
        open={open}
        onOpenChange={setOpen}
        title={`Receipt: ${badge.toLowerCase()}`}
        description={meaning}
      >
        <div className="min-h-0 overflow-y-auto p-5" role="region" aria-label="Receipt" tabIndex={0}>
          <ReceiptView receipt={receipt} />
        </div>
      </Modal>
    </>
  );
}

function Proving() {
  return (
    <span className="flex h-6 items-center gap-1 text-xs text-muted" role="status">
      <LoaderCircle className="size-3.5 animate-spin" aria-hidden /> Proving
    </span>
  );
}
