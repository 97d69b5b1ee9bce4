import { ReactFlowProvider } from '@xyflow/react';
import { Expand } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Suggestion } from '../core/api-types';
import { changeLines } from '../core/changes';
import { plural } from '../core/format';
import { previewCards, previewHeight } from '../core/preview';
import { Modal } from '../shared/ui/Modal';
import { ModelCanvas } from './ModelCanvas';
import { PreviewFlow } from './PreviewFlow';

const NO_POSITIONS = {};
/** The assistant's panel without its margins. */
const PANEL = 386;

export function InlinePreview({ suggestion }: { suggestion: Suggestion }) {
  const [open, setOpen] = useState(false);
  const added = useMemo(() => changeLines(suggestion.diff).added, [suggestion.diff]);
  const model = suggestion.reactflow_model;
  if (!model || model.nodes.length === 0) return null;
  const height = previewHeight(previewCards(model), PANEL);
  const label = `Preview of the proposal, ${plural(model.nodes.length, 'table')}`;
  return (
    <div className="relative border-b border-line" data-testid="inline-preview">
      <div role="img" aria-label={label} style={{ height }}>
        <PreviewFlow model={model} added={added} />
      </div>
      <button
        type="button"
        aria-label="Open the preview"
        onClick={() => setOpen(true)}
        className="group absolute inset-0 z-10 flex items-start justify-end p-2 focus-visible:-outline-offset-2"
      >
        <span className="flex h-7 items-center gap-1.5 rounded-md border border-line-strong bg-raised px-2.5 text-xs font-medium opacity-0 shadow-card group-hover:opacity-100 group-focus-visible:opacity-100">
          <Expand className="size-3.5" aria-hidden /> Open
        </span>
      </button>
      <Modal
        wide
        open={open}
        onOpenChange={setOpen}
        title="Proposed model"
        description={`${plural(model.nodes.length, 'table')}; nothing is on the canvas until you apply it.`}
      >
        <div className="h-[70vh]">
          <ReactFlowProvider>
            <ModelCanvas model={model} positions={NO_POSITIONS} label={label} />
          </ReactFlowProvider>
        </div>
      </Modal>
    </div>
  );
}
