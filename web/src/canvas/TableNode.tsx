import { Handle, type Node, type NodeProps, Position, useStore } from '@xyflow/react';
import { KeyRound, Link as LinkIcon, Snowflake } from 'lucide-react';
import { Fragment, memo } from 'react';
import type { FlowColumn } from '../core/api-types';
import { shortNumber } from '../core/format';
import { HEADER, handleRows, type TableView } from '../core/graph';
import { kindName } from '../core/kinds';
import { FOOTER_HEIGHT, HEADER_HEIGHT, ROW_HEIGHT, rowCentre } from '../core/sizes';
import { KindIcon } from '../shared/KindIcon';
import { classes } from '../shared/ui/classes';
import { useView } from '../shared/view-store';

export type TableFlowNode = Node<{ table: TableView }, 'table'>;

/** Below this zoom a column's text is too small to read, so only the name is drawn. */
export const DETAIL_ZOOM = 0.45;

export const TableNode = memo(function TableNode({ data, selected }: NodeProps<TableFlowNode>) {
  const { table } = data;
  const tier = useStore(s => (s.transform[2] >= DETAIL_ZOOM ? 2 : s.transform[2] >= 0.24 ? 1 : 0));
  const fresh = useView(state => state.fresh.includes(table.id));
  return (
    <div
      data-testid={`canvas-node-${table.id}`}
      data-kind={table.kind}
      className={classes(
        `kind-${table.kind} relative overflow-hidden rounded-[10px] border bg-raised`,
        selected
          ? 'border-accent shadow-[0_0_0_1px_var(--accent)]'
          : tier === 2
            ? 'border-line-strong'
            : 'kind-border',
        tier === 2 && !selected && 'shadow-card',
        fresh && 'fresh-table',
      )}
      style={{ width: table.shape.width, height: table.shape.height }}
    >
      <Handles table={table} />
      {tier === 2 ? <Full table={table} /> : <NameOnly table={table} large={tier === 0} />}
    </div>
  );
});

/** Every level of detail keeps the same handles, or the edges would be lost when the zoom changes. */
function Handles({ table }: { table: TableView }) {
  const rows = [{ name: HEADER, top: HEADER_HEIGHT / 2 }].concat(
    handleRows(table).map(({ name, index }) => ({ name, top: rowCentre(index) })),
  );
  return rows.map(({ name, top }) => (
    <span key={name}>
      <Handle
        type="source"
        id={`${name}|left`}
        position={Position.Left}
        style={{ top }}
        isConnectable={false}
      />
      <Handle
        type="source"
        id={`${name}|right`}
        position={Position.Right}
        style={{ top }}
        isConnectable={false}
      />
    </span>
  ));
}

function NameOnly({ table, large }: { table: TableView; large: boolean }) {
  return (
    <div className="kind-tint flex h-full flex-col justify-center gap-2 pr-3 pl-7">
      <span className="kind-bar absolute inset-y-0 left-0 w-2.5" aria-hidden />
      <KindIcon kind={table.kind} className={large ? 'size-14' : 'size-9'} />
      <span
        className={classes(
          'line-clamp-3 font-semibold wrap-anywhere leading-tight tracking-tight',
          large ? 'text-[40px]' : 'text-[28px]',
        )}
      >
        <Breakable name={table.node.data.label} />
      </span>
      {large || table.shape.height < 150 ? null : (
        <span className="kind-text text-[20px]">{kindName(table.kind)}</span>
      )}
    </div>
  );
}

/** A name that breaks after its underscores before it breaks anywhere else. */
function Breakable({ name }: { name: string }) {
  const parts = name.split(/(?<=_)/);
  return parts.map((part, index) => (
    <Fragment key={`${index + 1} ${part}`}>
      {part}
      <wbr />
    </Fragment>
  ));
}

function Full({ table }: { table: TableView }) {
  const { shape } = table;
  return (
    <>
      <Header table={table} />
      <div className="border-t border-line">
        {shape.rows.map(column => (
          <Row key={column.name} column={column} />
        ))}
      </div>
      {shape.hasFooter ? (
        <div className="flex items-center px-3 text-[11px] text-faint" style={{ height: FOOTER_HEIGHT }}>
          +{shape.hidden} more columns
        </div>
      ) : null}
    </>
  );
}

function Header({ table }: { table: TableView }) {
  const { data } = table.node;
  const scd =
    data.scd_type === null || data.scd_type === undefined
      ? null
      : String(data.scd_type).replace(/^type_?/i, '');
  return (
    <div
      className="kind-tint relative flex items-center gap-2 pr-2.5 pl-3.5"
      style={{ height: HEADER_HEIGHT }}
    >
      <span className="kind-bar absolute inset-y-0 left-0 w-[3px]" aria-hidden />
      <KindIcon kind={table.kind} className="size-4" />
      <div className="min-w-0 flex-1 leading-tight">
        <div className="truncate text-[13px] font-semibold" title={data.label}>
          {data.label}
        </div>
        <div className="kind-text truncate text-[11px]">
          {kindName(table.kind)}
          {data.fact_type ? ` · ${data.fact_type.replaceAll('_', ' ')}` : ''}
          {scd ? ` · SCD ${scd}` : ''}
        </div>
      </div>
      {data.row_count ? (
        <span
          className="text-[11px] text-faint tabular-nums"
          title={`${data.row_count.toLocaleString('en')} rows`}
        >
          {shortNumber(data.row_count)}
        </span>
      ) : null}
      {data.optimizations?.clustering?.length ? (
        <span
          className="text-faint"
          title={`Liquid clustering on ${data.optimizations.clustering.join(', ')}`}
        >
          <Snowflake className="size-3.5" aria-hidden />
        </span>
      ) : null}
    </div>
  );
}

const GUTTER: Record<string, string> = { PK: 'text-accent-text', FK: 'text-muted', BK: 'text-warn' };

export function keyMark(column: FlowColumn): 'PK' | 'FK' | 'BK' | null {
  if (column.is_primary_key) return 'PK';
  if (column.role === 'business_key') return 'BK';
  return column.is_foreign_key ? 'FK' : null;
}

function Row({ column }: { column: FlowColumn }) {
  const mark = keyMark(column);
  const Icon = mark === 'PK' ? KeyRound : mark === 'FK' ? LinkIcon : null;
  return (
    <div className="flex items-center gap-1.5 pr-3 pl-2.5 text-[12px]" style={{ height: ROW_HEIGHT }}>
      <span
        className={classes('flex w-7 items-center gap-0.5 text-[9.5px] font-semibold', mark && GUTTER[mark])}
      >
        {Icon ? <Icon className="size-2.5" aria-hidden /> : null}
        {mark}
      </span>
      <span
        className={classes('min-w-0 flex-1 truncate', mark === 'PK' && 'font-medium')}
        title={column.name}
      >
        {column.name}
      </span>
      <span className="max-w-24 truncate font-mono text-[10.5px] text-faint lowercase" title={column.type}>
        {column.type}
      </span>
    </div>
  );
}
