import { describe, expect, it } from 'vitest';
import { starFlow } from '../../test-support/fixtures/flows';
import { shopSchema } from '../../test-support/fixtures/shop';
import { filterGroups, modelGroups, nodeOfSource, sourceGroup } from './outline';

const groups = () => [...modelGroups(starFlow), sourceGroup(shopSchema.tables, String)];
const shown = (text: string) =>
  filterGroups(groups(), text).map(group => [group.title, group.items.map(item => item.label)]);

describe('outline', () => {
  it('lists the tables of the model by kind and the source tables with their rows', () => {
    expect(filterGroups(groups(), '').map(group => `${group.title} ${group.items.length}`)).toEqual([
      'Dimensions 3',
      'Date dimensions 1',
      'Facts 1',
      'Source tables 8',
    ]);
    expect(groups().at(-1)?.items[0]).toMatchObject({
      label: 'article',
      detail: '18204',
      title: '18,204 rows',
    });
  });

  it('finds tables by a part of their name and leaves out groups without any', () => {
    expect(shown('LINE')).toEqual([
      ['Facts', ['fact_basket_line']],
      ['Source tables', ['basket_line']],
    ]);
    expect(shown('nowhere')).toEqual([]);
  });

  it('says that a row count is unknown instead of calling it zero', () => {
    const [item] = sourceGroup([{ name: 'a', columns: [], row_count: null }], String).items;
    expect(item).toMatchObject({ detail: '', title: 'Row count unknown' });
  });

  it('finds the node of a source table whatever its id looks like', () => {
    expect(nodeOfSource(starFlow, { id: 'till.article', label: 'article' })).toBe('source_article');
    expect(nodeOfSource(starFlow, { id: 'till.campaign', label: 'campaign' })).toBeNull();
  });
});
