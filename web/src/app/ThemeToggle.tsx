import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '../shared/ui/Button';
import { type ThemeChoice, useView, view } from '../shared/view-store';

const NEXT: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const ICON = { system: Monitor, light: Sun, dark: Moon };
const NAME = { system: 'as the system', light: 'light', dark: 'dark' };

export function ThemeToggle() {
  const theme = useView(state => state.theme);
  const Icon = ICON[theme];
  return (
    <IconButton
      label={`Theme: ${NAME[theme]}. Switch to ${NAME[NEXT[theme]]}`}
      data-testid="theme-toggle"
      data-theme={theme}
      onClick={() => view.setTheme(NEXT[theme])}
    >
      <Icon className="size-4" />
    </IconButton>
  );
}
