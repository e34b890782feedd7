import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { AdministratorScreen } from '../administrator/administrator_screen.tsx';
import { type Language, PreferencesProvider, type Theme } from '../i18n/preferences.tsx';
import { LaneScreen } from '../officer/lane_screen.tsx';
import { LoginScreen } from '../officer/login_screen.tsx';
import { WireScreen } from '../officer/wire_screen.tsx';
import { TechnicianScreen } from '../technician/technician_screen.tsx';
import { TravellerScreen } from '../traveller/traveller_screen.tsx';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { LOCKED } from './base_views.ts';
import { DESK_PICTURES } from './desk_pictures.ts';
import { EXAMPLES, type Example } from './states.ts';
import { stillClient } from './still_client.ts';

function Picture({ name, example }: { name: string; example: Example }) {
  if (example.kind === 'wire') return <WireScreen wire={example.wire} />;
  if (example.kind === 'traveller') return <TravellerScreen lane={example.lane} moment={example.moment} />;
  const client = stillClient(example.refusal);
  if (example.kind === 'login') return <LoginScreen booth={{ ...LOCKED, ...example.booth }} client={client} />;
  if (example.kind === 'administrator')
    return <AdministratorScreen view={example.view} client={client} opening={example.opening} />;
  if (example.kind === 'technician')
    return <TechnicianScreen view={example.view} client={client} opening={example.opening} />;
  if (example.kind === 'desk') return DESK_PICTURES[name]?.(client) ?? null;
  return (
    <LaneScreen
      lane={example.lane}
      client={client}
      dialog={example.dialog ?? null}
      overstayFile={example.overstayFile ?? null}
    />
  );
}

const place = document.getElementById('booth');
const root = place === null ? null : createRoot(place);

/** Shows one state of the window: `?state=hit&lang=vi&theme=dark`. No part of the product. */
function show(): void {
  const asked = new URLSearchParams(window.location.search);
  const name = asked.get('state') ?? 'rest';
  const example = EXAMPLES[name];
  const language: Language = asked.get('lang') === 'en' ? 'en' : 'vi';
  const theme: Theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
  delete document.documentElement.dataset.calls;
  flushSync(() => root?.render(null));
  flushSync(() =>
    root?.render(
      example === undefined ? null : (
        <PreferencesProvider language={language} theme={theme}>
          <Picture name={name} example={example} />
        </PreferencesProvider>
      ),
    ),
  );
}

// Going from state to state needs no new page: a test may push an address and tell so.
window.addEventListener('popstate', show);
show();
