import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { type RunningLane, startLane } from './lane.ts';

const SOON = { timeout: 30_000 };
const OFFICER = ['0412', '246810'] as const;
const HEAD = ['0200', '200200'] as const;
const ADMIN = ['0666', '666000'] as const;

let lane: RunningLane;
let directory: string;
test.beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'booth-keys-'));
  writeFileSync(join(directory, 'settings.json'), JSON.stringify({ login: { secondFactor: 'REQUIRED' } }));
  lane = await startLane(directory);
});
test.afterEach(async () => {
  await lane.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A key in software, put into the engine as one is put into a port. */
async function insertKey(engine: CDPSession): Promise<string> {
  const { authenticatorId } = await engine.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return authenticatorId;
}
const pullOut = (engine: CDPSession, authenticatorId: string) =>
  engine.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });

async function signIn(page: Page, [number, pin]: readonly [string, string] = OFFICER): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
}
async function fillRegistration(
  page: Page,
  holder: readonly [string, string],
  second: readonly [string, string],
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Register a security key' });
  await dialog.getByLabel('Number of the holder').fill(holder[0]);
  await dialog.getByLabel('PIN').first().fill(holder[1]);
  await dialog.getByLabel('Name of the key').fill('blue key');
  await dialog.getByLabel('Number of who confirms').fill(second[0]);
  await dialog.getByLabel('PIN').last().fill(second[1]);
  await page.keyboard.press('Control+Enter');
}
async function opened(page: Page): Promise<CDPSession> {
  const engine = await page.context().newCDPSession(page);
  await engine.send('WebAuthn.enable');
  expect(new URL(lane.url).hostname).toBe('localhost');
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  return engine;
}
async function register(page: Page, holder: readonly [string, string], second: readonly [string, string]) {
  await page.getByTestId('open-register-key').click();
  await fillRegistration(page, holder, second);
  await expect(page.getByRole('dialog')).toBeHidden(SOON);
}
const waits = (page: Page) => page.getByRole('dialog', { name: 'Show the security key' });
const said = (page: Page) => page.getByRole('alert').filter({ hasText: /./ });
const counter = (page: Page) => page.locator('[data-zone="Z3"]');

test('keys are registered by two, shown at sign-in and by the second person, and removed by two', async ({ page }) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(30_000);
  const engine = await opened(page);
  await signIn(page);
  await expect(said(page)).toContainText('none is registered for this person', SOON);

  // The head of unit first, with a list administrator standing by; an officer may not stand by.
  const key = await insertKey(engine);
  await page.getByTestId('open-register-key').click();
  await fillRegistration(page, HEAD, ['0413', '413413']);
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Nothing was changed', SOON);
  await fillRegistration(page, HEAD, ADMIN);
  await expect(page.getByRole('dialog')).toBeHidden(SOON);
  // From now on the head's word for another needs the head's key.
  await register(page, OFFICER, HEAD);
  expect((await engine.send('WebAuthn.getCredentials', { authenticatorId: key })).credentials).toHaveLength(2);

  await signIn(page);
  await expect(counter(page)).toBeVisible(SOON);
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-access').click();
  await expect(page.getByText('blue key')).toBeVisible(SOON);

  const confirm = async () => {
    await page.getByLabel('Number of who confirms').fill(HEAD[0]);
    await page.getByLabel('PIN').fill(HEAD[1]);
    await page.keyboard.press('Control+Enter');
  };
  await page.getByTestId('access-register').click();
  await page.getByLabel('Name of the key').fill('the same again');
  await confirm();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('registered for this person already', SOON);
  await page.keyboard.press('Escape');

  await pullOut(engine, key);
  await page.getByTestId('access-remove').click();
  await confirm();
  await expect(waits(page)).toContainText('the key of 0200', SOON);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('You stopped waiting', SOON);
  await expect(page.getByText('blue key')).toHaveCount(2);
});

test('without a key, with a wrong one, without its own PIN, and with a copy nobody signs in', async ({ page }) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(30_000);
  const engine = await opened(page);
  const key = await insertKey(engine);
  await register(page, OFFICER, ADMIN);
  const [credential] = (await engine.send('WebAuthn.getCredentials', { authenticatorId: key })).credentials;
  if (credential === undefined) throw new Error('no key was made');
  await signIn(page);
  await expect(counter(page)).toBeVisible(SOON);
  await page.keyboard.press('Control+l');
  await expect(counter(page)).toBeHidden(SOON);

  await engine.send('WebAuthn.setUserVerified', { authenticatorId: key, isUserVerified: false });
  await signIn(page);
  await expect(said(page)).toContainText('No security key answered', SOON);
  await pullOut(engine, key);

  // None in the port: the engine waits, until somebody stops it.
  await signIn(page);
  await expect(waits(page)).toContainText('the key of 0412', SOON);
  await page.getByTestId('cancel-key').click();
  await expect(said(page)).toContainText('You stopped waiting', SOON);

  // One of somebody else's is not one of those that were asked for.
  const other = await insertKey(engine);
  await signIn(page);
  await expect(said(page).or(waits(page)).first()).toBeVisible(SOON);
  if (await waits(page).isVisible()) await page.keyboard.press('Escape');
  await expect(said(page)).toContainText(/You stopped waiting|No security key answered/, SOON);
  await pullOut(engine, other);

  // A copy counts from where it was taken, behind the key itself.
  const copy = await insertKey(engine);
  await engine.send('WebAuthn.addCredential', { authenticatorId: copy, credential: { ...credential, signCount: 0 } });
  await signIn(page);
  await expect(said(page)).toContainText('was not accepted', SOON);
  await expect(counter(page)).toBeHidden();
});
