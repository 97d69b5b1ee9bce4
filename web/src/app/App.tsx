import { useEffect, useState } from 'react';
import { CanvasArea } from '../canvas/CanvasArea';
import { AssistantPanel } from '../chat/AssistantPanel';
import { chat, useChat } from '../chat/chat-store';
import type { Workspace } from '../core/api-types';
import { ReviewDrawer } from '../review/ReviewDrawer';
import { api } from '../shared/api/endpoints';
import { useWorkspaces } from '../shared/api/queries';
import { reason, toast } from '../shared/toasts';
import { Button } from '../shared/ui/Button';
import { Empty, Notice, Skeleton } from '../shared/ui/Notice';
import { useTheme } from '../shared/useTheme';
import { useView, view } from '../shared/view-store';
import { Outline } from './Outline';
import { Toaster } from './Toaster';
import { TopBar } from './TopBar';

export function App() {
  useTheme();
  const workspaces = useWorkspaces();
  const [chosen, setChosen] = useState<string | null>(null);
  const workspace = workspaces.data?.find(entry => entry.id === chosen) ?? workspaces.data?.[0];
  return (
    <div className="flex h-full flex-col">
      <TopBar workspaces={workspaces.data ?? []} workspace={workspace ?? null} onChoose={setChosen} />
      {workspace ? (
        <Workbench key={workspace.id} workspace={workspace} />
      ) : (
        <Opening workspaces={workspaces} />
      )}
      <Toaster />
    </div>
  );
}

function Opening({ workspaces }: { workspaces: ReturnType<typeof useWorkspaces> }) {
  if (workspaces.isPending) return <Skeleton lines={6} />;
  if (workspaces.isError) {
    return (
      <main className="mx-auto w-full max-w-lg p-10">
        <Notice tone="bad" title="The server does not answer">
          <p className="mt-1 mb-3">{reason(workspaces.error)}</p>
          <Button small onClick={() => workspaces.refetch()}>
            Try again
          </Button>
        </Notice>
      </main>
    );
  }
  return (
    <Empty title="No workspace">Connect a source and restart the server; its tables will appear here.</Empty>
  );
}

function Workbench({ workspace }: { workspace: Workspace }) {
  const outlineOpen = useView(state => state.outlineOpen);
  const assistantOpen = useView(state => state.assistantOpen);
  useConversation(workspace.id);
  return (
    <div className="flex min-h-0 flex-1">
      {outlineOpen ? <Outline workspace={workspace.id} /> : null}
      <main className="flex min-w-0 flex-1 flex-col">
        <CanvasArea workspace={workspace.id} />
        <ReviewDrawer workspace={workspace.id} />
      </main>
      {assistantOpen ? <AssistantPanel workspace={workspace.id} /> : null}
    </div>
  );
}

/** Opens the workspace's newest conversation once; from then on the stream keeps it up to date. */
function useConversation(workspace: string): void {
  useEffect(() => {
    let current = true;
    view.select([]);
    useChat.setState({ workspace: null, messages: [], conversationId: null });
    api
      .conversations(workspace)
      .then(({ conversations }) => current && chat.load(workspace, conversations))
      .catch(cause => {
        if (!current) return;
        chat.load(workspace, []);
        toast({ tone: 'bad', text: `Earlier messages could not be read. ${reason(cause)}` });
      });
    return () => {
      current = false;
    };
  }, [workspace]);
}
