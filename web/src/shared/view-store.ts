import { create } from 'zustand';

export type ThemeChoice = 'system' | 'light' | 'dark';
export const REVIEW_TABS = [
  'yaml',
  'sql',
  'documentation',
  'decisions',
  'problems',
  'receipt',
  'versions',
] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

type View = {
  theme: ThemeChoice;
  outlineOpen: boolean;
  assistantOpen: boolean;
  reviewOpen: boolean;
  reviewTab: ReviewTab;
  /** Whether Review shows the open proposal or what stands on the canvas. */
  reviewProposal: boolean;
  selected: string[];
  /** A table the canvas should bring into view; `at` tells repeated requests apart. */
  focus: { id: string; at: number } | null;
  /** Tables that an Apply has just changed. */
  fresh: string[];
};

const THEME_KEY = 'lakewright.theme';

function storedTheme(): ThemeChoice {
  try {
    const value = localStorage.getItem(THEME_KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** What the person sees and has selected. Nothing of the model lives here. */
export const useView = create<View>()(() => ({
  theme: storedTheme(),
  outlineOpen: true,
  assistantOpen: true,
  reviewOpen: false,
  reviewTab: 'yaml',
  reviewProposal: true,
  selected: [],
  focus: null,
  fresh: [],
}));

export const view = {
  toggle: (panel: 'outlineOpen' | 'assistantOpen' | 'reviewOpen') =>
    useView.setState(s => ({ [panel]: !s[panel] })),
  review: (tab: ReviewTab, proposal: boolean) =>
    useView.setState({ reviewOpen: true, reviewTab: tab, reviewProposal: proposal }),
  select: (ids: string[]) =>
    useView.setState(s => (s.selected.join('\n') === ids.join('\n') ? s : { selected: ids })),
  focusOn: (id: string) => useView.setState({ focus: { id, at: performance.now() }, selected: [id] }),
  markFresh: (ids: string[]) => {
    useView.setState({ fresh: ids });
    setTimeout(() => useView.setState(s => (s.fresh === ids ? { fresh: [] } : s)), 2_000);
  },
  setTheme: (theme: ThemeChoice) => {
    useView.setState({ theme });
    try {
      if (theme === 'system') localStorage.removeItem(THEME_KEY);
      else localStorage.setItem(THEME_KEY, theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  },
};
