import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { AssistantMessage } from './AssistantMessage';
import { canSend, useChat } from './chat-store';

/** Near enough to the end to count as reading along. */
const NEAR = 60;

export function MessageList({ workspace }: { workspace: string }) {
  const messages = useChat(state => state.messages);
  const busy = useChat(state => !canSend(state));
  const { frame, content, atEnd, toEnd } = useStickToEnd(messages.length);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={frame}
        className="h-full overflow-y-auto"
        role="log"
        aria-label="Conversation"
        aria-live="off"
        tabIndex={0}
      >
        <div ref={content} className="flex flex-col gap-5 px-4 pt-5 pb-6">
          {messages.map((message, index) =>
            message.role === 'user' ? (
              <div
                key={message.id}
                data-testid="message-user"
                className="ml-10 self-end rounded-2xl rounded-br-md bg-accent-soft px-3.5 py-2 whitespace-pre-wrap wrap-anywhere"
              >
                <span className="sr-only">You: </span>
                {message.text}
              </div>
            ) : (
              <AssistantMessage
                key={message.id}
                id={message.id}
                turn={message.turn}
                workspace={workspace}
                last={index === messages.length - 1}
                busy={busy}
              />
            ),
          )}
        </div>
      </div>
      {atEnd ? null : (
        <button
          type="button"
          onClick={toEnd}
          className="absolute bottom-3 left-1/2 flex h-7 -translate-x-1/2 items-center gap-1.5 rounded-full border border-line-strong bg-raised px-3 text-xs shadow-lifted hover:bg-hover"
        >
          <ArrowDown className="size-3.5" aria-hidden /> Latest
        </button>
      )}
      <Announcer />
    </div>
  );
}

/** Follows the end of the conversation unless the person has scrolled up to read. */
function useStickToEnd(count: number) {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => {
    stuck.current = true;
    frame.current?.scrollTo({ top: frame.current.scrollHeight });
  }, []);
  useEffect(() => {
    const box = frame.current;
    const inner = content.current;
    if (!box || !inner) return;
    let top = box.scrollTop;
    let height = box.scrollHeight;
    const onScroll = () => {
      const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      // An answer may grow between our own scrolling and its event, and the browser itself moves up where finished
      // steps fold away; only a move upwards through what stayed as it was is the person's.
      if (near) stuck.current = true;
      else if (box.scrollTop < top && box.scrollHeight === height) stuck.current = false;
      top = box.scrollTop;
      height = box.scrollHeight;
      setAtEnd(near || stuck.current);
    };
    const grown = new ResizeObserver(() => {
      if (stuck.current) toEnd();
      height = box.scrollHeight;
    });
    grown.observe(inner);
    grown.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      grown.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [toEnd]);
  // A new message is the person's own doing: show it wherever they were.
  useLayoutEffect(() => {
    if (count > 0) toEnd();
  }, [count, toEnd]);
  return { frame, content, atEnd, toEnd };
}

/** Speaks finished things only; reading every word as it arrives would drown everything else. */
function Announcer() {
  const text = useChat(state => {
    const last = state.messages.at(-1);
    if (last?.role !== 'assistant') return '';
    const { turn } = last;
    if (turn.status === 'streaming') return turn.steps.at(-1)?.summary ?? '';
    if (turn.error) return `The answer failed. ${turn.error.message}`;
    return turn.suggestion ? `${turn.text} A proposal is ready for review.` : turn.text;
  });
  return (
    <div className="sr-only" aria-live="polite" role="status">
      {text}
    </div>
  );
}
