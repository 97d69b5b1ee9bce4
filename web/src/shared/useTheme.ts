import { useEffect, useSyncExternalStore } from 'react';
import { useView } from './view-store';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** The theme in force: the person's choice, or the system's. */
export function useTheme(): 'light' | 'dark' {
  const choice = useView(state => state.theme);
  const systemDark = useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
  const theme = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    document.documentElement.classList.toggle('dark', theme === 'dark');
  }, [theme]);
  return theme;
}
