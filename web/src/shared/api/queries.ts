import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ModelState, Positions } from '../../core/api-types';
import { reason, toast } from '../toasts';
import { api } from './endpoints';
import { ApiError } from './http';

/** Refusals are final; only a server that does not answer is worth another try. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 3 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500);

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: worthRetrying, staleTime: 30_000, refetchOnWindowFocus: false } },
  });

export const keys = {
  model: (workspace: string) => ['model', workspace] as const,
  artefacts: (workspace: string) => ['artefacts', workspace] as const,
  versions: (workspace: string) => ['versions', workspace] as const,
};

export const useHealth = () =>
  useQuery({ queryKey: ['health'], queryFn: api.health, refetchInterval: 8_000, staleTime: 4_000 });

export const useWorkspaces = () =>
  useQuery({ queryKey: ['workspaces'], queryFn: api.workspaces, select: data => data.workspaces });

export const useSchema = (workspace: string) =>
  useQuery({ queryKey: ['schema', workspace], queryFn: () => api.schema(workspace), staleTime: 300_000 });

export const useModel = (workspace: string) =>
  useQuery({ queryKey: keys.model(workspace), queryFn: () => api.model(workspace) });

export const useArtefacts = (workspace: string, enabled: boolean) =>
  useQuery({ queryKey: keys.artefacts(workspace), queryFn: () => api.artefacts(workspace), enabled });

export const useVersions = (workspace: string) =>
  useQuery({
    queryKey: keys.versions(workspace),
    queryFn: () => api.versions(workspace),
    select: data => [...data.versions].sort((a, b) => b.version - a.version),
  });

/** Everything that hangs on the model's version is read again. */
export function useRefreshModel(workspace: string): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.model(workspace) }),
      client.invalidateQueries({ queryKey: keys.artefacts(workspace) }),
      client.invalidateQueries({ queryKey: keys.versions(workspace) }),
    ]);
}

export function useStepThroughHistory(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (direction: 'undo' | 'redo') => api[direction](workspace),
    onSuccess: (state: ModelState) => {
      client.setQueryData(keys.model(workspace), state);
      client.invalidateQueries({ queryKey: keys.artefacts(workspace) });
      client.invalidateQueries({ queryKey: keys.versions(workspace) });
    },
    onError: error => toast({ tone: 'bad', text: reason(error) }),
  });
}

export function useSavePositions(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['positions', workspace],
    mutationFn: (positions: Positions) => api.savePositions(workspace, positions),
    onSuccess: (_, positions) =>
      client.setQueryData<ModelState>(keys.model(workspace), old =>
        old ? { ...old, positions: { ...old.positions, ...positions } } : old,
      ),
    onError: error => toast({ tone: 'bad', text: `The positions were not saved. ${reason(error)}` }),
  });
}
