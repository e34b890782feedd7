import { useEffect, useRef, useState } from 'react';
import type { FoundDevice } from '../../../contract/technician_view.ts';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import type { DeviceSettings, DriverView } from '../page.ts';
import styles from './dialogs.module.css';

/** A free name that begins as the driver does. */
function freeName(driver: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? driver : `${driver}-${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** How a found device is found again: by its USB numbers, never by the name of its port. */
function whereabouts(found: FoundDevice | null): Partial<DeviceSettings> {
  if (found === null) return {};
  const { vendorId, productId, serialNumber } = found;
  if (vendorId === null || productId === null) return { path: found.port };
  return { usb: { vendorId, productId, ...(serialNumber === null ? {} : { serialNumber }) } };
}

/** The drivers that fit what was found, the likeliest first; all of them by hand. */
function fitting(found: FoundDevice | null, drivers: readonly DriverView[]): readonly DriverView[] {
  if (found === null) return drivers;
  const rank = ({ id }: DriverView) => {
    const place = found.matches.findIndex((match) => match.driver === id);
    return place === -1 ? Number.MAX_SAFE_INTEGER : place;
  };
  return drivers.filter((driver) => driver.link === found.link).toSorted((a, b) => rank(a) - rank(b));
}

/** A new device: its driver and its name. What only looks like a model is added when a person says that it is one. */
export function AddDialog({
  found,
  answered,
  drivers,
  taken,
  onAdd,
  onClose,
}: {
  found: FoundDevice | null;
  /** The driver that a safe probe named. */
  answered: string | null;
  drivers: readonly DriverView[];
  taken: readonly string[];
  onAdd(device: DeviceSettings): void;
  onClose(): void;
}) {
  const t = useText();
  const fits = fitting(found, drivers);
  const likeliest = answered ?? found?.matches[0]?.driver ?? '';
  const [id, chooseDriver] = useState(fits.some((one) => one.id === likeliest) ? likeliest : '');
  const [named, setName] = useState<string | null>(null);
  const [port, setPort] = useState('');
  const [looked, setLooked] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const driver = fits.find((one) => one.id === id);
  const name = named ?? (driver === undefined ? '' : freeName(driver.id, taken));
  const exact = found?.matches.some((match) => match.driver === id && match.strength === 'EXACT') ?? true;
  const sure = found === null || exact || answered === id || looked;
  const isTaken = taken.includes(name.trim());
  const ready = driver !== undefined && name.trim() !== '' && !isTaken && sure;
  const send = () => {
    if (!ready) return;
    const byHand = found === null && port.trim() !== '' ? { path: port.trim() } : {};
    onAdd({ name: name.trim(), driver: driver.id, ...whereabouts(found), ...byHand, options: {} });
  };
  return (
    <Dialog
      title={t(found === null ? 'tech.addByHand' : 'tech.add')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('tech.add.send')} ready={ready} onBack={onClose} onSend={send} testId="add-send" />}
    >
      {found !== null && <p className={`${styles.what} mono`}>{found.port}</p>}
      <label className="field">
        <span>{t('tech.driver')}</span>
        <select ref={first} value={id} onChange={(event) => chooseDriver(event.target.value)}>
          <option value="">{t('tech.add.chooseDriver')}</option>
          {fits.map((one) => (
            <option key={one.id} value={one.id}>
              {one.model} · {t(`device.${one.kind}`)}
            </option>
          ))}
        </select>
      </label>
      {driver !== undefined && (
        <p className={styles.what}>
          {t(`tech.maturity.${driver.maturity}`)} · {driver.source}
        </p>
      )}
      <label className="field">
        <span>{t('tech.add.name')}</span>
        <input value={name} maxLength={64} onChange={(event) => setName(event.target.value)} autoComplete="off" />
      </label>
      {isTaken && <p className={styles.what}>{t('tech.add.taken')}</p>}
      {found === null && (
        <label className="field">
          <span>{t('tech.option.path')}</span>
          <input value={port} maxLength={400} onChange={(event) => setPort(event.target.value)} autoComplete="off" />
          <small className={styles.why}>{t('tech.option.path.why')}</small>
        </label>
      )}
      {!(found === null || exact || answered === id) && driver !== undefined && (
        <label className={styles.check}>
          <input type="checkbox" checked={looked} onChange={(event) => setLooked(event.target.checked)} />
          <span>{t('tech.add.looked', { model: driver.model })}</span>
        </label>
      )}
    </Dialog>
  );
}
