import { useEffect, useMemo, useState } from 'react';
import { fieldValue, type WrongText, withValue } from './draft.ts';
import type { DeviceSettings, DriverView, Opening, OptionField } from './page.ts';
import type { Commands } from './use_commands.ts';

/** Settings as kept, as typed, and what was typed that is no value. */
export interface Draft {
  readonly drivers: readonly DriverView[] | null;
  readonly kept: readonly DeviceSettings[] | null;
  readonly devices: readonly DeviceSettings[];
  /** Typed texts that mean nothing, by `device path`. */
  readonly wrong: Readonly<Record<string, { readonly text: string; readonly why: WrongText }>>;
  readonly changed: boolean;
  type(device: string, field: OptionField, text: string): void;
  replace(device: string, next: DeviceSettings): void;
  add(device: DeviceSettings): void;
  remove(device: string): void;
  setAll(devices: readonly DeviceSettings[]): void;
  forget(): void;
}

export const wrongKey = (device: string, path: string): string => `${device} ${path}`;

/**
 * Follows the kept settings (read anew whenever a trial begins or ends) and holds what the technician types over them.
 * A trial that rolled back leaves the draft, so that one slip need not be typed twice.
 */
export function useDraft(
  { run, call }: Pick<Commands, 'run' | 'call'>,
  shown: boolean,
  trial: string | null,
  opening: Opening,
): Draft {
  const [drivers, setDrivers] = useState<readonly DriverView[] | null>(opening.drivers ?? null);
  const [kept, setKept] = useState<readonly DeviceSettings[] | null>(opening.settings ?? null);
  const [typed, setTyped] = useState<readonly DeviceSettings[] | null>(opening.draft ?? null);
  const [wrong, setWrong] = useState<Draft['wrong']>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a trial that begins or ends may have changed what is kept
  useEffect(() => {
    if (!shown) return;
    let left = false;
    void run(Promise.all([call.drivers(), call.settings()])).then((answer) => {
      if (left || answer === null) return;
      setDrivers(answer[0]);
      setKept(answer[1]);
    });
    return () => {
      left = true;
    };
  }, [shown, trial, call]);
  return useMemo(() => {
    const devices = typed ?? kept ?? [];
    const put = (next: readonly DeviceSettings[]) => setTyped(next);
    const replace = (device: string, next: DeviceSettings) =>
      put(devices.map((one) => (one.name === device ? next : one)));
    const clean = (key: string) =>
      setWrong((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== key)));
    return {
      drivers,
      kept,
      devices,
      wrong,
      changed: typed !== null && JSON.stringify(typed) !== JSON.stringify(kept),
      type: (device, field, text) => {
        const value = fieldValue(field, text);
        const key = wrongKey(device, field.path);
        const old = devices.find((one) => one.name === device);
        if (old === undefined) return;
        if (!value.ok) return setWrong((before) => ({ ...before, [key]: { text, why: value.error } }));
        clean(key);
        replace(device, withValue(old, field.path, value.value));
      },
      replace,
      add: (device) => put([...devices, device]),
      remove: (device) => put(devices.filter((one) => one.name !== device)),
      setAll: put,
      forget: () => {
        setTyped(null);
        setWrong({});
      },
    };
  }, [drivers, kept, typed, wrong]);
}
