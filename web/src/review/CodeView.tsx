import { lazy, Suspense } from 'react';

export type CodeProps = { text: string; language: 'sql' | 'yaml'; label: string };

const Editor = lazy(() => import('./CodeEditor'));

/** Read-only code: plain at once, coloured and searchable when the editor has loaded. */
export function CodeView(props: CodeProps) {
  return (
    <Suspense fallback={<pre className="h-full overflow-auto p-3 font-mono text-xs">{props.text}</pre>}>
      <Editor {...props} />
    </Suspense>
  );
}
