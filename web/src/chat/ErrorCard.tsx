import { RotateCcw } from 'lucide-react';
import type { TurnError } from '../core/turn';
import { Button } from '../shared/ui/Button';
import { Notice } from '../shared/ui/Notice';

/** What went wrong, what to do about it, and a way to do it. */
export function ErrorCard({ error, onRetry }: { error: TurnError; onRetry: (() => void) | null }) {
  return (
    <div data-testid="error-card" role="alert">
      <Notice tone="bad" title={error.message}>
        {error.nextStep ? <p className="mt-1">{error.nextStep}</p> : null}
        <div className="mt-2.5 flex items-center gap-3">
          {onRetry && error.retryable ? (
            <Button small data-testid="retry-button" onClick={onRetry}>
              <RotateCcw className="size-3.5" aria-hidden /> Retry
            </Button>
          ) : null}
          <code className="text-xs text-muted">{error.code}</code>
        </div>
      </Notice>
    </div>
  );
}
