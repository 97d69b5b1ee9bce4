import { type ChangeLines, isEmptyChange } from '../core/changes';

/** "+3 ~1 −0": what a proposal does to the canvas, in numbers. */
export function ChangeCounts({ lines }: { lines: ChangeLines }) {
  const { added, updated, removed } = lines;
  const label = `${added.length} added, ${updated.length} changed, ${removed.length} removed`;
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="flex gap-1.5 font-mono text-xs font-medium tabular-nums"
    >
      <span className={added.length ? 'text-good' : 'text-faint'}>+{added.length}</span>
      <span className={updated.length ? 'text-warn' : 'text-faint'}>~{updated.length}</span>
      <span className={removed.length ? 'text-bad' : 'text-faint'}>−{removed.length}</span>
    </span>
  );
}

export function ChangeList({ lines }: { lines: ChangeLines }) {
  if (isEmptyChange(lines)) return null;
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label="Changes">
      {lines.added.map(name => (
        <li key={name} className="rounded-md bg-good-soft px-1.5 py-0.5 text-xs text-good">
          <span className="font-mono">+</span> {name}
        </li>
      ))}
      {lines.removed.map(name => (
        <li key={name} className="rounded-md bg-bad-soft px-1.5 py-0.5 text-xs text-bad">
          <span className="font-mono">−</span> {name}
        </li>
      ))}
      {lines.updated.map(({ table, changes }) => (
        <li key={table} className="w-full text-xs">
          <span className="rounded-md bg-warn-soft px-1.5 py-0.5 text-warn">
            <span className="font-mono">~</span> {table}
          </span>
          {changes.length > 0 ? (
            <ul className="mt-1 ml-5 list-disc text-muted">
              {changes.map(change => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
