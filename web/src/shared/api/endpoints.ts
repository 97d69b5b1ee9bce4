import type {
  Artefacts,
  Conversation,
  Health,
  ModelState,
  ModelVersion,
  Positions,
  SourceSchema,
  Workspace,
} from '../../core/api-types';
import { getJson, postJson, send, withBody } from './http';

const id = encodeURIComponent;

export type ApplyRequest = {
  workspace_id: string;
  suggestion_id: string;
  model_data: unknown;
  base_version?: number;
  idempotency_key: string;
};

export const api = {
  health: () => getJson<Health>('api/health'),
  workspaces: () => getJson<{ workspaces: Workspace[] }>('api/workspaces'),
  schema: (workspace: string) => getJson<SourceSchema>(`api/workspaces/${id(workspace)}/schema`),
  conversations: (workspace: string) =>
    getJson<{ conversations: Conversation[] }>(`api/assistant/conversations/${id(workspace)}`),
  model: (workspace: string) => getJson<ModelState>(`api/models/${id(workspace)}`),
  versions: (workspace: string) =>
    getJson<{ versions: ModelVersion[] }>(`api/models/${id(workspace)}/versions`),
  artefacts: (workspace: string) => getJson<Artefacts>(`api/models/${id(workspace)}/artefacts`),
  undo: (workspace: string) => postJson<ModelState>(`api/models/${id(workspace)}/undo`, {}),
  redo: (workspace: string) => postJson<ModelState>(`api/models/${id(workspace)}/redo`, {}),
  savePositions: (workspace: string, positions: Positions) =>
    send(`api/models/${id(workspace)}/positions`, withBody('PUT', { positions })),
  apply: (request: ApplyRequest) =>
    postJson<{ success: boolean; model_id: string; version: number }>(
      'api/assistant/apply-suggestion',
      request,
    ),
  feedback: (suggestionId: string, rating: number) =>
    postJson<void>('api/assistant/feedback', { suggestion_id: suggestionId, rating }),
  cancel: (turnId: string) =>
    postJson<{ cancelled: boolean }>(`api/assistant/turns/${id(turnId)}/cancel`, {}),
};

export const turnEvents = (turnId: string): string => `api/assistant/turns/${id(turnId)}/events`;
