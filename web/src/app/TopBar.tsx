import { useIsMutating } from '@tanstack/react-query';
import { Check, ChevronsUpDown, CloudCheck, LoaderCircle, PanelLeft, PanelRight } from 'lucide-react';
import { Select } from 'radix-ui';
import type { Workspace } from '../core/api-types';
import { plural } from '../core/format';
import { useModel } from '../shared/api/queries';
import { IconButton } from '../shared/ui/Button';
import { useView, view } from '../shared/view-store';
import { EngineChip } from './EngineChip';
import { ThemeToggle } from './ThemeToggle';

type Props = { workspaces: Workspace[]; workspace: Workspace | null; onChoose: (id: string) => void };

export function TopBar({ workspaces, workspace, onChoose }: Props) {
  const outlineOpen = useView(state => state.outlineOpen);
  const assistantOpen = useView(state => state.assistantOpen);
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-panel px-3">
      <IconButton label="Outline" aria-pressed={outlineOpen} onClick={() => view.toggle('outlineOpen')}>
        <PanelLeft className="size-4" />
      </IconButton>
      <img src="./favicon.svg" alt="" className="ml-1 size-6" />
      <h1 className="text-[15px] font-semibold tracking-tight">Lakewright</h1>
      {workspace ? (
        <>
          <span className="mx-1 text-line-strong" aria-hidden>
            /
          </span>
          <WorkspaceChoice workspaces={workspaces} workspace={workspace} onChoose={onChoose} />
          <ModelState workspace={workspace.id} />
        </>
      ) : null}
      <span className="flex-1" />
      <EngineChip />
      <ThemeToggle />
      <IconButton label="Assistant" aria-pressed={assistantOpen} onClick={() => view.toggle('assistantOpen')}>
        <PanelRight className="size-4" />
      </IconButton>
    </header>
  );
}

function WorkspaceChoice({ workspaces, workspace, onChoose }: Props & { workspace: Workspace }) {
  return (
    <Select.Root value={workspace.id} onValueChange={onChoose}>
      <Select.Trigger
        aria-label="Workspace"
        className="flex h-8 items-center gap-1.5 rounded-md px-2 font-medium hover:bg-hover"
      >
        <Select.Value />
        <ChevronsUpDown className="size-3.5 text-faint" aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content
          position="popper"
          sideOffset={6}
          className="appear z-50 max-w-96 rounded-xl border border-line bg-raised p-1 shadow-lifted"
        >
          <Select.Viewport>
            {workspaces.map(entry => (
              <Select.Item
                key={entry.id}
                value={entry.id}
                className="relative flex flex-col rounded-lg py-1.5 pr-3 pl-8 outline-none data-[highlighted]:bg-hover"
              >
                <Select.ItemIndicator className="absolute top-2 left-2.5">
                  <Check className="size-4 text-accent-text" aria-hidden />
                </Select.ItemIndicator>
                <Select.ItemText>{entry.name}</Select.ItemText>
                <span className="text-xs text-muted">
                  {plural(entry.tables, 'table')}, {plural(entry.relationships, 'relationship')}
                </span>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}

function ModelState({ workspace }: { workspace: string }) {
  const { data } = useModel(workspace);
  const saving = useIsMutating({ mutationKey: ['positions', workspace] }) > 0;
  if (!data || data.version === 0) return null;
  const inner =
    data.model && 'model' in data.model ? (data.model.model as Record<string, unknown>) : data.model;
  const name = typeof inner?.name === 'string' ? inner.name : 'Model';
  return (
    <>
      <span className="mx-1 text-line-strong" aria-hidden>
        /
      </span>
      <span className="truncate font-medium">{name}</span>
      <span
        className="rounded-md bg-hover px-1.5 py-0.5 font-mono text-xs text-muted"
        data-testid="model-version"
      >
        v{data.version}
      </span>
      <span className="flex items-center gap-1.5 text-xs text-muted" role="status" data-testid="saved-state">
        {saving ? (
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
        ) : (
          <CloudCheck className="size-4 text-good" aria-hidden />
        )}
        {saving ? 'Saving' : 'Saved'}
      </span>
    </>
  );
}
