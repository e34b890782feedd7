import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import { LOOK_OF_CONDITION } from '../conditions.ts';
import type { Technician } from '../use_technician.ts';
import { DeviceForm } from './device_form.tsx';
import styles from './settings_page.module.css';
import { TrialPanel } from './trial_panel.tsx';

/** The devices on the left, the chosen one's settings in the middle, what the trial shows and what was changed before on the right. */
export function SettingsPage({ technician }: { technician: Technician }) {
  const { draft, chosen } = technician;
  const settings = draft.devices.find((one) => one.name === chosen) ?? draft.devices[0];
  const driver = draft.drivers?.find((one) => one.id === settings?.driver);
  return (
    <>
      <Devices technician={technician} chosen={settings?.name ?? null} />
      {settings === undefined || driver === undefined ? (
        <Panel zone="Z4" className={tables.empty}>
          <Glyph name={draft.kept === null ? 'running' : 'information'} size="large" />
          <p>
            <Text
              id={
                draft.kept === null
                  ? 'tech.settings.reading'
                  : settings === undefined
                    ? 'tech.none.detail'
                    : 'tech.settings.noDriver'
              }
            />
          </p>
        </Panel>
      ) : (
        <DeviceForm key={settings.name} technician={technician} settings={settings} driver={driver} />
      )}
      <TrialPanel technician={technician} device={settings?.name ?? null} />
    </>
  );
}

/** Z2: every device of the draft; the rows of those in service carry their condition. */
function Devices({ technician, chosen }: { technician: Technician; chosen: string | null }) {
  const t = useText();
  const { view, draft, choose } = technician;
  return (
    <Panel zone="Z2" title={t('tech.devices')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={tables.scroll} tabIndex={0} aria-label={t('tech.devices')} data-scrolls>
        {draft.devices.map((one, place) => {
          const row = view.devices.find((device) => device.name === one.name);
          const look = row === undefined ? null : LOOK_OF_CONDITION[row.condition];
          return (
            <button
              key={one.name}
              type="button"
              className={styles.device}
              aria-pressed={one.name === chosen}
              data-setting={one.name}
              onClick={() => choose(one.name)}
            >
              <span>
                {place + 1} · {one.name}
              </span>
              {look === null ? (
                <small>{draft.kept?.some((kept) => kept.name === one.name) ? '' : t('tech.change.ADDED')}</small>
              ) : (
                <>
                  <Glyph name={look.glyph} tone={look.tone} />
                  <span className="hidden-text">{t(`tech.condition.${row?.condition ?? 'NO_DATA'}`)}</span>
                </>
              )}
            </button>
          );
        })}
      </section>
    </Panel>
  );
}
