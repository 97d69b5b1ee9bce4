/** The HTTP API as this page uses it. Optional fields may also arrive as null: read them through `??`. */

export type Maybe<T> = T | null | undefined;

export type NodeKind =
  | 'source'
  | 'dimension'
  | 'date_dimension'
  | 'fact'
  | 'hub'
  | 'link'
  | 'satellite'
  | (string & {});

export type Health = {
  status: string;
  version: string;
  brain: string;
  engine: { status: 'off' | 'starting' | 'warm' | 'failed' | (string & {}); detail?: Maybe<string> };
};

export type Workspace = {
  id: string;
  name: string;
  description?: Maybe<string>;
  origin?: Maybe<string>;
  tables: number;
  relationships: number;
};

export type SourceColumn = {
  name: string;
  type: string;
  nullable?: boolean;
  is_primary_key?: boolean;
  is_foreign_key?: boolean;
  references?: Maybe<string | ColumnReference>;
};

export type SourceTable = {
  name: string;
  schema?: Maybe<string>;
  qualified_name?: Maybe<string>;
  comment?: Maybe<string>;
  columns: SourceColumn[];
  row_count?: Maybe<number>;
  modeling_suggestions?: Maybe<{ type: string; reason?: Maybe<string> }>;
};

export type SourceSchema = {
  tables: SourceTable[];
  relationships: { type: string; from: string; to: string }[];
};

export type ColumnReference = { table: string; column?: Maybe<string>; columns?: Maybe<string[]> };

export type FlowColumn = {
  name: string;
  type: string;
  nullable?: boolean;
  role?: Maybe<string>;
  comment?: Maybe<string>;
  is_primary_key?: boolean;
  is_foreign_key?: boolean;
  references?: Maybe<string | ColumnReference>;
};

export type FlowNode = {
  id: string;
  type: NodeKind;
  data: {
    label: string;
    table_type?: Maybe<string>;
    scd_type?: Maybe<number | string>;
    fact_type?: Maybe<string>;
    grain?: Maybe<string>;
    description?: Maybe<string>;
    columns: FlowColumn[];
    optimizations?: Maybe<{
      partitioning?: Maybe<string[]>;
      clustering?: Maybe<string[]>;
      cdf_enabled?: boolean;
    }>;
    source_table?: boolean;
    row_count?: Maybe<number>;
  };
  position: Position;
  width?: Maybe<number>;
  height?: Maybe<number>;
};

export type FlowEdge = {
  id: string;
  source: string;
  target: string;
  type: 'data_flow' | 'foreign_key' | (string & {});
  data?: Maybe<{ role?: Maybe<string> }>;
};

export type FlowModel = { nodes: FlowNode[]; edges: FlowEdge[] };
export type Position = { x: number; y: number };
export type Positions = Record<string, Position>;

export type Template = { type: string; name: string; content: string; sql: string };
export type Document = { name: string; content: string };

export type Finding = {
  code: string;
  severity: 'error' | 'warning' | 'info' | (string & {});
  message: string;
  table?: Maybe<string>;
  column?: Maybe<string>;
  rule?: Maybe<string>;
};

export type Decision = {
  rule?: Maybe<string>;
  choice: string;
  because?: Maybe<string>;
  evidence?: Maybe<string | string[]>;
  alternatives?: Maybe<string | string[]>;
  table?: Maybe<string>;
};

export type ModelChange = {
  added?: Maybe<string[]>;
  updated?: Maybe<{ table: string; changes?: Maybe<string[]> }[]>;
  removed?: Maybe<string[]>;
};

export type Estimate = {
  summary?: Maybe<string>;
  numbers?: Maybe<Record<string, unknown>>;
  assumptions?: Maybe<string[]>;
  notes?: Maybe<string[]>;
};

export type ReceiptStatus = 'not_run' | 'checked' | 'proved' | 'failed';

export type ReceiptStatement = {
  script: string;
  step?: Maybe<string>;
  purpose?: Maybe<string>;
  sql_hash?: Maybe<string>;
  executed_sql_hash?: Maybe<string>;
  strip_rules?: Maybe<(string | { id: string; reason?: Maybe<string> })[]>;
  outcome: 'executed' | 'checked_by_rule' | 'failed' | (string & {});
  ms?: Maybe<number>;
  rows?: Maybe<number>;
  error?: Maybe<string>;
};

