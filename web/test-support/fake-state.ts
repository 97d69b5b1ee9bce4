import type {
  Artefacts,
  FlowModel,
  ModelState,
  ModelVersion,
  Positions,
  StoredMessage,
  Suggestion,
} from '../src/core/api-types';
import type { NumberedEvent } from '../src/core/events';
import { advance, emptyTurn, type Turn } from '../src/core/turn';
import { story } from './fixtures/turns';

type Standing = { flow: FlowModel; model: Record<string, unknown>; suggestion: Suggestion };

/** The memory of a pretended server: enough to live through apply, undo, reload and a broken line. */
export class FakeState {
  readonly conversationId = 'conv-1';
  messages: StoredMessage[] = [];
  positions: Positions = {};
  versions: ModelVersion[] = [];
  private standing: (Standing | null)[] = [null];
  private at = 0;
  private applied = new Map<string, number>();
  readonly turns = new Map<string, FakeTurn>();

  begin(message: string): FakeTurn {
    const serial = this.turns.size + 1;
    const turn = new FakeTurn(`turn-${serial}`, this.conversationId, message, serial, this.version());
    this.turns.set(turn.id, turn);
    const created_at = new Date().toISOString();
    this.messages.push({ id: `m-${serial}-user`, role: 'user', content: message, created_at });
    this.messages.push({
      id: `m-${serial}`,
      role: 'assistant',
      content: '',
      created_at,
      turn_id: turn.id,
      status: 'streaming',
    });
    return turn;
  }

  conversations() {
    const messages = this.messages.map(message => {
      const turn = message.turn_id ? this.turns.get(message.turn_id) : undefined;
      return turn ? turn.stored(message, this.appliedVersion(turn.result())) : message;
    });
    return {
      conversations: messages.length
        ? [{ id: this.conversationId, created_at: '2026-11-20T09:00:00Z', messages }]
        : [],
    };
  }

  model(): ModelState {
    const now = this.standing[this.at];
    return {
      model_id: now ? 'model-1' : null,
      version: this.version(),
      model: now?.model ?? null,
      reactflow_model: now?.flow ?? null,
      positions: this.positions,
      can_undo: this.at > 0,
      can_redo: this.at < this.standing.length - 1,
    };
  }

  version = (): number => this.versions.at(-1)?.version ?? 0;

  apply(suggestionId: string, base: number | undefined, key: string): { status: number; body: unknown } {
    const known = this.applied.get(key);
    if (known !== undefined)
      return { status: 200, body: { success: true, model_id: 'model-1', version: known } };
    const suggestion = [...this.turns.values()]
      .map(turn => turn.result().suggestion)
      .find(s => s?.id === suggestionId);
    if (!suggestion)
      return { status: 404, body: { title: 'Unknown suggestion', status: 404, code: 'LW-2210' } };
    if (base !== undefined && base !== this.version()) {
      const detail = `It was made for version ${base}; the canvas shows version ${this.version()}.`;
      return {
        status: 409,
        body: { title: 'Conflict', status: 409, code: 'LW-2215', detail, diff: suggestion.diff },
      };
    }
    const standing = {
      flow: suggestion.reactflow_model ?? { nodes: [], edges: [] },
      model: suggestion.model ?? {},
      suggestion,
    };
    this.standing = [...this.standing.slice(0, this.at + 1), standing];
    this.at++;
    const version = this.record('suggestion', `Applied ${suggestion.diff?.added?.length ?? 0} new tables`);
    this.applied.set(key, version);
    return { status: 200, body: { success: true, model_id: 'model-1', version } };
  }

  step(by: -1 | 1): ModelState {
    if (this.standing[this.at + by] !== undefined || this.at + by === 0) {
      this.at += by;
      this.record(by < 0 ? 'undo' : 'redo', by < 0 ? 'Undid the last change' : 'Did it again');
    }
    return this.model();
  }

  artefacts(): Artefacts {
    const suggestion = this.standing[this.at]?.suggestion;
    return {
      yaml: suggestion?.yaml_metadata ?? '',
      templates: suggestion?.templates ?? [],
      documentation: suggestion?.documentation ?? [],
      receipt: suggestion?.receipt ?? null,
    };
  }

  show(flow: FlowModel): void {
    const suggestion = { id: 'shown', reactflow_model: flow };
    this.standing.push({ flow, model: { model: { name: 'large_model', tables: [] } }, suggestion });
    this.at++;
    this.record('suggestion', `${flow.nodes.length} tables`);
  }

  private record(origin: string, summary: string): number {
    const version = this.version() + 1;
    this.versions.push({ version, origin, summary, created_at: new Date().toISOString() });
    return version;
  }

  private appliedVersion(turn: Turn): number | null {
    const id = turn.suggestion?.id;
    return [...this.applied].find(([key]) => id && key.startsWith(`${id}@`))?.[1] ?? null;
  }
}

/** A turn that plays on whether or not anybody listens. */
export class FakeTurn {
  readonly events: NumberedEvent[] = [];
  ended = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly id: string,
    conversationId: string,
    readonly message: string,
    serial: number,
    base: number,
  ) {
    this.emit({ number: 1, event: { type: 'turn', turn_id: id, conversation_id: conversationId } });
    void this.play(serial, base);
  }

  private async play(serial: number, base: number): Promise<void> {
    for (const { after, event } of story(this.message, serial)) {
      await new Promise(resolve => setTimeout(resolve, after));
      if (this.ended) return;
      const own =
        event.type === 'suggestion'
          ? { ...event, suggestion: { ...event.suggestion, base_version: base } }
          : event;
      this.emit({ number: this.events.length + 1, event: own });
    }
    this.end();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.emit({ number: this.events.length + 1, event: { type: 'done' } });
  }

  listen(onChange: () => void): () => void {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  }

  result(): Turn {
    return this.events.reduce((turn, event) => advance(turn, event), emptyTurn);
  }

  stored(message: StoredMessage, appliedVersion: number | null): StoredMessage {
    const turn = this.result();
    return {
      ...message,
      content: turn.text,
      status: this.ended ? 'complete' : 'streaming',
      tool_calls: turn.steps.map(step => ({ ...step, ok: step.state === 'ok' })),
      question: turn.question,
      suggestion: turn.suggestion ? { ...turn.suggestion, receipt: turn.receipt } : null,
      applied_version: appliedVersion,
    };
  }

  private emit(event: NumberedEvent): void {
    this.events.push(event);
    for (const listener of this.listeners) listener();
  }
}
