import type { Artefacts, Template } from './api-types';

export type TextFile = { path: string; content: string };

const SAFE = /[^A-Za-z0-9._-]+/g;
const fileName = (name: string): string => name.replace(SAFE, '_').replace(/^\.+/, '') || 'unnamed';

/** The folder that a download unpacks to: each script beside its template, the model, the documents, the receipt. */
export function artefactFiles(artefacts: Artefacts): TextFile[] {
  const files: TextFile[] = (artefacts.templates ?? []).flatMap(scriptFiles);
  if (artefacts.yaml) files.push({ path: 'model.yaml', content: artefacts.yaml });
  for (const document of artefacts.documentation ?? []) {
    const name = fileName(document.name);
    files.push({ path: `docs/${name.endsWith('.md') ? name : `${name}.md`}`, content: document.content });
  }
  if (artefacts.receipt) {
    files.push({ path: 'receipt.json', content: `${JSON.stringify(artefacts.receipt, null, 2)}\n` });
  }
  return files;
}

function scriptFiles(template: Template): TextFile[] {
  const base = fileName(template.name.replace(/\.sql(\.j2)?$/, ''));
  const folder = `scripts/${fileName(template.type)}`;
  return [
    { path: `${folder}/${base}.sql`, content: template.sql },
    { path: `${folder}/${base}.sql.j2`, content: template.content },
  ];
}
