import type { Decision } from './api-types';

/** The decisions that a model document carries, the whole model's first, then each table's. */
export function decisionsOf(model: Record<string, unknown> | null | undefined): Decision[] {
  const inner = (model && 'model' in model ? model.model : model) as
    | Record<string, unknown>
    | null
    | undefined;
  if (!inner) return [];
  const tables = Array.isArray(inner.tables) ? (inner.tables as Record<string, unknown>[]) : [];
  return [
    ...decisionList(inner.decisions),
    ...tables.flatMap(table =>
      decisionList(table.decisions).map(decision => ({ ...decision, table: String(table.name ?? '') })),
    ),
  ];
}

function decisionList(value: unknown): Decision[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (entry): entry is Decision => typeof entry === 'object' && entry !== null && 'choice' in entry,
  );
}
