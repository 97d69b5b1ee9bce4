import { lazy, memo, Suspense } from 'react';

const Rendered = lazy(() => import('./MarkdownRendered'));

/** Markdown without raw HTML and without anything remote; plain text until the renderer has loaded. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<div className="whitespace-pre-wrap">{text}</div>}>
      <Rendered text={text} />
    </Suspense>
  );
});
