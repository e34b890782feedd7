import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import { CONNECTION_FIELDS, optionFields } from '../draft.ts';
import type { DeviceSettings, DriverView } from '../page.ts';
import type { Technician } from '../use_technician.ts';
import { OptionRow } from './option_row.tsx';
import styles from './settings_page.module.css';

/** Z4: the driver's options, each with its reason beside it; then where the device is found. A trial holds the form still. */
export function DeviceForm({
  technician,
  settings,
  driver,
}: {
  technician: Technician;
  settings: DeviceSettings;
  driver: DriverView;
}) {
  const t = useText();
  const { draft, view } = technician;
  const held = view.trial !== null;
  const row = { technician, settings, held };
  return (
    <Panel zone="Z4" title={settings.name} aside={<span className="mono">{`${driver.id} · ${driver.link}`}</span>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={tables.scroll} tabIndex={0} aria-label={settings.name} data-scrolls>
        {optionFields(driver.options).map((field) => (
          <OptionRow key={field.path} field={field} {...row} />
        ))}
        <h3 className={styles.group}>{t('tech.option.connection')}</h3>
        {CONNECTION_FIELDS[driver.link].map((field) => (
          <OptionRow key={field.path} field={field} {...row} />
        ))}
      </section>
      <div className={styles.tools}>
        <Button
          closed={held}
          onPress={() => draft.replace(settings.name, { ...settings, options: {} })}
          testId="defaults"
        >
          {t('tech.defaults')}
        </Button>
        <CopyFrom {...row} />
        <Button closed={held} onPress={() => draft.remove(settings.name)} testId="remove-device">
          {t('tech.remove')}
        </Button>
        <Button closed={held || !draft.changed} onPress={draft.forget} testId="forget-draft">
          {t('tech.forget')}
        </Button>
      </div>
    </Panel>
  );
}

/** Takes over the options of another device of the same model. */
function CopyFrom({ technician, settings, held }: { technician: Technician; settings: DeviceSettings; held: boolean }) {
  const t = useText();
  const { draft } = technician;
  const others = draft.devices.filter((one) => one.driver === settings.driver && one.name !== settings.name);
  const copy = (name: string) => {
    const from = others.find((one) => one.name === name);
    if (from !== undefined) draft.replace(settings.name, { ...settings, options: from.options });
  };
  return (
    <select
      aria-label={t('tech.copy')}
      value=""
      disabled={held || others.length === 0}
      onChange={(event) => copy(event.target.value)}
    >
      <option value="">{t(others.length === 0 ? 'tech.copy.none' : 'tech.copy')}</option>
      {others.map((one) => (
        <option key={one.name} value={one.name}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
