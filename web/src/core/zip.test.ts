import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { artefactFiles } from './artefact-files';
import { crc32, zip } from './zip';

it('computes the checksum that the format asks for', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

it('writes an archive that another program reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    const path = join(folder, 'a.zip');
    writeFileSync(
      path,
      zip([
        { path: 'ddl/a.sql', content: 'SELECT 1;\n' },
        { path: 'ü.md', content: 'Größe' },
      ]),
    );
    const script =
      'import sys,zipfile,json; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))';
    const read = execFileSync('python3', ['-c', script, path], { encoding: 'utf8' });
    expect(JSON.parse(read)).toEqual({ 'ddl/a.sql': 'SELECT 1;\n', 'ü.md': 'Größe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('puts each script beside its template and lets no name leave its folder', () => {
  const paths = artefactFiles({
    templates: [{ type: 'ddl', name: '../../evil.sql', content: 'j', sql: 's' }],
    yaml: 'y',
    documentation: [{ name: 'overview', content: 'd' }],
  }).map(file => file.path);
  expect(paths).toEqual([
    'scripts/ddl/_.._evil.sql',
    'scripts/ddl/_.._evil.sql.j2',
    'model.yaml',
    'docs/overview.md',
  ]);
});
