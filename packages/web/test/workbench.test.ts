import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const executablePath = process.env.CHROMIUM ?? '';
const root = resolve(import.meta.dirname, '../../..');
/** Set SCREENS=1 to renew the pictures the README shows. */
const screens = process.env.SCREENS === '1' ? join(root, 'docs/screens') : null;

describe.skipIf(executablePath === '')('the workbench in a real browser, on the starter book', () => {
  const home = mkdtempSync(join(tmpdir(), 'casebook-web-'));
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  let address = '';
  const consoleErrors: string[] = [];

  beforeAll(async () => {
    server = spawn(
      process.execPath,
      ['packages/cli/bin/casebook.js', 'serve', '--port', '0', '--home', home],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    address = await new Promise<string>((found, failed) => {
      let out = '';
      const read = (chunk: Buffer): void => {
        out += chunk.toString();
        const match = /http:\/\/127\.0\.0\.1:\d+/.exec(out);
        if (match !== null) found(match[0]);
      };
      server.stdout?.on('data', read);
      server.stderr?.on('data', read);
      server.once('exit', (code) => failed(new Error(`serve ended with ${code}: ${out}`)));
    });
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text());
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  });

  it('opens with the POEM note coded: K22.0 first, its words marked', async () => {
    await page.goto(address);
    const first = page.locator('article.card').first();
    await first.waitFor();
    expect(await first.getAttribute('data-code')).toBe('K22.0');
    expect(await first.locator('.role').innerText()).toBe('First-listed');
    const marked = page.locator('.cm-content [data-codes~="K22.0"]').first();
    expect((await marked.innerText()).toLowerCase()).toContain('achalasia');
    expect(await page.locator('.rejected').innerText()).toContain('negated');
    if (screens !== null) await page.screenshot({ path: join(screens, 'workbench.png') });
  });

  it('links card and note both ways', async () => {
    await page.locator('article.card[data-code="K22.0"] .card-head').click();
    await page.locator('article.card.card-on .trail').waitFor();
    expect(await page.locator('.cm-content .mark-on').count()).toBeGreaterThan(0);
    // A click beside any mark lets go of the card; a click on a mark takes it up again.
    await page.locator('.cm-content .cm-line', { hasText: 'OPERATIVE REPORT' }).first().click();
    await page.locator('article.card-on').waitFor({ state: 'detached' });
    await page.locator('.cm-content [data-codes~="K22.0"]').first().click();
    await page.locator('article.card-on[data-code="K22.0"]').waitFor();
  });

  it('codes what is typed', async () => {
    await page.locator('.context select').first().selectOption('');
    await page.locator('.cm-content').click();
    await page.keyboard.type('Assessment: acute appendicitis.');
    const card = page.locator('article.card').first();
    await page.locator('article.card[data-code^="K35"]').waitFor();
    expect(await card.locator('q').first().innerText()).toContain('appendicitis');
  });

  it('searches as you type and opens the code page at its own address', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('achalas');
    await page.locator('.hits [cmdk-item]').first().waitFor();
    expect(await page.locator('.hits').innerText()).toContain('K22.0');
    if (screens !== null) await page.screenshot({ path: join(screens, 'search.png') });
    await page.locator('.hits [cmdk-item]', { hasText: 'K22.0' }).first().click();
    await page.waitForURL(/\/codes\/icd10cm\/K22\.0$/);
    await page.locator('.code-hero h1', { hasText: 'Achalasia' }).waitFor();
  });

  for (const [path, words, picture] of [
    ['/codes/icd10cm/K22.0', 'Achalasia', 'code-page'],
    ['/codes/cpt/43497', 'What it is', 'explainer'],
    ['/codes/icd10pcs/0D848ZZ', 'Approach', null],
    ['/codes/icd10cm/S82.61XA', '7th character', null],
    ['/book', 'ICD-10-CM', null],
  ] as const) {
    it(`${path} stands on its own address`, async () => {
      await page.goto(`${address}${path}`);
      await page.locator('main', { hasText: words }).waitFor();
      expect(await page.locator('main').innerText()).toContain(words);
      if (screens !== null && picture !== null)
        await page.screenshot({ path: join(screens, `${picture}.png`) });
    });
  }

  it('a code that is not in the book says so and offers near ones', async () => {
    await page.goto(`${address}/codes/icd10cm/K22.77`);
    await page.locator('main', { hasText: 'not in the open book' }).waitFor();
  });

  it('nothing failed in the console', () => {
    expect(consoleErrors.filter((line) => !line.includes('404'))).toEqual([]);
  });
});
