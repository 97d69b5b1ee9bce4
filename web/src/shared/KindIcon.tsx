import {
  Box,
  CalendarDays,
  CircleDot,
  Database,
  GitMerge,
  Layers,
  Link2,
  ListTree,
  type LucideIcon,
  Sigma,
} from 'lucide-react';
import type { Kind } from '../core/kinds';
import { classes } from './ui/classes';

const ICONS: Record<Kind, LucideIcon> = {
  source: Database,
  dimension: Box,
  date_dimension: CalendarDays,
  fact: Sigma,
  bridge: GitMerge,
  hub: CircleDot,
  link: Link2,
  satellite: Layers,
  reference: ListTree,
};

export function KindIcon({ kind, className = 'size-3.5' }: { kind: Kind; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon className={classes(`kind-${kind} kind-text shrink-0`, className)} aria-hidden />;
}
