import type { Artefacts, Decision, Finding } from '../core/api-types';
import { type Message, openProposal } from '../core/conversation';
import { decisionsOf } from '../core/decisions';
import type { Turn } from '../core/turn';

/** What the drawer shows: the open proposal, or what stands on the canvas. */
export type ReviewContent = {
  origin: 'proposal' | 'canvas';
  artefacts: Artefacts;
  decisions: Decision[];
  /** Null when nobody has checked this model in the present conversation. */
  findings: Finding[] | null;
};

export function proposalContent(turn: Turn): ReviewContent {
  const { suggestion } = turn;
  return {
    origin: 'proposal',
    artefacts: {
      yaml: suggestion?.yaml_metadata ?? null,
      templates: suggestion?.templates ?? [],
      documentation: suggestion?.documentation ?? [],
      receipt: turn.receipt,
    },
    decisions: suggestion?.decisions ?? [],
    findings: suggestion?.findings ?? [],
  };
}

export function canvasContent(
  artefacts: Artefacts,
  model: Record<string, unknown> | null,
  applied: Turn | null,
): ReviewContent {
  const decisions = applied?.suggestion?.decisions ?? [];
  return {
    origin: 'canvas',
    artefacts: { ...artefacts, receipt: artefacts.receipt ?? applied?.receipt ?? null },
    decisions: decisions.length > 0 ? decisions : decisionsOf(model),
    findings: applied?.suggestion?.findings ?? null,
  };
}

/** The answer whose proposal is the version on the canvas. */
export function appliedTurn(messages: readonly Message[], version: number): Turn | null {
  for (const message of messages) {
    if (message.role === 'assistant' && message.turn.suggestion && message.turn.appliedVersion === version) {
      return message.turn;
    }
  }
  return null;
}

export { openProposal };
