import { PanelRightClose, Sparkles, SquarePen } from 'lucide-react';
import { IconButton } from '../shared/ui/Button';
import { view } from '../shared/view-store';
import { Composer } from './Composer';
import { chat, useChat } from './chat-store';
import { MessageList } from './MessageList';
import { Welcome } from './Welcome';

export function AssistantPanel({ workspace }: { workspace: string }) {
  const empty = useChat(state => state.messages.length === 0);
  const writing = useChat(state => state.writing !== null);
  return (
    <aside
      aria-label="Assistant"
      className="flex w-[420px] shrink-0 flex-col border-l border-line bg-panel max-xl:w-[372px]"
    >
      <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <Sparkles className="size-4 text-accent-text" aria-hidden />
        <h2 className="flex-1 font-semibold">Assistant</h2>
        <IconButton label="New conversation" disabled={writing || empty} onClick={chat.startOver}>
          <SquarePen className="size-4" />
        </IconButton>
        <IconButton label="Hide assistant" onClick={() => view.toggle('assistantOpen')}>
          <PanelRightClose className="size-4" />
        </IconButton>
      </header>
      {empty ? <Welcome /> : <MessageList workspace={workspace} />}
      <Composer />
    </aside>
  );
}
