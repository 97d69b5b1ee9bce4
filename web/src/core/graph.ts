import type { ColumnReference, FlowEdge, FlowModel, FlowNode, Position, Positions } from './api-types';
import { type Kind, kindOf } from './kinds';
import { type NodeShape, shapeOf } from './sizes';

/** A table as the canvas draws it. */
export type TableView = {
  id: string;
  kind: Kind;
  node: FlowNode;
  shape: NodeShape;
  position: Position;
};

export type LinkView = {
  id: string;
  source: string;
  target: string;
  sourceHandle: string;
  targetHandle: string;
  kind: 'data_flow' | 'foreign_key';
  role: string | null;
};

export type GraphView = { tables: TableView[]; links: LinkView[] };

/** Handle on the header of a table, for edges that belong to no column. */
export const HEADER = '#';

/** Stored positions win over the proposed ones: what a person moved stays where it was put. */
export function graphOf(model: FlowModel | null | undefined, positions: Positions = {}): GraphView {
  const nodes = model?.nodes ?? [];
  const tables = nodes.map((node): TableView => {
    const position = positions[node.id] ?? node.position ?? { x: 0, y: 0 };
    return { id: node.id, kind: kindOf(node.type), node, shape: shapeOf(node), position };
  });
  const byId = new Map(tables.map(table => [table.id, table]));
  const links = (model?.edges ?? []).flatMap(edge => linkOf(edge, byId));
  return { tables, links };
}

function linkOf(edge: FlowEdge, byId: ReadonlyMap<string, TableView>): LinkView[] {
  const source = byId.get(edge.source);
  const target = byId.get(edge.target);
  if (!source || !target) return [];
  const kind = edge.type === 'foreign_key' ? 'foreign_key' : 'data_flow';
  const role = edge.data?.role ?? null;
  const [from, to] = kind === 'foreign_key' ? keyRows(source, target, role) : [HEADER, HEADER];
  const [left, right] = sides(source, target);
  return [
    {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      sourceHandle: `${from}|${left}`,
      targetHandle: `${to}|${right}`,
      kind,
      role,
    },
  ];
}

/** The side of each table that faces the other one. */
export function sides(
  source: Pick<TableView, 'position' | 'shape'>,
  target: Pick<TableView, 'position' | 'shape'>,
): ['left' | 'right', 'left' | 'right'] {
  if (source.position.x + source.shape.width <= target.position.x) return ['right', 'left'];
  if (target.position.x + target.shape.width <= source.position.x) return ['left', 'right'];
  return ['right', 'right'];
}

function keyRows(source: TableView, target: TableView, role: string | null): [string, string] {
  const forward = foreignColumn(source, target, role);
  if (forward) return [forward, primaryRow(target)];
  const backward = foreignColumn(target, source, role);
  if (backward) return [primaryRow(source), backward];
  return [HEADER, HEADER];
}

function foreignColumn(from: TableView, to: TableView, role: string | null): string | undefined {
  const names = new Set(
    [to.id, to.node.data.label, to.id.split('.').at(-1)].map(name => name?.toLowerCase()),
  );
  const matches = from.shape.rows.filter(column => {
    const referenced = referencedTable(column.references);
    return referenced !== null && (names.has(referenced) || names.has(referenced.split('.').at(-1)));
  });
  const played = role ? matches.find(column => column.name.startsWith(role)) : undefined;
  return (played ?? matches[0])?.name;
}

function primaryRow(table: TableView): string {
  return table.shape.rows.find(column => column.is_primary_key)?.name ?? HEADER;
}

/** `schema.table.column`, `table.column` and `{table, column}` all name a table. */
export function referencedTable(reference: string | ColumnReference | null | undefined): string | null {
  if (!reference) return null;
  if (typeof reference !== 'string') return reference.table.toLowerCase();
  const parts = reference.toLowerCase().replace(/\[.*$/, '').split('.');
  return parts.length > 1 ? parts.slice(0, -1).join('.') : (parts[0] ?? null);
}

/** Rows of a table that edges can end on, with their place. Every level of detail must keep these. */
export function handleRows(table: TableView): { name: string; index: number }[] {
  return table.shape.rows.flatMap((column, index) =>
    column.is_primary_key || column.is_foreign_key || column.references ? [{ name: column.name, index }] : [],
  );
}

/** What a screen reader says of a table. */
export function tableLabel(kindLabel: string, node: FlowNode): string {
  const count = node.data.columns?.length ?? 0;
  return `${kindLabel} ${node.data.label}, ${count} ${count === 1 ? 'column' : 'columns'}`;
}
