import type { Maybe, Suggestion } from './api-types';

/** One sentence or several, always as a list. */
export function texts(value: Maybe<string | readonly string[]>): string[] {
  if (!value) return [];
  return typeof value === 'string' ? [value] : [...value];
}

/** The load order as one line a step, however the server wrote it. */
export function loadSteps(order: Suggestion['load_order']): string[] {
  return (order ?? []).map(step => {
    if (typeof step === 'string') return step;
    const tables = step.tables.join(', ');
    return step.parallel && step.tables.length > 1 ? `${tables} (in parallel)` : tables;
  });
}
