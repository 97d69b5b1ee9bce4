import { ArrowUpRight, FileCheck2, MessagesSquare, TableProperties } from 'lucide-react';
import { chat } from './chat-store';

/** Work on any workspace: none of them names a table. */
const EXAMPLES = [
  'Design a star schema for the most important business process in this workspace',
  'Recommend a Data Vault model for these tables, optimized for Databricks loads',
  'Which of these tables are facts, which are dimensions, and why?',
];

const STEPS = [
  { icon: TableProperties, text: 'Reads your real tables, keys and row counts' },
  { icon: MessagesSquare, text: 'Proposes a model and the scripts to deploy it' },
  { icon: FileCheck2, text: 'Runs them on Spark and Delta and shows the receipt' },
];

export function Welcome() {
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-5 py-6">
      <div className="mt-auto">
        <h3 className="text-lg font-semibold">What would you like to model?</h3>
        <ul className="mt-3 flex flex-col gap-2 text-muted">
          {STEPS.map(({ icon: Icon, text }) => (
            <li key={text} className="flex items-center gap-2.5">
              <Icon className="size-4 shrink-0 text-faint" aria-hidden /> {text}
            </li>
          ))}
        </ul>
        <p className="mt-6 mb-2 text-xs font-medium text-muted">Try one of these</p>
        <div className="flex flex-col gap-2">
          {EXAMPLES.map(example => (
            <button
              key={example}
              type="button"
              data-testid="example-prompt"
              onClick={() => void chat.send(example)}
              className="group flex items-start gap-2 rounded-lg border border-line bg-raised px-3 py-2.5 text-left transition-colors hover:border-line-strong hover:bg-hover"
            >
              <span className="flex-1">{example}</span>
              <ArrowUpRight
                className="mt-0.5 size-4 shrink-0 text-faint group-hover:text-accent-text"
                aria-hidden
              />
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
