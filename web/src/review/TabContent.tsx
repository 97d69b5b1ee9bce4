import { Tabs } from 'radix-ui';
import { useState } from 'react';
import type { Document } from '../core/api-types';
import { texts } from '../core/text-lists';
import { Markdown } from '../shared/Markdown';
import { CopyButton } from '../shared/ui/CopyButton';
import { classes } from '../shared/ui/classes';
import { Empty } from '../shared/ui/Notice';
import { type ReviewTab, view } from '../shared/view-store';
import { CodeView } from './CodeView';
import { FindingRow } from './FindingRow';
import { ReceiptView } from './ReceiptView';
import type { ReviewContent } from './review-content';
import { SqlTab } from './SqlTab';
import { VersionsTab } from './VersionsTab';

type Props = { tab: ReviewTab; content: ReviewContent | null; workspace: string };

export function TabContent({ tab, content, workspace }: Props) {
  return (
    <Tabs.Content value={tab} className="min-h-0 flex-1 border-t border-line focus-visible:-outline-offset-2">
      {tab === 'versions' ? (
        <VersionsTab workspace={workspace} />
      ) : content ? (
        <Body tab={tab} content={content} />
      ) : (
        <Nothing />
      )}
    </Tabs.Content>
  );
}

function Nothing() {
  return (
    <Empty title="Nothing to review yet">Ask the assistant for a model; what it writes appears here.</Empty>
  );
}

function Body({ tab, content }: { tab: Exclude<ReviewTab, 'versions'>; content: ReviewContent }) {
  switch (tab) {
    case 'yaml':
      return <Yaml text={content.artefacts.yaml ?? ''} />;
    case 'sql':
      return <SqlTab templates={content.artefacts.templates ?? []} />;
    case 'documentation':
      return <Documentation documents={content.artefacts.documentation ?? []} />;
    case 'decisions':
      return <Decisions content={content} />;
    case 'problems':
      return <Problems content={content} />;
    case 'receipt':
      return content.artefacts.receipt ? (
        <Scroll label="Receipt">
          <ReceiptView receipt={content.artefacts.receipt} />
        </Scroll>
      ) : (
        <Empty title="No receipt">This version has not been checked on an engine.</Empty>
      );
  }
}

export function Scroll({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="h-full overflow-y-auto p-4 focus-visible:-outline-offset-2"
    >
      {children}
    </div>
  );
}

function Yaml({ text }: { text: string }) {
  if (!text) return <Nothing />;
  return (
    <div className="relative h-full">
      <div className="absolute top-2 right-4 z-10">
        <CopyButton text={text} />
      </div>
      <CodeView text={text} language="yaml" label="Model as YAML" />
    </div>
  );
}

function Documentation({ documents }: { documents: Document[] }) {
  const [chosen, setChosen] = useState(0);
  const document = documents[Math.min(chosen, documents.length - 1)];
  if (!document) return <Nothing />;
  return (
    <div className="flex h-full">
      {documents.length > 1 ? (
        <nav aria-label="Documents" className="w-56 shrink-0 overflow-y-auto border-r border-line p-2">
          {documents.map((entry, index) => (
            <button
              key={entry.name}
              type="button"
              aria-current={entry === document}
              onClick={() => setChosen(index)}
              className={classes(
                'block h-7 w-full truncate rounded-md px-2 text-left hover:bg-hover',
                entry === document && 'bg-hover font-medium',
              )}
            >
              {entry.name}
            </button>
          ))}
        </nav>
      ) : null}
      <div className="min-w-0 flex-1">
        <Scroll label={document.name}>
          <div className="max-w-3xl">
            <Markdown text={document.content} />
          </div>
        </Scroll>
      </div>
    </div>
  );
}

function Decisions({ content }: { content: ReviewContent }) {
  if (content.decisions.length === 0) return <Empty title="No decisions were recorded" />;
  return (
    <Scroll label="Decisions">
      <ul className="grid max-w-6xl gap-3 lg:grid-cols-2">
        {content.decisions.map(decision => (
          <li
            key={`${decision.table} ${decision.rule} ${decision.choice}`}
            className="rounded-lg border border-line bg-raised p-3"
          >
            <p className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 font-medium wrap-anywhere">{decision.choice}</span>
              {decision.table ? <span className="text-xs text-muted">{decision.table}</span> : null}
              {decision.rule ? <code className="text-xs text-muted">{decision.rule}</code> : null}
            </p>
            {decision.because ? <p className="mt-1">{decision.because}</p> : null}
            <Lines title="Evidence" lines={texts(decision.evidence)} />
            <Lines title="Would also work" lines={texts(decision.alternatives)} />
          </li>
        ))}
      </ul>
    </Scroll>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <p className="mt-1 text-xs text-muted wrap-anywhere">
      <span className="font-medium">{title}:</span> {lines.join('; ')}
    </p>
  );
}

function Problems({ content }: { content: ReviewContent }) {
  if (content.findings === null) {
    return <Empty title="Not checked in this conversation">Ask the assistant to validate the model.</Empty>;
  }
  if (content.findings.length === 0)
    return <Empty title="No problems found">Every rule that was checked holds.</Empty>;
  return (
    <Scroll label="Problems">
      <ul className="flex max-w-4xl flex-col gap-3">
        {content.findings.map(finding => (
          <FindingRow
            key={`${finding.code} ${finding.table} ${finding.column} ${finding.message}`}
            finding={finding}
            {...(content.origin === 'canvas' ? { onOpen: view.focusOn } : {})}
          />
        ))}
      </ul>
    </Scroll>
  );
}
