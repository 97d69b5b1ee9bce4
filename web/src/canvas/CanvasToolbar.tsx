import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Redo2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { IconButton } from '../shared/ui/Button';
import { FIT } from './ModelCanvas';

type Props = { canUndo: boolean; canRedo: boolean; onUndo: () => void; onRedo: () => void };

export function CanvasToolbar({ canUndo, canRedo, onUndo, onRedo }: Props) {
  const flow = useReactFlow();
  const percent = useStore(s => Math.round(s.transform[2] * 100));
  return (
    <Panel position="bottom-center">
      <div
        role="toolbar"
        aria-label="Canvas"
        className="flex items-center gap-0.5 rounded-xl border border-line bg-raised p-1 shadow-lifted"
      >
        <IconButton label="Undo (Ctrl+Z)" data-testid="canvas-undo" disabled={!canUndo} onClick={onUndo}>
          <Undo2 className="size-4" />
        </IconButton>
        <IconButton
          label="Redo (Ctrl+Shift+Z)"
          data-testid="canvas-redo"
          disabled={!canRedo}
          onClick={onRedo}
        >
          <Redo2 className="size-4" />
        </IconButton>
        <span className="mx-1 h-5 w-px bg-line" aria-hidden />
        <IconButton label="Zoom out" onClick={() => flow.zoomOut()}>
          <ZoomOut className="size-4" />
        </IconButton>
        <span className="w-10 text-center text-xs text-muted tabular-nums" title="Zoom">
          {percent}%
        </span>
        <IconButton label="Zoom in" onClick={() => flow.zoomIn()}>
          <ZoomIn className="size-4" />
        </IconButton>
        <IconButton label="Show everything" onClick={() => flow.fitView(FIT)}>
          <Maximize className="size-4" />
        </IconButton>
      </div>
    </Panel>
  );
}
