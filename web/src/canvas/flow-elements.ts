import { type Edge, type NodeHandle, Position } from '@xyflow/react';
import { HEADER, handleRows, type LinkView, type TableView, tableLabel } from '../core/graph';
import { kindName } from '../core/kinds';
import { HEADER_HEIGHT, rowCentre } from '../core/sizes';
import type { TableFlowNode } from './TableNode';

/**
 * A table as React Flow takes it. Size and handles are stated, not measured: with only the visible tables
 * mounted nothing else would ever be ready to fit the view or to draw an edge.
 */
export function flowNode(table: TableView): TableFlowNode {
  const { width, height } = table.shape;
  return {
    id: table.id,
    type: 'table',
    position: table.position,
    data: { table },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(table),
    ariaRole: 'group',
    ariaLabel: tableLabel(kindName(table.kind), table.node),
  };
}

function handlesOf(table: TableView): NodeHandle[] {
  const rows = [{ name: HEADER, y: HEADER_HEIGHT / 2 }].concat(
    handleRows(table).map(({ name, index }) => ({ name, y: rowCentre(index) })),
  );
  return rows.flatMap(({ name, y }): NodeHandle[] => [
    { id: `${name}|left`, type: 'source', position: Position.Left, x: 0, y, width: 1, height: 1 },
    {
      id: `${name}|right`,
      type: 'source',
      position: Position.Right,
      x: table.shape.width,
      y,
      width: 1,
      height: 1,
    },
  ]);
}

export function flowEdge(link: LinkView): Edge {
  const foreign = link.kind === 'foreign_key';
  return {
    id: link.id,
    source: link.source,
    target: link.target,
    sourceHandle: link.sourceHandle,
    targetHandle: link.targetHandle,
    type: 'smoothstep',
    className: foreign ? 'key-edge' : 'flow-edge',
    focusable: false,
    ariaLabel: `${foreign ? 'Foreign key' : 'Data flow'} from ${link.source} to ${link.target}`,
    ...(link.role ? { label: link.role } : {}),
  };
}
