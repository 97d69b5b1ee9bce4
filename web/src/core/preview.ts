import type { FlowModel } from './api-types';
import { type Kind, kindOf } from './kinds';

export const CARD_WIDTH = 196;
export const CARD_HEIGHT = 44;
const COLUMN_GAP = 64;
const ROW_GAP = 14;
const TALLEST_COLUMN = 8;

export type PreviewCard = { id: string; kind: Kind; label: string; columns: number; x: number; y: number };

/** Sources feed hubs and dimensions, those are tied by links and facts, satellites hang off at the end. */
const STAGE: Record<Kind, number> = {
  source: 0,
  reference: 1,
  hub: 1,
  dimension: 1,
  date_dimension: 1,
  bridge: 2,
  link: 2,
  fact: 2,
  satellite: 3,
};

/**
 * A small picture of a model that stays legible in a narrow panel: one card a table, in stages from left to
 * right. Long stages become several columns, so the picture grows in both directions.
 */
export function previewCards(model: FlowModel): PreviewCard[] {
  const stages = new Map<number, PreviewCard[]>();
  for (const node of model.nodes) {
    const kind = kindOf(node.type);
    const card = {
      id: node.id,
      kind,
      label: node.data.label,
      columns: node.data.columns?.length ?? 0,
      x: 0,
      y: 0,
    };
    stages.set(STAGE[kind], [...(stages.get(STAGE[kind]) ?? []), card]);
  }
  const columns = [...stages.entries()].sort(([a], [b]) => a - b).flatMap(([, cards]) => inColumns(cards));
  const tallest = Math.max(...columns.map(cards => cards.length), 0);
  return columns.flatMap((cards, column) =>
    cards.map((card, row) => ({
      ...card,
      x: column * (CARD_WIDTH + COLUMN_GAP),
      y: (row + (tallest - cards.length) / 2) * (CARD_HEIGHT + ROW_GAP),
    })),
  );
}

function inColumns(cards: readonly PreviewCard[]): PreviewCard[][] {
  const columns = Math.ceil(cards.length / TALLEST_COLUMN);
  const height = Math.ceil(cards.length / Math.max(columns, 1));
  return Array.from({ length: columns }, (_, i) => cards.slice(i * height, (i + 1) * height));
}
