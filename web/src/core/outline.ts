import type { FlowModel, SourceTable } from './api-types';
import { KINDS, type Kind, kindNames, kindOf } from './kinds';

export type OutlineItem = { id: string; label: string; kind: Kind; detail: string; title: string };
export type OutlineGroup = { id: string; title: string; kind: Kind; items: OutlineItem[] };

/** The model's tables by kind. Source tables have a list of their own, from the schema. */
export function modelGroups(model: FlowModel | null | undefined): OutlineGroup[] {
  const nodes = (model?.nodes ?? []).filter(node => kindOf(node.type) !== 'source');
  return KINDS.map(kind => ({
    id: `model-${kind}`,
    title: kindNames(kind),
    kind,
    items: nodes
      .filter(node => kindOf(node.type) === kind)
      .map(node => ({
        id: node.id,
        label: node.data.label,
        kind,
        detail: String(node.data.columns?.length ?? 0),
        title: `${node.data.columns?.length ?? 0} columns`,
      })),
  })).filter(group => group.items.length > 0);
}

export function sourceGroup(tables: readonly SourceTable[], format: (rows: number) => string): OutlineGroup {
  return {
    id: 'sources',
    title: kindNames('source'),
    kind: 'source',
    items: tables.map(table => {
      const rows = table.row_count;
      return {
        id: sourceId(table),
        label: table.name,
        kind: 'source',
        detail: rows === null || rows === undefined ? '' : format(rows),
        title:
          rows === null || rows === undefined ? 'Row count unknown' : `${rows.toLocaleString('en')} rows`,
      };
    }),
  };
}

export function sourceId(table: SourceTable): string {
  return table.qualified_name ?? (table.schema ? `${table.schema}.${table.name}` : table.name);
}

/** Groups with only the items whose name holds the text; groups without any item are left out. */
export function filterGroups(groups: readonly OutlineGroup[], text: string): OutlineGroup[] {
  const wanted = text.trim().toLowerCase();
  return groups
    .map(group => ({
      ...group,
      items: group.items.filter(item => item.label.toLowerCase().includes(wanted)),
    }))
    .filter(group => group.items.length > 0);
}

/** The node of the canvas that shows a source table; ids differ by server, names do not. */
export function nodeOfSource(
  model: FlowModel | null | undefined,
  table: { id: string; label: string },
): string | null {
  const sources = (model?.nodes ?? []).filter(node => kindOf(node.type) === 'source');
  const hit =
    sources.find(node => node.id === table.id || node.data.label === table.id) ??
    sources.find(node => node.data.label === table.label || node.id.endsWith(`.${table.label}`));
  return hit?.id ?? null;
}
