import { useEffect, useState } from 'react';
import type { BoothClient } from '../../client/booth_client.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './dev_dock.module.css';

type Codes = Awaited<ReturnType<BoothClient['devdock']['codes']>>;
type Documents = Awaited<ReturnType<BoothClient['devdock']['documents']>>;

/** Training only: lays invented documents on the simulated reader and lets it fail. Closed it takes no room of the lane. */
export function DevDock({ client }: { client: BoothClient }) {
  const [open, setOpen] = useState(false);
  const [documents, setDocuments] = useState<Documents>([]);
  const [codes, setCodes] = useState<Codes>([]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    client.devdock.documents().then(setDocuments, () => setDocuments([]));
    client.devdock.codes().then(setCodes, () => setCodes([]));
  }, [client]);
  if (!open) return null;
  return <Drawer client={client} documents={documents} codes={codes} />;
}

function Drawer({ client, documents, codes }: { client: BoothClient; documents: Documents; codes: Codes }) {
  const t = useText();
  const { language } = usePreferences();
  // The dock is the hand at the desk, no part of the lane: a refused act simply shows nothing.
  const act = (call: Promise<unknown>) => {
    call.catch(() => {});
  };
  return (
    <aside className={styles.dock} aria-label={t('dock.title')}>
      <h2>
        <Text id="dock.title" /> <small>Ctrl K</small>
      </h2>
      <div className={styles.buttons}>
        {documents.map((document) => (
          <Button
            key={document.id}
            testId={`lay-${document.id}`}
            onPress={() => act(client.devdock.lay({ document: document.id }))}
          >
            {document.title[language]}
          </Button>
        ))}
      </div>
      <div className={styles.buttons}>
        {codes.map((code) => (
          <Button key={code.id} testId={`show-${code.id}`} onPress={() => act(client.devdock.show({ code: code.id }))}>
            {code.title[language]}
          </Button>
        ))}
      </div>
      <div className={styles.buttons}>
        {(['no-read', 'garbage', 'half-frame'] as const).map((fault) => (
          <Button key={fault} testId={`fault-${fault}`} onPress={() => act(client.devdock.fault({ fault }))}>
            {t(`dock.fault.${fault}`)}
          </Button>
        ))}
        <Button testId="unplug" onPress={() => act(client.devdock.plug({ plugged: false }))}>
          {t('dock.unplug')}
        </Button>
        <Button testId="replug" onPress={() => act(client.devdock.plug({ plugged: true }))}>
          {t('dock.replug')}
        </Button>
        <Button testId="network-offline" onPress={() => act(client.devdock.network({ online: false }))}>
          {t('connection.OFFLINE')}
        </Button>
        <Button testId="network-online" onPress={() => act(client.devdock.network({ online: true }))}>
          {t('connection.ONLINE')}
        </Button>
      </div>
    </aside>
  );
}
