import { LayoutGrid } from 'lucide-react';

export function EmptyCanvas() {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 bg-[radial-gradient(var(--dots)_1.2px,transparent_1.2px)] bg-size-[20px_20px] p-8 text-center">
      <span className="flex size-12 items-center justify-center rounded-2xl border border-line bg-raised shadow-card">
        <LayoutGrid className="size-6 text-accent-text" aria-hidden />
      </span>
      <h2 className="text-base font-semibold">Your model will appear here</h2>
      <p className="max-w-sm text-muted">
        Describe what you need to the assistant. It reads your tables, proposes a model and proves it. You
        decide what goes on the canvas.
      </p>
    </div>
  );
}
