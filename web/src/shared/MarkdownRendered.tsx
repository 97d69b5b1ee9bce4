import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** Answers may quote untrusted text: pictures are never loaded, links open apart and only over http(s). */
const PARTS: Components = {
  img: ({ alt }) => <span className="text-muted">{alt ? `[picture: ${alt}]` : null}</span>,
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};

function SafeLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href || !/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

export default function MarkdownRendered({ text }: { text: string }) {
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={PARTS} skipHtml>
        {text}
      </ReactMarkdown>
    </div>
  );
}
