import { Panel } from '@xyflow/react';
import { useMemo } from 'react';
import type { FlowModel } from '../core/api-types';
import { KINDS, kindName, kindOf } from '../core/kinds';
import { KindIcon } from '../shared/KindIcon';

export function Legend({ model }: { model: FlowModel }) {
  const kinds = useMemo(() => {
    const present = new Set(model.nodes.map(node => kindOf(node.type)));
    return KINDS.filter(kind => present.has(kind));
  }, [model]);
  return (
    <Panel position="top-left">
      <ul
        aria-label="Legend"
        className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-raised/95 px-2.5 py-1 text-[11px] text-muted"
      >
        {kinds.map(kind => (
          <li key={kind} className="flex items-center gap-1.5">
            <KindIcon kind={kind} /> {kindName(kind)}
          </li>
        ))}
        <li className="flex items-center gap-1.5">
          <span
            className="w-5 border-t-[1.5px] border-edge"
            style={{ borderColor: 'var(--edge)' }}
            aria-hidden
          />{' '}
          Foreign key
        </li>
        <li className="flex items-center gap-1.5">
          <span
            className="w-5 border-t-[1.5px] border-dashed"
            style={{ borderColor: 'var(--edge-flow)' }}
            aria-hidden
          />{' '}
          Data flow
        </li>
      </ul>
    </Panel>
  );
}
