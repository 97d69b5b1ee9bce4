import { CornerDownRight } from 'lucide-react';
import type { NextStep } from '../core/api-types';
import { Button } from '../shared/ui/Button';
import { chat } from './chat-store';

export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  if (steps.length === 0) return null;
  return (
    <nav aria-label="Next steps" className="flex flex-wrap gap-2">
      {steps.map(step => (
        <Button
          key={step.label}
          small
          data-testid="next-step"
          className="h-auto min-h-7 rounded-full py-1 text-left whitespace-normal"
          title={step.message}
          onClick={() => void chat.send(step.message)}
        >
          <CornerDownRight className="size-3.5 shrink-0 text-accent-text" aria-hidden /> {step.label}
        </Button>
      ))}
    </nav>
  );
}
