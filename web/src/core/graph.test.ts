import { describe, expect, it } from 'vitest';
import { starFlow } from '../../test-support/fixtures/flows';
import { largeFlow } from '../../test-support/fixtures/large';
import type { FlowColumn, FlowModel } from './api-types';
import { graphOf, handleRows, referencedTable, tableLabel } from './graph';
import { previewCards } from './preview';
import { HEADER_HEIGHT, MOST_ROWS, ROW_HEIGHT, shapeOf } from './sizes';

const column = (name: string, more: Partial<FlowColumn> = {}): FlowColumn => ({ name, type: 'INT', ...more });
const table = (id: string, columns: FlowColumn[], x = 0) => ({
  id,
  type: 'dimension',
  data: { label: id, columns },
  position: { x, y: 0 },
});

const model: FlowModel = {
  nodes: [
    table(
      'fact_sale',
      [
        column('sale_no', { is_primary_key: true }),
        column('shop_key', { is_foreign_key: true, references: 'dim_shop.shop_key' }),
      ],
      800,
    ),
    table('dim_shop', [column('shop_key', { is_primary_key: true }), column('town')]),
  ],
  edges: [
    { id: 'k', source: 'fact_sale', target: 'dim_shop', type: 'foreign_key' },
    { id: 'f', source: 'dim_shop', target: 'fact_sale', type: 'data_flow' },
    { id: 'lost', source: 'dim_shop', target: 'nowhere', type: 'data_flow' },
  ],
};

describe('graphOf', () => {
  it('ends foreign keys on the rows of their columns, on the sides that face each other', () => {
    const [key] = graphOf(model).links;
    expect(key).toMatchObject({
      sourceHandle: 'shop_key|left',
      targetHandle: 'shop_key|right',
      kind: 'foreign_key',
    });
  });

  it('ends lineage on the headers and leaves out edges to tables that are not there', () => {
    const { links } = graphOf(model);
    expect(links.map(link => link.id)).toEqual(['k', 'f']);
    expect(links[1]).toMatchObject({ sourceHandle: '#|right', targetHandle: '#|left' });
  });

  it('follows a table that was moved to the other side', () => {
    const [key] = graphOf(model, { fact_sale: { x: -900, y: 0 } }).links;
    expect(key).toMatchObject({ sourceHandle: 'shop_key|right', targetHandle: 'shop_key|left' });
  });

  it('draws every edge between handles that the tables have', () => {
    for (const flow of [starFlow, largeFlow(60)]) {
      const { tables, links } = graphOf(flow);
      const handles = new Map(tables.map(t => [t.id, new Set(['#', ...handleRows(t).map(row => row.name)])]));
      for (const link of links) {
        expect(handles.get(link.source)).toContain(link.sourceHandle.split('|')[0]);
        expect(handles.get(link.target)).toContain(link.targetHandle.split('|')[0]);
      }
      expect(links).toHaveLength(flow.edges.length);
    }
  });

  it('tells several keys to one table apart by their role', () => {
    const keys = ['ordered_date_key', 'shipped_date_key'].map(name =>
      column(name, { is_foreign_key: true, references: 'dim_date.date_key' }),
    );
    const flow: FlowModel = {
      nodes: [
        table('fact_order', keys, 500),
        table('dim_date', [column('date_key', { is_primary_key: true })]),
      ],
      edges: [
        { id: 'e', source: 'fact_order', target: 'dim_date', type: 'foreign_key', data: { role: 'shipped' } },
      ],
    };
    expect(graphOf(flow).links[0]?.sourceHandle).toBe('shipped_date_key|left');
  });
});

describe('referencedTable', () => {
  it.each([
    ['dim_shop.shop_key', 'dim_shop'],
    ['till.Shop.shop_no', 'till.shop'],
    ['dim_shop', 'dim_shop'],
    [{ table: 'dim_shop', column: 'shop_key' }, 'dim_shop'],
    [null, null],
  ])('reads %j', (reference, expected) => expect(referencedTable(reference)).toBe(expected));
});

describe('shapeOf', () => {
  const wide = table('wide', [
    ...Array.from({ length: 30 }, (_, i) => column(`c${i}`)),
    column('late_key', { is_foreign_key: true }),
  ]);

  it('keeps keys when not all columns fit, in their order', () => {
    const { rows, hidden } = shapeOf(wide);
    expect(rows).toHaveLength(MOST_ROWS);
    expect(rows.at(-1)?.name).toBe('late_key');
    expect(hidden).toBe(16);
  });

  it('stays within the height that the layout reserved', () => {
    const reserved = HEADER_HEIGHT + 8 * ROW_HEIGHT + 34;
    expect(shapeOf({ ...wide, height: reserved }).height).toBeLessThanOrEqual(reserved);
  });
});

it('names a table for a screen reader', () => {
  expect(tableLabel('Dimension', table('dim_shop', [column('a'), column('b')]))).toBe(
    'Dimension dim_shop, 2 columns',
  );
});

describe('previewCards', () => {
  it('shows every table of a large model once, none over another', () => {
    const cards = previewCards(largeFlow(200));
    expect(cards).toHaveLength(200);
    expect(new Set(cards.map(card => `${card.x}/${card.y}`)).size).toBe(200);
  });
});
