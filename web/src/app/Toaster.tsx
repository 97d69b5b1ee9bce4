import { X } from 'lucide-react';
import { dismiss, useToasts } from '../shared/toasts';
import { Button } from '../shared/ui/Button';
import { classes } from '../shared/ui/classes';
import { TONES } from '../shared/ui/Notice';

export function Toaster() {
  const toasts = useToasts(state => state.toasts);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed bottom-4 left-4 z-50 flex max-w-xs flex-col gap-2 xl:max-w-lg"
    >
      {toasts.map(toast => {
        const { icon: Icon, text } = TONES[toast.tone];
        return (
          <div
            key={toast.id}
            data-testid="toast"
            className="appear pointer-events-auto flex items-center gap-2.5 rounded-xl border border-line bg-raised py-2 pr-2 pl-3.5 shadow-lifted"
          >
            <Icon className={classes('size-4 shrink-0', text)} aria-hidden />
            <span className="min-w-0 flex-1">{toast.text}</span>
            {toast.action ? (
              <Button
                small
                onClick={() => {
                  toast.action?.run();
                  dismiss(toast.id);
                }}
              >
                {toast.action.label}
              </Button>
            ) : null}
            <button
              type="button"
              aria-label="Dismiss"
              className="flex size-6 items-center justify-center rounded text-faint hover:bg-hover"
              onClick={() => dismiss(toast.id)}
            >
              <X className="size-3.5" aria-hidden />
            </button>
          </div>
        );
      })}
    </div>
  );
}
