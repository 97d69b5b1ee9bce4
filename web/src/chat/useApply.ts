import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ModelChange, ModelState, Suggestion } from '../core/api-types';
import { changedTables } from '../core/changes';
import { api } from '../shared/api/endpoints';
import { ApiError } from '../shared/api/http';
import { keys, useRefreshModel, useStepThroughHistory } from '../shared/api/queries';
import { toast } from '../shared/toasts';
import { view } from '../shared/view-store';
import { chat } from './chat-store';

export type Conflict = { message: string; diff: ModelChange | null };

/**
 * Puts a proposal on the canvas. The key names proposal and base version, so a repeated request, also one after
 * a reload, is the same request to the server.
 */
export function useApply(workspace: string, suggestion: Suggestion) {
  const client = useQueryClient();
  const refresh = useRefreshModel(workspace);
  const history = useStepThroughHistory(workspace);
  const mutation = useMutation({
    mutationFn: (base: number | null) =>
      api.apply({
        workspace_id: workspace,
        suggestion_id: suggestion.id,
        model_data: suggestion.model ?? suggestion.reactflow_model ?? {},
        ...(base === null ? {} : { base_version: base }),
        idempotency_key: `${suggestion.id}@${base ?? 'any'}`,
      }),
    onSuccess: async ({ version }) => {
      chat.markApplied(suggestion.id, version);
      await refresh();
      view.markFresh(changedTables(suggestion));
      toast({
        tone: 'good',
        text: `Applied to the canvas as version ${version}`,
        action: { label: 'Undo', run: () => history.mutate('undo') },
      });
    },
    onError: () => refresh(),
  });
  // A second click may come before the first one has disabled the button.
  const inFlight = useRef(false);
  const start = (base: number | null) => {
    if (inFlight.current) return;
    inFlight.current = true;
    mutation.mutate(base, {
      onError: () => {
        inFlight.current = false;
      },
    });
  };
  const error = mutation.error instanceof ApiError ? mutation.error : null;
  return {
    apply: () => start(suggestion.base_version ?? null),
    /** Accepts that the model moved on: the same proposal on what stands there now. */
    applyOnCurrent: () => start(client.getQueryData<ModelState>(keys.model(workspace))?.version ?? null),
    cancel: mutation.reset,
    applying: mutation.isPending || mutation.isSuccess,
    conflict:
      error?.status === 409 ? ({ message: error.message, diff: error.diff } satisfies Conflict) : null,
    findings: error?.status === 422 ? error.findings : null,
    failure: mutation.error && error?.status !== 409 ? mutation.error : null,
  };
}
