/** How the kinds of tables are named and ordered. Colours and icons belong to the canvas. */
export const KINDS = [
  'source',
  'dimension',
  'date_dimension',
  'fact',
  'bridge',
  'hub',
  'link',
  'satellite',
  'reference',
] as const;

export type Kind = (typeof KINDS)[number];

const NAMES: Record<Kind, { one: string; many: string }> = {
  source: { one: 'Source', many: 'Source tables' },
  dimension: { one: 'Dimension', many: 'Dimensions' },
  date_dimension: { one: 'Date dimension', many: 'Date dimensions' },
  fact: { one: 'Fact', many: 'Facts' },
  bridge: { one: 'Bridge', many: 'Bridges' },
  hub: { one: 'Hub', many: 'Hubs' },
  link: { one: 'Link', many: 'Links' },
  satellite: { one: 'Satellite', many: 'Satellites' },
  reference: { one: 'Reference', many: 'Reference tables' },
};

/** Kinds of a later server are drawn as the nearest one that this page knows. */
export function kindOf(type: string): Kind {
  if ((KINDS as readonly string[]).includes(type)) return type as Kind;
  if (type === 'vault_bridge') return 'bridge';
  return 'reference';
}

export const kindName = (kind: Kind): string => NAMES[kind].one;
export const kindNames = (kind: Kind): string => NAMES[kind].many;
