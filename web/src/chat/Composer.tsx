import { ArrowUp, Square, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../shared/ui/Button';
import { useView, view } from '../shared/view-store';
import { canSend, chat, useChat } from './chat-store';

export function Composer() {
  const [text, setText] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  const writing = useChat(state => state.writing !== null);
  const stopping = useChat(state => state.stopping);
  const ready = useChat(canSend);
  const selected = useView(state => state.selected);
  useFocusKey(input);

  const submit = () => {
    if (!ready || text.trim() === '') return;
    void chat.send(text, selected);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && writing) void chat.stop();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      className="m-3 mt-0 shrink-0 rounded-xl border border-line-strong bg-raised shadow-card focus-within:border-accent focus-within:shadow-[0_0_0_1px_var(--accent)]"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <SelectedTables ids={selected} />
      <textarea
        ref={input}
        data-testid="composer-input"
        aria-label="Message to the assistant"
        placeholder={placeholder(writing, ready)}
        className="field-sizing-content block max-h-48 min-h-16 w-full resize-none bg-transparent px-3.5 pt-3 pb-1 outline-none placeholder:text-faint"
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="flex items-center gap-2 px-2.5 pb-2.5">
        <span className="flex-1 pl-1 text-[11px] text-faint">Enter sends, Shift+Enter starts a line</span>
        {writing ? (
          <Button small data-testid="stop-button" disabled={stopping} onClick={() => chat.stop()}>
            <Square className="size-3 fill-current" aria-hidden /> {stopping ? 'Stopping' : 'Stop'}
          </Button>
        ) : null}
        {ready || !writing ? (
          <Button
            small
            type="submit"
            look="primary"
            data-testid="composer-send"
            aria-label="Send"
            disabled={!ready || text.trim() === ''}
            className="size-7 px-0"
          >
            <ArrowUp className="size-4" aria-hidden />
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function placeholder(writing: boolean, ready: boolean): string {
  if (!writing) return 'Describe what you need, or refine the proposal';
  return ready ? 'Refine the proposal; that stops the running proof' : 'The assistant is working';
}

/** Makes visible what "it" and "this table" will mean. */
function SelectedTables({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <ul aria-label="Selected tables" className="flex flex-wrap gap-1.5 px-3 pt-2.5">
      {ids.map(id => (
        <li
          key={id}
          className="flex items-center gap-1 rounded-md bg-accent-soft py-0.5 pr-0.5 pl-2 text-xs text-accent-text"
        >
          @{id}
          <button
            type="button"
            aria-label={`Leave out ${id}`}
            className="flex size-5 items-center justify-center rounded hover:bg-hover"
            onClick={() => view.select(ids.filter(other => other !== id))}
          >
            <X className="size-3" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** "/" puts the cursor here, unless something else is being typed into. */
function useFocusKey(input: React.RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [input]);
}
