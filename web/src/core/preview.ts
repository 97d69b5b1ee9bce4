import type { FlowModel } from './api-types';
import { type Kind, kindName, kindOf } from './kinds';

export const CARD_HEIGHT = 52;
const NARROWEST = 150;
const WIDEST = 300;
const COLUMN_GAP = 46;
const ROW_GAP = 14;
const TALLEST_COLUMN = 8;

export type PreviewCard = {
  id: string;
  kind: Kind;
  label: string;
  columns: number;
  width: number;
  x: number;
  y: number;
};

/** Sources feed hubs and dimensions; what refers to those, links, facts and satellites, comes last. */
const STAGE: Record<Kind, number> = {
  source: 0,
  reference: 1,
  hub: 1,
  dimension: 1,
  date_dimension: 1,
  bridge: 2,
  link: 2,
  fact: 2,
  satellite: 2,
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
      width: 0,
      x: 0,
      y: 0,
    };
    stages.set(STAGE[kind], [...(stages.get(STAGE[kind]) ?? []), card]);
  }
  const columns = [...stages.entries()].sort(([a], [b]) => a - b).flatMap(([, cards]) => inColumns(cards));
  const tallest = Math.max(...columns.map(cards => cards.length), 0);
  let x = 0;
  return columns.flatMap(cards => {
    const width = widthOf(cards);
    const left = x;
    x += width + COLUMN_GAP;
    return cards.map((card, row) => ({
      ...card,
      width,
      x: left,
      y: (row + (tallest - cards.length) / 2) * (CARD_HEIGHT + ROW_GAP),
    }));
  });
}

/** Wide enough for the longest name of a column; a name's width is estimated, the card cuts what is too long. */
function widthOf(cards: readonly PreviewCard[]): number {
  const longest = Math.max(
    ...cards.map(card => Math.max(card.label.length * 11, kindName(card.kind).length * 9 + 36)),
  );
  return Math.max(NARROWEST, Math.min(WIDEST, 84 + longest));
}

function inColumns(cards: readonly PreviewCard[]): PreviewCard[][] {
  const columns = Math.ceil(cards.length / TALLEST_COLUMN);
  const height = Math.ceil(cards.length / Math.max(columns, 1));
  return Array.from({ length: columns }, (_, i) => cards.slice(i * height, (i + 1) * height));
}

/** Height of the picture in a panel of the given width, within what a conversation bears. */
export function previewHeight(cards: readonly PreviewCard[], panel: number): number {
  const width = Math.max(...cards.map(card => card.x + card.width), 1);
  const height = Math.max(...cards.map(card => card.y + CARD_HEIGHT), 1);
  const scale = Math.min((panel - 24) / width, 0.9);
  return Math.round(Math.max(120, Math.min(260, height * scale + 28)));
}
