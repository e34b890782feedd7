import type { DeviceRow, SelfTestView, TechnicianView } from '../../contract/technician_view.ts';
import { type Attention, said } from '../ui/attention.ts';
import { isJudged } from './acts/self_test_acts.ts';
import { LOOK_OF_CONDITION, problemName, worstOf } from './conditions.ts';
import type { Discovery } from './use_discovery.ts';
import type { Wire } from './use_wire.ts';

/** Words and ages of the chosen language, for sentences that hold them. */
export interface Words {
  kind(kind: DeviceRow['kind']): string;
  age(ms: number): string;
}

/** A trial stands before everything else: it ends by itself. */
export function aboutTrial({ trial }: Pick<TechnicianView, 'trial'>): Attention {
  if (trial === null) return said('information', 'quiet', 'tech.settings.begin', 'tech.settings.begin.detail');
  return said('running', 'run', 'tech.trial', 'tech.trial.detail', { by: trial.by, count: trial.changes.length });
}

/** The worst device and what to do about it. */
export function aboutDevices(view: TechnicianView, now: number, words: Words): Attention {
  if (view.trial !== null) return aboutTrial(view);
  if (view.devices.length === 0) return said('information', 'quiet', 'tech.none', 'tech.none.detail');
  const device = worstOf(view.devices);
  if (device === null) {
    return said('passed', 'ok', 'tech.allGood', 'tech.allGood.detail', { count: view.devices.length });
  }
  const { glyph, tone } = LOOK_OF_CONDITION[device.condition];
  const values = {
    device: device.name,
    kind: words.kind(device.kind),
    age: words.age(now - (device.condition === 'NO_DATA' ? (device.lastHeardAt ?? device.since) : device.since)),
    code: device.problem?.code ?? '',
  };
  const detail =
    device.problem !== null
      ? (`tech.problem.${problemName(device.problem.code)}.do` as const)
      : (`tech.condition.${device.condition}.do` as const);
  return said(glyph, tone, `tech.attention.${device.condition}`, detail, values);
}

export function aboutDiscovery({ found }: Pick<Discovery, 'found'>): Attention {
  if (found === null) return said('running', 'run', 'tech.doing.discover', 'tech.discover.detail');
  const free = found.filter((one) => one.usedBy === null).length;
  if (free === 0) return said('information', 'quiet', 'tech.discover.none', 'tech.discover.none.detail');
  return said('information', 'quiet', 'tech.discover.found', 'tech.discover.detail', { count: free });
}

export function aboutWire(device: DeviceRow | null, wire: Pick<Wire, 'paused'>, recording: boolean): Attention {
  if (device === null) return said('information', 'quiet', 'tech.closed.NO_DEVICE', 'tech.none.detail');
  const values = { device: device.name };
  if (wire.paused) return said('paused', 'ink', 'tech.wire.paused', 'tech.wire.paused.detail', values);
  return said('information', 'quiet', recording ? 'tech.wire.recording' : 'tech.wire.live', 'tech.wire.detail', values);
}

const count = (test: SelfTestView, ...results: readonly string[]): number =>
  test.steps.filter((step) => results.includes(step.result)).length;

/** Skipped steps never count as passed ones. */
function aboutFinished(test: SelfTestView): Attention {
  const values = {
    passed: count(test, 'PASSED'),
    failed: count(test, 'FAILED'),
    skipped: count(test, 'SKIPPED'),
    notDone: count(test, 'NOT_PERFORMED', 'NOT_SUPPORTED'),
    by: test.signed?.by ?? '',
    hash: test.signed?.hash.slice(0, 16) ?? '',
  };
  const detail = test.phase === 'SIGNED' ? 'tech.selftest.signed.detail' : 'tech.selftest.finished.detail';
  if (values.failed > 0) return said('failed', 'block', 'tech.selftest.failed', detail, values);
  if (values.skipped + values.notDone > 0) return said('to-resolve', 'warn', 'tech.selftest.partly', detail, values);
  return said('passed', 'ok', 'tech.selftest.passed', detail, values);
}

export function aboutSelfTest({ selfTest: test, service }: Pick<TechnicianView, 'selfTest' | 'service'>): Attention {
  if (test === null) {
    return service.open
      ? said('information', 'quiet', 'tech.selftest.begin', 'tech.selftest.begin.open')
      : said('information', 'quiet', 'tech.selftest.begin', 'tech.selftest.begin.detail');
  }
  if (test.phase === 'STOPPED')
    return said('aborted', 'quiet', 'tech.selftest.stopped', 'tech.selftest.stopped.detail');
  if (test.phase !== 'RUNNING') return aboutFinished(test);
  const current = test.steps.find((step) => step.id === test.current);
  const act = current?.act ?? 'NONE';
  // A failed act waits for a person: nothing goes on by itself.
  if (current?.result === 'FAILED') {
    return said('failed', 'block', 'tech.selftest.stepFailed', 'tech.selftest.stepFailed.detail', {
      code: current.reason ?? '',
    });
  }
  return said(
    'running',
    'run',
    `tech.act.${act}.waits`,
    isJudged(act) ? 'tech.selftest.judge' : 'tech.selftest.advances',
  );
}

export function aboutLog(entries: readonly unknown[] | null): Attention {
  if (entries === null) return said('running', 'run', 'tech.log.reading', 'tech.log.detail');
  return said('information', 'quiet', entries.length === 0 ? 'tech.log.none' : 'tech.log.title', 'tech.log.detail');
}