/** What one source table was filled with; `added` of its rows were made up beside given ones. */
export type ReceiptSource = {
  table: string;
  origin: 'given' | 'seeded' | (string & {});
  rows: number;
  added?: Maybe<number>;
  next_rows?: Maybe<number>;
};

export type Receipt = {
  status: ReceiptStatus;
  engine?: Maybe<string>;
  versions?: Maybe<Record<string, string>>;
  started?: Maybe<string>;
  ms?: Maybe<number>;
  sources?: Maybe<ReceiptSource[]>;
  statements?: Maybe<ReceiptStatement[]>;
  invariants?: Maybe<{ id: string; table?: Maybe<string>; outcome: string; detail?: Maybe<string> }[]>;
  histories?: Maybe<Record<string, string[]>>;
  reason?: Maybe<string>;
  digest?: Maybe<string>;
};

export type NextStep = { label: string; message: string };
export type Usage = {
  input?: Maybe<number>;
  cached?: Maybe<number>;
  output?: Maybe<number>;
  cost?: Maybe<number | string>;
};
export type Question = { id: string; text: string; options?: Maybe<NextStep[]> };

export type Suggestion = {
  id: string;
  base_version?: Maybe<number>;
  reactflow_model?: Maybe<FlowModel>;
  yaml_metadata?: Maybe<string>;
  templates?: Maybe<Template[]>;
  documentation?: Maybe<Document[]>;
  model?: Maybe<Record<string, unknown>>;
  diff?: Maybe<ModelChange>;
  findings?: Maybe<Finding[]>;
  decisions?: Maybe<Decision[]>;
  estimate?: Maybe<Estimate>;
  receipt?: Maybe<Receipt>;
  load_order?: Maybe<
    (string | { step?: Maybe<number>; tables: string[]; parallel?: boolean; why?: Maybe<string> })[]
  >;
  next_steps?: Maybe<NextStep[]>;
  usage?: Maybe<Usage>;
};

export type ToolCall = {
  id: string;
  server: string;
  tool: string;
  arguments?: Maybe<unknown>;
  ok?: Maybe<boolean>;
  summary?: Maybe<string>;
  ms?: Maybe<number>;
};

/** What ended an answer early, as its event and the stored answer tell it. */
export type TurnProblem = { code: string; message: string; next_step?: Maybe<string>; retryable?: boolean };

export type StoredMessage = {
  id: string;
  role: 'user' | 'assistant' | (string & {});
  content: string;
  created_at?: Maybe<string>;
  turn_id?: Maybe<string>;
  status?: Maybe<'streaming' | 'complete' | 'interrupted' | (string & {})>;
  tool_calls?: Maybe<ToolCall[]>;
  question?: Maybe<Question>;
  error?: Maybe<TurnProblem>;
  suggestion?: Maybe<Suggestion>;
  applied_version?: Maybe<number>;
};

export type Conversation = { id: string; created_at: string; messages: StoredMessage[] };

export type ModelState = {
  model_id?: Maybe<string>;
  version: number;
  model?: Maybe<Record<string, unknown>>;
  reactflow_model?: Maybe<FlowModel>;
  positions?: Maybe<Positions>;
  can_undo: boolean;
  can_redo: boolean;
};

export type ModelVersion = { version: number; created_at: string; summary?: Maybe<string>; origin: string };

export type Artefacts = {
  yaml?: Maybe<string>;
  templates?: Maybe<Template[]>;
  documentation?: Maybe<Document[]>;
  receipt?: Maybe<Receipt>;
};

export type ProblemDocument = {
  title?: Maybe<string>;
  status?: Maybe<number>;
  detail?: Maybe<string>;
  code?: Maybe<string>;
  next_step?: Maybe<string>;
  details?: Maybe<unknown>;
  diff?: Maybe<ModelChange>;
  findings?: Maybe<Finding[]>;
};
