import { dateTime } from '../core/format';
import { useModel, useVersions } from '../shared/api/queries';
import { Empty, Skeleton } from '../shared/ui/Notice';
import { Scroll } from './TabContent';

const ORIGIN: Record<string, string> = { suggestion: 'Applied', undo: 'Undo', redo: 'Redo' };

export function VersionsTab({ workspace }: { workspace: string }) {
  const versions = useVersions(workspace);
  const current = useModel(workspace).data?.version;
  if (versions.isPending) return <Skeleton />;
  if (versions.isError) return <Empty title="The versions could not be read">{versions.error.message}</Empty>;
  if (versions.data.length === 0) {
    return (
      <Empty title="No versions yet">Each time you apply a proposal, undo or redo, a version is kept.</Empty>
    );
  }
  return (
    <Scroll label="Versions">
      <ol className="max-w-3xl divide-y divide-line overflow-hidden rounded-lg border border-line">
        {versions.data.map(version => (
          <li key={version.version} className="flex items-baseline gap-3 bg-raised px-3 py-2">
            <span className="w-10 shrink-0 font-mono text-xs font-semibold">v{version.version}</span>
            <span className="min-w-0 flex-1 wrap-anywhere">{version.summary || 'No summary'}</span>
            {version.version === current ? (
              <span className="text-xs font-medium text-good">On the canvas</span>
            ) : null}
            <span className="text-xs text-muted">{ORIGIN[version.origin] ?? version.origin}</span>
            <time className="text-xs text-faint tabular-nums" dateTime={version.created_at}>
              {dateTime(version.created_at)}
            </time>
          </li>
        ))}
      </ol>
    </Scroll>
  );
}
