import { actionLabel, type Machine, REASON_LIMITS } from '@consult/shared';
import type { Question } from '@/components/ConfirmSheet';

/** One button of those who handle an item. */
export interface Move {
  /** The verb, as the machine's table says it. */
  label: string;
  kind: 'primary' | 'secondary' | 'danger';
  /** Asked before it is sent; a move that needs a form of its own opens that instead. */
  act: { ask: Omit<Question<object>, 'onConfirm'>; send(reason: string, key: string): Promise<unknown> } | (() => void);
}

interface Wording {
  /** What will follow from it. */
  text: string;
  kind?: Move['kind'];
  reason?: { label?: string; hint?: string; usual?: readonly string[] };
}

/**
 * A move that takes nothing but the reason that its transition asks for.
 * @param send posts it; the reason is '' where none is asked for
 */
export function plainMove<S extends string, A extends string>(
  machine: Machine<S, A, string>,
  action: A,
  wording: Wording,
  send: (reason: string, key: string) => Promise<unknown>,
): Move {
  const label = actionLabel(machine, action);
  const asked = wording.reason !== undefined || machine.transitions.some((t) => t.action === action && t.reason);
  const required = machine.transitions.some((t) => t.action === action && t.reason === 'required');
  return {
    label,
    kind: wording.kind ?? 'primary',
    act: {
      ask: {
        title: label,
        text: wording.text,
        confirmLabel: label,
        danger: wording.kind === 'danger',
        ...(asked ? { reason: { label: '理由', required, max: REASON_LIMITS.max, ...wording.reason } } : {}),
      },
      send,
    },
  };
}

/** The body of a move: without a reason where none was written. */
export const reasonBody = (reason: string): { reason?: string } => (reason === '' ? {} : { reason });
