import { Check, CircleX, FileCode2, LoaderCircle } from 'lucide-react';
import { InlinePreview } from '../canvas/InlinePreview';
import type { Suggestion } from '../core/api-types';
import { changeLines } from '../core/changes';
import type { Turn } from '../core/turn';
import { ReceiptBadge } from '../review/ReceiptBadge';
import { useModel } from '../shared/api/queries';
import { Button } from '../shared/ui/Button';
import { Notice } from '../shared/ui/Notice';
import { view } from '../shared/view-store';
import { ChangeCounts, ChangeList } from './Changes';
import { chat, useChat } from './chat-store';
import { Feedback } from './Feedback';
import { NextSteps } from './NextSteps';
import { ProposalFacts } from './ProposalFacts';
import { useApply } from './useApply';

type Props = { turn: Turn; workspace: string; last: boolean; busy: boolean };

export function ProposalCard({ turn, workspace, last, busy }: Props) {
  const suggestion = turn.suggestion;
  if (!suggestion) return null;
  return (
    <>
      <Card turn={turn} suggestion={suggestion} workspace={workspace} />
      {last && !busy ? <NextSteps steps={suggestion.next_steps ?? []} /> : null}
    </>
  );
}

function Card({ turn, suggestion, workspace }: { turn: Turn; suggestion: Suggestion; workspace: string }) {
  const lines = changeLines(suggestion.diff);
  const proving =
    turn.status === 'streaming' && turn.receipt?.status !== 'proved' && turn.receipt?.status !== 'failed';
  return (
    <section
      aria-label="Proposal"
      data-testid="proposal-card"
      className="appear overflow-hidden rounded-xl border border-line-strong bg-raised shadow-card"
    >
      <header className="flex items-center gap-2 border-b border-line px-3.5 py-2">
        <h3 className="flex-1 font-semibold">Proposal</h3>
        <ChangeCounts lines={lines} />
        <ReceiptBadge receipt={turn.receipt} proving={proving} />
      </header>
      <InlinePreview suggestion={suggestion} />
      <div className="flex flex-col gap-3 p-3.5">
        <ChangeList lines={lines} />
        <ProposalFacts suggestion={suggestion} />
        <Actions suggestion={suggestion} applied={turn.appliedVersion} workspace={workspace} />
      </div>
      <footer className="flex items-center gap-2 border-t border-line bg-sunken/60 px-3.5 py-1.5">
        <Button
          small
          look="ghost"
          className="-ml-2"
          onClick={() => view.review('sql', turn.appliedVersion === null)}
        >
          <FileCode2 className="size-3.5" aria-hidden /> Review the scripts
        </Button>
        <span className="flex-1" />
        <Feedback suggestionId={suggestion.id} />
      </footer>
    </section>
  );
}

type ActionProps = { suggestion: Suggestion; applied: number | null; workspace: string };

/** An undo or a later change may have moved the canvas on since. */
function Applied({ version, workspace }: { version: number; workspace: string }) {
  const shown = useModel(workspace).data?.version ?? version;
  const standing = shown === version;
  return (
    <p
      className={`flex items-center gap-1.5 font-medium ${standing ? 'text-good' : 'text-muted'}`}
      data-testid="applied"
    >
      <Check className="size-4" aria-hidden /> Applied as version {version}
      {standing ? null : `; the canvas now shows version ${shown}`}
    </p>
  );
}

/** Whether a later answer proposes something else. */
const useOvertaken = (suggestionId: string): boolean =>
  useChat(state => {
    const proposals = state.messages.flatMap(message =>
      message.role === 'assistant' && message.turn.suggestion ? [message.turn.suggestion.id] : [],
    );
    return proposals.includes(suggestionId) && proposals.at(-1) !== suggestionId;
  });

function Actions({ suggestion, applied, workspace }: ActionProps) {
  const flow = useApply(workspace, suggestion);
  const discarded = useChat(state => state.discarded.has(suggestion.id));
  const overtaken = useOvertaken(suggestion.id);
  if (applied !== null) return <Applied version={applied} workspace={workspace} />;
  if (discarded) return <p className="text-muted">Discarded. The canvas was not changed.</p>;
  if (flow.conflict) {
    return (
      <Notice tone="warn" title="The model has changed since this proposal was made">
        <p className="mt-1 mb-2">{flow.conflict.message}</p>
        <ChangeList lines={changeLines(flow.conflict.diff)} />
        <div className="mt-3 flex gap-2">
          <Button small look="primary" data-testid="reapply-button" onClick={flow.applyOnCurrent}>
            Apply on the current version
          </Button>
          <Button small onClick={flow.cancel}>
            Cancel
          </Button>
        </div>
      </Notice>
    );
  }
  if (overtaken && !flow.failure) {
    return (
      <div className="flex items-center gap-2 text-muted">
        <span className="flex-1">A later proposal followed.</span>
        <Button small data-testid="apply-earlier-button" disabled={flow.applying} onClick={flow.apply}>
          Apply this one
        </Button>
      </div>
    );
  }
  return (
    <>
      {flow.failure ? (
        <Notice tone="bad" title="The proposal was not applied">
          <p className="mt-1">{flow.failure.message}</p>
          <ul className="mt-1 list-disc pl-4">
            {(flow.findings ?? []).map(finding => (
              <li key={`${finding.code} ${finding.table} ${finding.message}`}>
                {finding.message} <code className="text-xs text-muted">{finding.code}</code>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button
          look="primary"
          className="flex-1"
          data-testid="apply-button"
          disabled={flow.applying}
          onClick={flow.apply}
        >
          {flow.applying ? (
            <LoaderCircle className="size-4 animate-spin" aria-hidden />
          ) : (
            <Check className="size-4" aria-hidden />
          )}
          Apply to canvas
        </Button>
        <Button
          data-testid="discard-button"
          disabled={flow.applying}
          onClick={() => chat.discard(suggestion.id)}
        >
          <CircleX className="size-4" aria-hidden /> Discard
        </Button>
      </div>
    </>
  );
}
