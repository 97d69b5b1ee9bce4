import { ChevronRight, Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { shortNumber } from '../core/format';
import {
  filterGroups,
  modelGroups,
  nodeOfSource,
  type OutlineGroup,
  type OutlineItem,
  sourceGroup,
} from '../core/outline';
import { useModel, useSchema } from '../shared/api/queries';
import { KindIcon } from '../shared/KindIcon';
import { classes } from '../shared/ui/classes';
import { Notice, Skeleton } from '../shared/ui/Notice';
import { useView, view } from '../shared/view-store';
import { moveInTree } from './tree-keys';

/** Every table as a list: the keyboard's way through the model, since a canvas mounts only what is in view. */
export function Outline({ workspace }: { workspace: string }) {
  const [search, setSearch] = useState('');
  const schema = useSchema(workspace);
  const model = useModel(workspace);
  const flow = model.data?.reactflow_model;
  const groups = useMemo(() => {
    const sources = schema.data ? [sourceGroup(schema.data.tables, shortNumber)] : [];
    return filterGroups([...modelGroups(flow), ...sources], search);
  }, [schema.data, flow, search]);
  const open = (item: OutlineItem) => {
    const id = item.kind === 'source' ? nodeOfSource(flow, item) : item.id;
    if (id) view.focusOn(id);
    else view.select([item.id]);
  };
  return (
    <nav
      aria-label="Outline"
      data-testid="outline"
      className="flex w-60 shrink-0 flex-col border-r border-line bg-panel"
    >
      <label className="m-2.5 flex h-8 items-center gap-2 rounded-md border border-line bg-sunken px-2.5 focus-within:border-accent">
        <Search className="size-3.5 text-faint" aria-hidden />
        <input
          type="search"
          aria-label="Search tables"
          placeholder="Search tables"
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-faint"
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      </label>
      {schema.isPending ? <Skeleton lines={7} /> : null}
      {schema.isError ? (
        <div className="px-2.5">
          <Notice tone="bad" title="The schema could not be read">
            <p className="mt-1">{schema.error.message}</p>
          </Notice>
        </div>
      ) : null}
      <Tree groups={groups} onOpen={open} />
      {schema.data && groups.length === 0 ? <p className="px-4 text-muted">No table has this name.</p> : null}
    </nav>
  );
}

function Tree({ groups, onOpen }: { groups: OutlineGroup[]; onOpen: (item: OutlineItem) => void }) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const root = useRef<HTMLDivElement>(null);
  const toggle = (id: string) =>
    setClosed(old => (old.has(id) ? new Set([...old].filter(other => other !== id)) : new Set([...old, id])));
  return (
    <div
      ref={root}
      role="tree"
      aria-label="Tables"
      className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3"
      onKeyDown={event => root.current && moveInTree(event, root.current)}
    >
      {groups.map((group, index) => (
        <Group
          key={group.id}
          group={group}
          first={index === 0}
          open={!closed.has(group.id)}
          onToggle={() => toggle(group.id)}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}

type GroupProps = {
  group: OutlineGroup;
  first: boolean;
  open: boolean;
  onToggle: () => void;
  onOpen: (item: OutlineItem) => void;
};

function Group({ group, first, open, onToggle, onOpen }: GroupProps) {
  const selected = useView(state => state.selected);
  return (
    <div role="none" className="mb-1">
      <button
        type="button"
        role="treeitem"
        aria-expanded={open}
        aria-level={1}
        tabIndex={first ? 0 : -1}
        onClick={onToggle}
        className="flex h-7 w-full items-center gap-1.5 rounded-md px-1.5 text-left text-xs font-medium text-muted hover:bg-hover"
      >
        <ChevronRight className={classes('size-3.5 transition-transform', open && 'rotate-90')} aria-hidden />
        <span className="flex-1">{group.title}</span>
        <span className="text-faint tabular-nums">{group.items.length}</span>
      </button>
      {open
        ? group.items.map(item => (
            <button
              key={item.id}
              type="button"
              role="treeitem"
              aria-level={2}
              aria-selected={selected.includes(item.id)}
              tabIndex={-1}
              title={`${item.label}, ${item.title}`}
              onClick={() => onOpen(item)}
              className="flex h-7 w-full items-center gap-2 rounded-md pr-2 pl-5 text-left hover:bg-hover aria-selected:bg-accent-soft"
            >
              <KindIcon kind={item.kind} />
              <span className="min-w-0 flex-1 truncate">{item.label}</span>
              <span className="text-[11px] text-faint tabular-nums">{item.detail}</span>
            </button>
          ))
        : null}
    </div>
  );
}
