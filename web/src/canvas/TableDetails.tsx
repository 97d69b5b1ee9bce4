import { X } from 'lucide-react';
import type { FlowModel, FlowNode } from '../core/api-types';
import { plural, words } from '../core/format';
import { kindName, kindOf } from '../core/kinds';
import { KindIcon } from '../shared/KindIcon';
import { IconButton } from '../shared/ui/Button';
import { useView, view } from '../shared/view-store';
import { keyMark } from './TableNode';

/** Everything about the one table that is selected, also the columns that its card leaves out. */
export function TableDetails({ model }: { model: FlowModel }) {
  const selected = useView(state => (state.selected.length === 1 ? state.selected[0] : undefined));
  const node = model.nodes.find(candidate => candidate.id === selected);
  if (!node) return null;
  return (
    <aside
      aria-label={`Details of ${node.data.label}`}
      className="appear absolute top-3 right-3 bottom-16 z-10 flex h-fit max-h-[calc(100%-76px)] w-72 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-lifted"
    >
      <Heading node={node} />
      <Facts node={node} />
      <ul className="min-h-0 overflow-y-auto border-t border-line py-1" aria-label="Columns" tabIndex={0}>
        {node.data.columns.map(column => (
          <li key={column.name} className="px-3 py-1">
            <div className="flex items-baseline gap-2">
              <span className="w-5 shrink-0 text-[9.5px] font-semibold text-muted">{keyMark(column)}</span>
              <span className="min-w-0 flex-1 wrap-anywhere">{column.name}</span>
              <span className="shrink-0 font-mono text-[10.5px] text-faint lowercase">{column.type}</span>
            </div>
            {column.comment ? <p className="pl-7 text-xs text-muted">{column.comment}</p> : null}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Heading({ node }: { node: FlowNode }) {
  const kind = kindOf(node.type);
  return (
    <header className="flex items-start gap-2 px-3 py-2.5">
      <KindIcon kind={kind} className="mt-0.5 size-4" />
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold wrap-anywhere">{node.data.label}</h2>
        <p className="text-xs text-muted">
          {kindName(kind)} · {plural(node.data.columns.length, 'column')}
          {node.data.row_count ? ` · ${plural(node.data.row_count, 'row')}` : ''}
        </p>
      </div>
      <IconButton label="Close details" className="size-6" onClick={() => view.select([])}>
        <X className="size-3.5" />
      </IconButton>
    </header>
  );
}

function Facts({ node }: { node: FlowNode }) {
  const { data } = node;
  const { clustering, partitioning, cdf_enabled } = data.optimizations ?? {};
  const facts: [string, string][] = [];
  if (data.grain) facts.push(['Grain', data.grain]);
  if (data.scd_type !== null && data.scd_type !== undefined)
    facts.push(['History', `SCD type ${data.scd_type}`]);
  if (data.fact_type) facts.push(['Fact', words(data.fact_type)]);
  if (clustering?.length) facts.push(['Clustering', clustering.join(', ')]);
  if (partitioning?.length) facts.push(['Partitioning', partitioning.join(', ')]);
  if (cdf_enabled) facts.push(['Change data feed', 'on']);
  if (facts.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-t border-line px-3 py-2 text-xs">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
