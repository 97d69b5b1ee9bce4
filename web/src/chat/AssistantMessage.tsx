import { CircleStop, RotateCcw } from 'lucide-react';
import { memo } from 'react';
import { money, number } from '../core/format';
import { isCutShort, type Turn } from '../core/turn';
import { Markdown } from '../shared/Markdown';
import { Button } from '../shared/ui/Button';
import { chat, useChat } from './chat-store';
import { ErrorCard } from './ErrorCard';
import { ProposalCard } from './ProposalCard';
import { ToolSteps } from './ToolSteps';

type Props = { id: string; turn: Turn; workspace: string; last: boolean; busy: boolean };

export const AssistantMessage = memo(function AssistantMessage({ id, turn, workspace, last, busy }: Props) {
  const streaming = turn.status === 'streaming';
  const waiting = streaming && !turn.text && turn.steps.length === 0;
  return (
    <article
      data-testid="message-assistant"
      data-status={turn.status}
      className="flex flex-col gap-3"
      aria-label="Answer"
    >
      {turn.steps.length > 0 ? <ToolSteps steps={turn.steps} streaming={streaming} /> : null}
      {waiting ? <Thinking /> : null}
      {turn.text ? <Markdown text={turn.text} /> : null}
      {turn.question && last && !busy ? <Options turn={turn} /> : null}
      {turn.question && !(last && !busy) && !turn.text.includes(turn.question.text) ? (
        <p>{turn.question.text}</p>
      ) : null}
      {turn.suggestion ? <ProposalCard turn={turn} workspace={workspace} last={last} busy={busy} /> : null}
      {turn.error ? <ErrorCard error={turn.error} onRetry={busy ? null : () => chat.retry(id)} /> : null}
      {isCutShort(turn) ? (
        <Stopped proposed={turn.suggestion !== null} onRetry={last && !busy ? () => chat.retry(id) : null} />
      ) : null}
      {last && streaming ? <Reconnecting /> : null}
      {turn.usage && !streaming ? <UsageLine usage={turn.usage} /> : null}
    </article>
  );
});

function Stopped({ proposed, onRetry }: { proposed: boolean; onRetry: (() => void) | null }) {
  return (
    <p className="flex items-center gap-1.5 text-xs text-muted">
      <CircleStop className="size-3.5" aria-hidden />
      <span className="flex-1">
        {proposed
          ? 'The proof was stopped. The proposal stands as it was checked.'
          : 'Stopped. What arrived until then is kept.'}
      </span>
      {onRetry ? (
        <Button small look="ghost" data-testid="retry-button" onClick={onRetry}>
          <RotateCcw className="size-3.5" aria-hidden /> Ask again
        </Button>
      ) : null}
    </p>
  );
}

function Thinking() {
  return (
    <div className="flex items-center gap-2 text-muted" role="status">
      <span className="flex gap-1" aria-hidden>
        {[0, 150, 300].map(delay => (
          <span
            key={delay}
            className="size-1.5 animate-pulse rounded-full bg-accent"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </span>
      Thinking
    </div>
  );
}

function Reconnecting() {
  const connected = useChat(state => state.connected);
  return connected ? null : (
    <p className="text-xs text-warn">The connection broke. Reconnecting; nothing is lost.</p>
  );
}

function Options({ turn }: { turn: Turn }) {
  const { question } = turn;
  if (!question) return null;
  return (
    <fieldset className="rounded-xl border border-accent/40 bg-accent-soft/50 p-3" data-testid="question">
      <legend className="sr-only">{question.text}</legend>
      {turn.text.includes(question.text) ? null : <p className="mb-2.5 font-medium">{question.text}</p>}
      <div className="flex flex-wrap gap-2">
        {(question.options ?? []).map(option => (
          <Button
            key={option.label}
            small
            className="h-auto min-h-7 py-1 text-left whitespace-normal"
            data-testid="question-option"
            onClick={() => void chat.send(option.message)}
          >
            {option.label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function UsageLine({ usage }: { usage: NonNullable<Turn['usage']> }) {
  const parts = [
    usage.input ? `${number(usage.input)} tokens in` : null,
    usage.output ? `${number(usage.output)} out` : null,
    money(usage.cost),
  ].filter(part => part !== null);
  if (!usage.input && !usage.output) return null;
  return <p className="text-[11px] text-faint tabular-nums">{parts.join(' · ')}</p>;
}
