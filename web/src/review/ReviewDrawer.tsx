import { ChevronDown, ChevronUp, FolderDown } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useMemo } from 'react';
import { useChat } from '../chat/chat-store';
import { artefactFiles } from '../core/artefact-files';
import { words } from '../core/format';
import { zip } from '../core/zip';
import { useArtefacts, useModel } from '../shared/api/queries';
import { download } from '../shared/download';
import { Button, IconButton } from '../shared/ui/Button';
import { classes } from '../shared/ui/classes';
import { REVIEW_TABS, type ReviewTab, useView, view } from '../shared/view-store';
import {
  appliedTurn,
  canvasContent,
  openProposal,
  proposalContent,
  type ReviewContent,
} from './review-content';
import { TabContent } from './TabContent';

export function ReviewDrawer({ workspace }: { workspace: string }) {
  const open = useView(state => state.reviewOpen);
  const tab = useView(state => state.reviewTab);
  const { content, hasProposal, hasModel } = useReviewContent(workspace, open);
  return (
    <section
      aria-label="Review"
      className={classes('flex shrink-0 flex-col border-t border-line bg-panel', open && 'h-[46%] min-h-52')}
    >
      <Tabs.Root
        className="flex min-h-0 flex-1 flex-col"
        value={open ? tab : ''}
        activationMode="manual"
        onValueChange={value => view.review(value as ReviewTab, useView.getState().reviewProposal)}
      >
        <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-1 px-2 py-1">
          <IconButton
            label={open ? 'Hide review' : 'Show review'}
            aria-expanded={open}
            data-testid="review-drawer-toggle"
            onClick={() => view.toggle('reviewOpen')}
          >
            {open ? <ChevronDown className="size-4" /> : <ChevronUp className="size-4" />}
          </IconButton>
          <h2 className="mr-1 font-semibold max-2xl:sr-only">Review</h2>
          <Tabs.List className="flex flex-wrap items-center gap-0.5" aria-label="Review">
            {REVIEW_TABS.map(name => (
              <TabButton
                key={name}
                name={name}
                content={content}
                onOpen={() => view.review(name, useView.getState().reviewProposal)}
              />
            ))}
          </Tabs.List>
          <span className="flex-1" />
          {open && hasProposal && hasModel ? <OriginSwitch /> : null}
          {open && content ? <DownloadAll content={content} /> : null}
        </div>
        {open ? <TabContent tab={tab} content={content} workspace={workspace} /> : null}
      </Tabs.Root>
    </section>
  );
}

type TabProps = { name: ReviewTab; content: ReviewContent | null; onOpen: () => void };

function TabButton({ name, content, onOpen }: TabProps) {
  const count =
    name === 'problems'
      ? content?.findings?.filter(finding => finding.severity !== 'info').length
      : undefined;
  return (
    <Tabs.Trigger
      value={name}
      onClick={onOpen}
      data-testid={`review-tab-${name}`}
      className="flex h-7 items-center gap-1.5 rounded-md px-1.5 text-muted transition-colors hover:bg-hover hover:text-ink data-[state=active]:bg-accent-soft data-[state=active]:font-medium data-[state=active]:text-accent-text"
    >
      {name === 'yaml' || name === 'sql' ? name.toUpperCase() : words(name)}
      {count ? (
        <span className="rounded-full bg-warn-soft px-1.5 text-[11px] text-warn tabular-nums">{count}</span>
      ) : null}
    </Tabs.Trigger>
  );
}

function OriginSwitch() {
  const proposal = useView(state => state.reviewProposal);
  return (
    <fieldset className="flex shrink-0 rounded-md border border-line bg-sunken p-0.5">
      <legend className="sr-only">What to review</legend>
      {[true, false].map(value => (
        <button
          key={String(value)}
          type="button"
          aria-pressed={proposal === value}
          onClick={() => useView.setState({ reviewProposal: value })}
          className="h-6 rounded px-2 text-xs text-muted aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-card"
        >
          {value ? 'Proposal' : 'Canvas'}
        </button>
      ))}
    </fieldset>
  );
}

function DownloadAll({ content }: { content: ReviewContent }) {
  const files = useMemo(() => artefactFiles(content.artefacts), [content]);
  if (files.length === 0) return null;
  return (
    <Button
      small
      className="shrink-0"
      data-testid="download-all"
      title={`${files.length} files as one archive`}
      onClick={() => download('lakewright-model.zip', zip(files), 'application/zip')}
    >
      <FolderDown className="size-3.5" aria-hidden /> <span className="max-2xl:sr-only">Download all</span>
    </Button>
  );
}

function useReviewContent(workspace: string, open: boolean) {
  const messages = useChat(state => state.messages);
  const discarded = useChat(state => state.discarded);
  const wantsProposal = useView(state => state.reviewProposal);
  const model = useModel(workspace);
  const version = model.data?.version ?? 0;
  const standing = version > 0 && Boolean(model.data?.model);
  const artefacts = useArtefacts(workspace, open && standing);
  const proposal = useMemo(() => openProposal(messages, discarded), [messages, discarded]);
  const applied = useMemo(() => appliedTurn(messages, version), [messages, version]);
  const content = useMemo(() => {
    if (proposal && (wantsProposal || !standing)) return proposalContent(proposal);
    return standing && artefacts.data
      ? canvasContent(artefacts.data, model.data?.model ?? null, applied)
      : null;
  }, [proposal, wantsProposal, standing, artefacts.data, model.data, applied]);
  return { content, hasProposal: proposal !== null, hasModel: standing };
}
