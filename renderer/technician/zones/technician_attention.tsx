import { useBoothClock } from '../../client/use_booth_clock.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { type Attention, said } from '../../ui/attention.ts';
import { AttentionZone } from '../../ui/attention_zone.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { aboutDevices, aboutDiscovery, aboutLog, aboutSelfTest, aboutTrial, aboutWire } from '../attention.ts';
import type { Page } from '../page.ts';
import type { Technician } from '../use_technician.ts';
import styles from './technician_attention.module.css';
import { TrialRing } from './trial_ring.tsx';

/** Z3: the worst of the page, or what is being asked of the booth just now. */
export function TechnicianAttention({ technician }: { technician: Technician }) {
  const t = useText();
  const { age } = useFormats();
  const { view, page, device, wire, discovery, log, commands, show } = technician;
  const now = useBoothClock(view.now);
  const recording = view.recordings.some((one) => one.device === device?.name && one.endedAt === null);
  const about: Record<Page, () => Attention> = {
    devices: () => aboutDevices(view, now, { kind: (kind) => t(`device.${kind}`), age }),
    discover: () => aboutDiscovery(discovery),
    settings: () => aboutTrial(view),
    wire: () => aboutWire(device, wire, recording),
    selftest: () => aboutSelfTest(view),
    log: () => aboutLog(log.entries),
  };
  const attention =
    commands.pending === null ? about[page]() : said('running', 'run', commands.pending, 'tech.doing.detail');
  return (
    <AttentionZone attention={attention} error={commands.error}>
      {view.trial !== null && (page === 'settings' || page === 'devices') && (
        <TrialRing trial={view.trial} boothNow={view.now} />
      )}
      {page === 'devices' && view.trial === null && view.devices.length > 0 && (
        <Button onPress={() => show('selftest')}>
          {t('tech.tile.selftest')} <KeyCap>F6</KeyCap>
        </Button>
      )}
      {page === 'wire' && device !== null && (
        <p className={styles.facts}>
          <span className="mono">{device.port ?? '–'}</span>
          <span className="mono">{device.driver}</span>
        </p>
      )}
    </AttentionZone>
  );
}
