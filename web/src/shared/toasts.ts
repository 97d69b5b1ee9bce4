import { create } from 'zustand';
import type { Tone } from './ui/Notice';

export type Toast = { id: number; tone: Tone; text: string; action?: { label: string; run: () => void } };

let next = 1;

export const useToasts = create<{ toasts: Toast[] }>()(() => ({ toasts: [] }));

export function dismiss(id: number): void {
  useToasts.setState(s => ({ toasts: s.toasts.filter(toast => toast.id !== id) }));
}

export function toast(entry: Omit<Toast, 'id'>): void {
  const id = next++;
  useToasts.setState(s => ({ toasts: [...s.toasts.slice(-2), { ...entry, id }] }));
  setTimeout(() => dismiss(id), entry.tone === 'bad' ? 12_000 : 7_000);
}

export const reason = (error: unknown): string =>
  error instanceof Error ? error.message : 'Something went wrong.';
