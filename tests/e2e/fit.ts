import type { Page } from '@playwright/test';

/**
 * Everything on the screen that does not fit its place, as `element: why`; an empty list when all fits.
 * A text that ends in an ellipsis is cut on purpose; everything else must lie whole within its box and the window.
 */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isBox = (element: Element): element is HTMLElement => {
      if (!(element instanceof HTMLElement) || element.clientWidth === 0 || element.clientHeight === 0) return false;
      const { display, textOverflow, webkitLineClamp, clipPath } = getComputedStyle(element);
      // What is typed into a field scrolls in it.
      if (element instanceof HTMLInputElement) return false;
      const cutOnPurpose = textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || clipPath !== 'none';
      // What scrolls must be reachable by keyboard; its own width still counts.
      const scrolls = element.closest('[data-scrolls]');
      return !display.startsWith('inline') && !cutOnPurpose && (scrolls === null || scrolls === element);
    };
    const mayScroll = (element: HTMLElement) =>
      element.dataset.scrolls !== undefined && getComputedStyle(element).overflowY === 'auto' && element.tabIndex === 0;
    // Two pixels: stacked Vietnamese marks reach above a heading's line without leaving its box.
    const faults: readonly (readonly [string, (element: HTMLElement) => boolean])[] = [
      ['too wide', (element) => element.scrollWidth > element.clientWidth + 2],
      ['too high', (element) => !mayScroll(element) && element.scrollHeight > element.clientHeight + 2],
      ['right of the window', (element) => element.getBoundingClientRect().right > window.innerWidth + 1],
      ['below the window', (element) => element.getBoundingClientRect().bottom > window.innerHeight + 1],
    ];
    return [document.documentElement, ...document.body.querySelectorAll('*')]
      .filter(isBox)
      .flatMap((element) =>
        faults
          .filter(([, isFault]) => isFault(element))
          .map(([fault]) => `${element.tagName}.${element.className} "${element.innerText.slice(0, 40)}": ${fault}`),
      );
  });
}

/** Buttons whose words are cut: what a decision says must be readable whole. */
export function cutButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button b, button span')]
      .filter(
        (words) =>
          words.scrollWidth > words.clientWidth + 1 &&
          words.clientWidth > 1 &&
          getComputedStyle(words).display !== 'inline',
      )
      .filter((words) => getComputedStyle(words).clipPath === 'none')
      .map((words) => words.textContent ?? ''),
  );
}

/** The mean of all pixels of a picture given as PNG, in Lab (D65): how a screen looks from a distance. */
async function glowOf(page: Page, picture: Buffer): Promise<readonly [number, number, number]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const linear = (part = 0) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    const bend = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
    const sum: [number, number, number] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [r, g, b] = [linear(data[at]), linear(data[at + 1]), linear(data[at + 2])];
      const x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
      const y = bend(0.2126 * r + 0.7152 * g + 0.0722 * b);
      const z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
      sum[0] += 116 * y - 16;
      sum[1] += 500 * (x - y);
      sum[2] += 200 * (y - z);
    }
    const pixels = data.length / 4;
    return [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels] as const;
  }, picture.toString('base64'));
}

/** How far apart (CIE76) the mean colours of two whole screens are. */
export async function glowDifference(page: Page, first: Buffer, second: Buffer): Promise<number> {
  const [l1, a1, b1] = await glowOf(page, first);
  const [l2, a2, b2] = await glowOf(page, second);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}
