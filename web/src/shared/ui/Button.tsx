import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes';

type Look = 'primary' | 'plain' | 'ghost' | 'danger';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover shadow-card',
  plain: 'border border-line-strong bg-raised text-ink hover:bg-hover',
  ghost: 'text-muted hover:bg-hover hover:text-ink',
  danger: 'border border-line-strong bg-raised text-bad hover:bg-bad-soft',
};

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  small?: boolean;
  'data-testid'?: string;
};

export function Button({ look = 'plain', small = false, className, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classes(
        'inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-50 disabled:pointer-events-none',
        small ? 'h-7 px-2.5 text-xs' : 'h-8 px-3 text-[13px]',
        LOOKS[look],
        className,
      )}
      {...rest}
    />
  );
}

type IconProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  label: string;
  children: ReactNode;
  'data-testid'?: string;
};

/** A button that shows only an icon; its label is what a screen reader says and what the pointer sees. */
export function IconButton({ label, className, ...rest }: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-text disabled:opacity-40 disabled:pointer-events-none',
        className,
      )}
      {...rest}
    />
  );
}
