import type { ModelChange, Suggestion } from './api-types';

export type ChangeLines = {
  added: string[];
  updated: { table: string; changes: string[] }[];
  removed: string[];
};

export function changeLines(diff: ModelChange | null | undefined): ChangeLines {
  return {
    added: diff?.added ?? [],
    updated: (diff?.updated ?? []).map(({ table, changes }) => ({ table, changes: changes ?? [] })),
    removed: diff?.removed ?? [],
  };
}

export const isEmptyChange = ({ added, updated, removed }: ChangeLines): boolean =>
  added.length + updated.length + removed.length === 0;

/** Ids of the tables on the canvas that a proposal adds or changes. */
export function changedTables({ diff, reactflow_model }: Suggestion): string[] {
  const { added, updated } = changeLines(diff);
  const names = new Set([...added, ...updated.map(({ table }) => table)]);
  return (reactflow_model?.nodes ?? [])
    .filter(node => names.has(node.id) || names.has(node.data.label))
    .map(node => node.id);
}
