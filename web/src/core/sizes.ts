import type { FlowColumn, FlowNode } from './api-types';

/** Sizes of a table on the canvas. They follow from the columns alone, so nothing has to be measured. */
export const NODE_WIDTH = 264;
export const HEADER_HEIGHT = 46;
export const ROW_HEIGHT = 24;
export const FOOTER_HEIGHT = 26;
export const MOST_ROWS = 15;
const FEWEST_ROWS = 4;
const PADDING = 8;

export type NodeShape = {
  width: number;
  height: number;
  /** The rows that are drawn, in the table's order. */
  rows: FlowColumn[];
  /** How many columns are left out of the drawing. */
  hidden: number;
  hasFooter: boolean;
};

export function isKey(column: FlowColumn): boolean {
  return Boolean(column.is_primary_key || column.is_foreign_key || column.role === 'business_key');
}

/** Keys come first when not all columns fit: they carry the edges. */
export function shapeOf(node: FlowNode): NodeShape {
  const columns = node.data.columns ?? [];
  const width = Math.max(NODE_WIDTH, Math.min(node.width ?? NODE_WIDTH, 360));
  const whole = Math.min(MOST_ROWS, rowsThatFit(node.height, PADDING));
  const fits = columns.length <= whole;
  const rows = fits ? columns : chosenRows(columns, Math.min(whole, rowsThatFit(node.height, FOOTER_HEIGHT)));
  const height = HEADER_HEIGHT + rows.length * ROW_HEIGHT + (fits ? PADDING : FOOTER_HEIGHT);
  return { width, height, rows, hidden: columns.length - rows.length, hasFooter: !fits };
}

/** The layout reserved a height; drawing more rows than fit there would cover the neighbour below. */
function rowsThatFit(reserved: number | null | undefined, below: number): number {
  if (!reserved) return MOST_ROWS;
  return Math.max(FEWEST_ROWS, Math.floor((reserved - HEADER_HEIGHT - below) / ROW_HEIGHT));
}

function chosenRows(columns: readonly FlowColumn[], room: number): FlowColumn[] {
  const keys = columns.filter(isKey).slice(0, room);
  const others = columns.filter(column => !isKey(column)).slice(0, room - keys.length);
  const chosen = new Set([...keys, ...others]);
  return columns.filter(column => chosen.has(column));
}

/** Vertical centre of a row inside its table. */
export const rowCentre = (index: number): number => HEADER_HEIGHT + index * ROW_HEIGHT + ROW_HEIGHT / 2;
