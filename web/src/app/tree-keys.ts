import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End as the tree pattern asks: up and down through what is shown, right opens, left closes. */
export function moveInTree(event: KeyboardEvent, root: HTMLElement): void {
  const items = [...root.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const target = next(event.key, items, at);
  if (target === undefined) return;
  event.preventDefault();
  target?.focus();
}

/** The item to go to; null when the key was used up without moving, undefined when it is not ours. */
function next(key: string, items: HTMLElement[], at: number): HTMLElement | null | undefined {
  const item = items[at];
  const expanded = item?.getAttribute('aria-expanded');
  switch (key) {
    case 'ArrowDown':
      return items[at + 1] ?? null;
    case 'ArrowUp':
      return items[at - 1] ?? null;
    case 'Home':
      return items[0] ?? null;
    case 'End':
      return items.at(-1) ?? null;
    case 'ArrowRight':
      if (expanded === 'true') return items[at + 1] ?? null;
      if (expanded === 'false') item?.click();
      return null;
    case 'ArrowLeft':
      if (expanded === 'true') {
        item?.click();
        return null;
      }
      return items.slice(0, at).findLast(other => other.hasAttribute('aria-expanded')) ?? null;
    default:
      return undefined;
  }
}
