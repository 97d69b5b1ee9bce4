import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  type Node,
  type NodeChange,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FlowModel, Positions } from '../core/api-types';
import { graphOf } from '../core/graph';
import { useTheme } from '../shared/useTheme';
import { useView, view } from '../shared/view-store';
import { flowEdge, flowNode } from './flow-elements';
import { type TableFlowNode, TableNode } from './TableNode';

const NODE_TYPES = { table: TableNode };
/** Room for the legend above and the toolbar below. */
const PADDING = { top: '58px', bottom: '72px', x: '28px' } as const;
export const FIT = { padding: PADDING, maxZoom: 1, minZoom: 0.05 };
const MINIMAP_FROM = 20;

type Props = {
  model: FlowModel;
  positions: Positions;
  onMoved?: (positions: Positions) => void;
  label: string;
};

/** The tables of a model on a canvas. Without `onMoved` nothing can be moved. */
export function ModelCanvas({ model, positions, onMoved, label }: Props) {
  const theme = useTheme();
  const graph = useMemo(() => graphOf(model, positions), [model, positions]);
  const [nodes, setNodes] = useState<TableFlowNode[]>(() => graph.tables.map(flowNode));
  const edges = useMemo(() => graph.links.map(flowEdge), [graph]);

  useEffect(() => {
    setNodes(old => {
      const selected = new Set(old.filter(node => node.selected).map(node => node.id));
      return graph.tables.map(table => ({ ...flowNode(table), selected: selected.has(table.id) }));
    });
  }, [graph]);

  const onNodesChange = useCallback(
    // The stated sizes stand; what the browser measures for a card that is scaled would only differ by rounding.
    (changes: NodeChange<TableFlowNode>[]) =>
      setNodes(old =>
        applyNodeChanges(
          changes.filter(change => change.type !== 'dimensions'),
          old,
        ),
      ),
    [],
  );
  const onNodeDragStop = useCallback(
    (_: unknown, __: Node, moved: Node[]) =>
      onMoved?.(Object.fromEntries(moved.map(node => [node.id, node.position]))),
    [onMoved],
  );

  return (
    <ReactFlow
      aria-label={label}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      onNodesChange={onNodesChange}
      onNodeDragStop={onNodeDragStop}
      // Moving a table is no wish to read its details, which would cover it.
      selectNodesOnDrag={false}
      onSelectionChange={({ nodes: chosen }) => onMoved && view.select(chosen.map(node => node.id))}
      colorMode={theme}
      connectionMode={ConnectionMode.Loose}
      nodesDraggable={Boolean(onMoved)}
      nodesConnectable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      onlyRenderVisibleElements
      minZoom={0.05}
      maxZoom={2}
      fitView
      fitViewOptions={FIT}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      {nodes.length > MINIMAP_FROM ? (
        <MiniMap
          pannable
          zoomable
          ariaLabel="Overview of the model"
          nodeColor={node => `var(--kind-${(node as TableFlowNode).data.table.kind})`}
          className="overflow-hidden rounded-lg border border-line"
        />
      ) : null}
      <Camera model={model} follow={Boolean(onMoved)} />
    </ReactFlow>
  );
}

/** Shows a table that was asked for, and the whole model when it has other tables than before. */
function Camera({ model, follow }: { model: FlowModel; follow: boolean }) {
  const flow = useReactFlow();
  const focus = useView(state => (follow ? state.focus : null));
  const tables = model.nodes
    .map(node => node.id)
    .sort()
    .join('\n');
  const shown = useRef(tables);

  useEffect(() => {
    if (shown.current === tables) return;
    shown.current = tables;
    const frame = requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: motion(350) }));
    return () => cancelAnimationFrame(frame);
  }, [tables, flow]);

  useEffect(() => {
    if (!focus || !flow.getNode(focus.id)) return;
    flow.setNodes(nodes => nodes.map(node => ({ ...node, selected: node.id === focus.id })));
    void flow.fitView({
      nodes: [{ id: focus.id }],
      maxZoom: 1,
      minZoom: 0.6,
      duration: motion(350),
      padding: 0.4,
    });
  }, [focus, flow]);
  return null;
}

const motion = (ms: number): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms);
