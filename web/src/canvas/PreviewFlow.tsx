import {
  ConnectionMode,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { memo, useEffect, useMemo } from 'react';
import type { FlowModel } from '../core/api-types';
import { kindName } from '../core/kinds';
import { CARD_HEIGHT, type PreviewCard, previewCards } from '../core/preview';
import { KindIcon } from '../shared/KindIcon';
import { classes } from '../shared/ui/classes';
import { useTheme } from '../shared/useTheme';

type CardNode = Node<{ card: PreviewCard; added: boolean }, 'card'>;
const NODE_TYPES = { card: memo(Card) };
const FIT = { padding: '12px' as const, minZoom: 0.02, maxZoom: 0.9 };

/** A still picture of a proposal for the conversation: who feeds whom, legible at a glance. */
export function PreviewFlow({ model, added }: { model: FlowModel; added: readonly string[] }) {
  const theme = useTheme();
  const nodes = useMemo(() => cardNodes(model, added), [model, added]);
  const edges = useMemo(() => cardEdges(model), [model]);
  return (
    <ReactFlowProvider>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        colorMode={theme}
        connectionMode={ConnectionMode.Loose}
        fitView
        fitViewOptions={FIT}
        minZoom={0.02}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        panOnDrag={false}
        zoomOnScroll={false}
        zoomOnPinch={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
      >
        <Refit />
      </ReactFlow>
    </ReactFlowProvider>
  );
}

/** A narrower conversation still shows the whole picture. */
function Refit() {
  const { fitView } = useReactFlow();
  const width = useStore(state => state.width);
  useEffect(() => {
    if (width > 0) void fitView(FIT);
  }, [width, fitView]);
  return null;
}

function cardNodes(model: FlowModel, added: readonly string[]): CardNode[] {
  const names = new Set(added);
  return previewCards(model).map(card => ({
    id: card.id,
    type: 'card',
    position: { x: card.x, y: card.y },
    data: { card, added: names.has(card.id) || names.has(card.label) },
    width: card.width,
    height: CARD_HEIGHT,
    measured: { width: card.width, height: CARD_HEIGHT },
  }));
}

function cardEdges(model: FlowModel): Edge[] {
  const x = new Map(previewCards(model).map(card => [card.id, card.x]));
  return model.edges
    .filter(edge => x.has(edge.source) && x.has(edge.target))
    .map(edge => {
      const from = x.get(edge.source) ?? 0;
      const to = x.get(edge.target) ?? 0;
      return {
        id: edge.id,
        source: edge.source,
        target: edge.target,
        sourceHandle: from <= to ? 'right' : 'left',
        targetHandle: from < to ? 'left' : 'right',
        className: edge.type === 'foreign_key' ? 'key-edge' : 'flow-edge',
      };
    });
}

function Card({ data }: NodeProps<CardNode>) {
  const { card, added } = data;
  return (
    <div
      className={classes(
        `kind-${card.kind} kind-tint kind-border relative flex items-center gap-2 overflow-hidden rounded-lg border pr-2 pl-3`,
        card.kind === 'source' && 'border-dashed',
      )}
      style={{ width: card.width, height: CARD_HEIGHT }}
    >
      <span className="kind-bar absolute inset-y-0 left-0 w-1" aria-hidden />
      <KindIcon kind={card.kind} className="size-[22px]" />
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate text-[18px] font-semibold">{card.label}</span>
        <span className="kind-text block truncate text-[14px]">
          {kindName(card.kind)} · {card.columns}
        </span>
      </span>
      {added ? <span className="text-[18px] leading-none font-semibold text-good">+</span> : null}
      <Handle type="source" id="left" position={Position.Left} isConnectable={false} />
      <Handle type="source" id="right" position={Position.Right} isConnectable={false} />
    </div>
  );
}
