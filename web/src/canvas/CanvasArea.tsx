import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { ModelState, Positions } from '../core/api-types';
import { useModel, useSavePositions, useStepThroughHistory } from '../shared/api/queries';
import { reason } from '../shared/toasts';
import { Button } from '../shared/ui/Button';
import { Notice, Skeleton } from '../shared/ui/Notice';
import { CanvasToolbar } from './CanvasToolbar';
import { EmptyCanvas } from './EmptyCanvas';
import { Legend } from './Legend';
import { ModelCanvas } from './ModelCanvas';
import { TableDetails } from './TableDetails';

const NO_POSITIONS: Positions = {};
const SAVE_AFTER = 600;

export function CanvasArea({ workspace }: { workspace: string }) {
  const model = useModel(workspace);
  return (
    <section aria-label="Canvas" className="relative min-h-0 min-w-0 flex-1 bg-canvas" data-testid="canvas">
      {model.isPending ? <Skeleton /> : null}
      {model.isError ? (
        <div className="mx-auto max-w-md p-8">
          <Notice tone="bad" title="The model could not be read">
            <p className="mt-1 mb-3">{reason(model.error)}</p>
            <Button small onClick={() => model.refetch()}>
              Try again
            </Button>
          </Notice>
        </div>
      ) : null}
      {model.data ? <Loaded workspace={workspace} state={model.data} /> : null}
    </section>
  );
}

function Loaded({ workspace, state }: { workspace: string; state: ModelState }) {
  const history = useStepThroughHistory(workspace);
  const saveLater = useDebouncedSave(workspace);
  const { mutate: step } = history;
  useUndoKeys(state.can_undo, state.can_redo, step);
  const flow = state.reactflow_model;
  return (
    <ReactFlowProvider>
      {flow && flow.nodes.length > 0 ? (
        <>
          <ModelCanvas
            model={flow}
            positions={state.positions ?? NO_POSITIONS}
            onMoved={saveLater}
            label="Model, a graph of tables"
          />
          <TableDetails model={flow} />
          <Legend model={flow} />
        </>
      ) : (
        <EmptyCanvas />
      )}
      <CanvasToolbar
        canUndo={state.can_undo && !history.isPending}
        canRedo={state.can_redo && !history.isPending}
        onUndo={() => step('undo')}
        onRedo={() => step('redo')}
      />
    </ReactFlowProvider>
  );
}

/** Several moves in a row become one request. */
function useDebouncedSave(workspace: string): (positions: Positions) => void {
  const { mutate } = useSavePositions(workspace);
  const pending = useRef<Positions>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const positions = pending.current;
    pending.current = {};
    if (Object.keys(positions).length > 0) mutate(positions);
  }, [mutate]);
  useEffect(() => flush, [flush]);
  return useCallback(
    positions => {
      pending.current = { ...pending.current, ...positions };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, SAVE_AFTER);
    },
    [flush],
  );
}

function useUndoKeys(canUndo: boolean, canRedo: boolean, step: (direction: 'undo' | 'redo') => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
      if (key !== 'z' && !redo) return;
      event.preventDefault();
      if (redo ? canRedo : canUndo) step(redo ? 'redo' : 'undo');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [canUndo, canRedo, step]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
