import { createRoot } from 'react-dom/client';
import { type Language, PreferencesProvider, type Theme } from '../i18n/preferences.tsx';
import { LaneScreen } from '../officer/lane_screen.tsx';
import { LoginScreen } from '../officer/login_screen.tsx';
import { WireScreen } from '../officer/wire_screen.tsx';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { LOCKED } from './base_views.ts';
import { EXAMPLES, type Example } from './states.ts';
import { stillClient } from './still_client.ts';

/** Shows one state of the window: `?state=hit&lang=vi&theme=dark`. No part of the product. */
const asked = new URLSearchParams(window.location.search);
const state = asked.get('state') ?? 'rest';
const language: Language = asked.get('lang') === 'en' ? 'en' : 'vi';
const theme: Theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const example = EXAMPLES[state];
const CLIENT = stillClient(example !== undefined && 'refusal' in example ? example.refusal : undefined);

function Picture({ example }: { example: Example }) {
  if (example.kind === 'wire') return <WireScreen wire={example.wire} />;
  if (example.kind === 'login') return <LoginScreen booth={{ ...LOCKED, ...example.booth }} client={CLIENT} />;
  return <LaneScreen lane={example.lane} client={CLIENT} dialog={example.dialog ?? null} />;
}

const place = document.getElementById('booth');
if (place !== null && example !== undefined) {
  createRoot(place).render(
    <PreferencesProvider language={language} theme={theme}>
      <Picture example={example} />
    </PreferencesProvider>,
  );
}
