import { useMemo, useState } from 'react';
import type { Template } from '../core/api-types';
import { CopyButton } from '../shared/ui/CopyButton';
import { classes } from '../shared/ui/classes';
import { Empty } from '../shared/ui/Notice';
import { CodeView } from './CodeView';

const TYPES = ['ddl', 'etl', 'dml', 'test'];

/** One script at a time, by its kind; each as SQL and as the Jinja2 template it is rendered from. */
export function SqlTab({ templates }: { templates: readonly Template[] }) {
  const types = useMemo(() => {
    const present = new Set(templates.map(template => template.type));
    return [...TYPES, ...[...present].filter(type => !TYPES.includes(type))].filter(type =>
      present.has(type),
    );
  }, [templates]);
  const [chosenType, setType] = useState('ddl');
  const [chosenName, setName] = useState('');
  const [asTemplate, setAsTemplate] = useState(false);
  const type = types.includes(chosenType) ? chosenType : types[0];
  const scripts = templates.filter(template => template.type === type);
  const script = scripts.find(template => template.name === chosenName) ?? scripts[0];
  if (!script)
    return <Empty title="No scripts yet">Every proposal comes with its DDL, loads and tests.</Empty>;
  const text = asTemplate ? script.content : script.sql;
  return (
    <div className="flex h-full">
      <nav aria-label="Scripts" className="flex w-64 shrink-0 flex-col border-r border-line">
        <div className="flex gap-0.5 border-b border-line p-2">
          {types.map(name => (
            <Choice
              key={name}
              pressed={name === type}
              onClick={() => setType(name)}
              testid={`sql-type-${name}`}
            >
              {name}
            </Choice>
          ))}
        </div>
        <ul className="min-h-0 flex-1 overflow-y-auto p-2">
          {scripts.map(template => (
            <li key={template.name}>
              <button
                type="button"
                aria-current={template === script}
                title={template.name}
                onClick={() => setName(template.name)}
                className={classes(
                  'block h-7 w-full truncate rounded-md px-2 text-left font-mono text-xs hover:bg-hover',
                  template === script && 'bg-hover font-semibold',
                )}
              >
                {template.name}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-3">
          <span className="min-w-0 flex-1 truncate font-mono text-xs">
            {script.name}
            {asTemplate ? '.j2' : ''}
          </span>
          <Choice pressed={!asTemplate} onClick={() => setAsTemplate(false)}>
            SQL
          </Choice>
          <Choice pressed={asTemplate} onClick={() => setAsTemplate(true)}>
            Jinja2
          </Choice>
          <CopyButton text={text} />
        </div>
        <div className="min-h-0 flex-1">
          <CodeView text={text} language="sql" label={`Script ${script.name}`} />
        </div>
      </div>
    </div>
  );
}

type ChoiceProps = { pressed: boolean; onClick: () => void; children: React.ReactNode; testid?: string };

function Choice({ pressed, onClick, children, testid }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      data-testid={testid}
      className="h-6 rounded-md px-2 text-xs text-muted uppercase hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-text"
    >
      {children}
    </button>
  );
}
