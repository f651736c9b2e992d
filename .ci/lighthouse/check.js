// Asks Lighthouse about pages of a running service, as a desktop and as a phone: node check.js URL FOLDER [PATH …]
// The reports go to the folder. Fails if a page is not accessible, or against best practice; a slow page is only reported, because other
// work on the machine makes a page look slow.

import { mkdirSync, writeFileSync } from 'node:fs';
import * as chromeLauncher from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const [service, folder, ...given] = process.argv.slice(2);
const paths = given.length > 0 ? given : ['/', '/analytics'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const DEVICES = { desktop: { config: desktopConfig, performance: 90 }, phone: { config: undefined, performance: 75 } };
const TRIES = 3;

const chrome = await chromeLauncher.launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium-headless-shell', chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });

async function look(path, device) {
  const { config } = DEVICES[device];
  const { lhr, report } = await lighthouse(service + path, { port: chrome.port, output: 'html', onlyCategories: CATEGORIES, logLevel: 'error' }, config);
  const name = `${path.replaceAll(/\W/g, '') || 'home'}-${device}`;
  writeFileSync(`${folder}/${name}.html`, report);
  const scores = CATEGORIES.map((category) => Math.round((lhr.categories[category].score ?? 0) * 100));
  const seconds = (audit) => `${(lhr.audits[audit].numericValue / 1000).toFixed(1)} s`;
  console.log(`${name}: ${CATEGORIES.map((category, index) => `${category} ${scores[index]}`).join(', ')}; first paint ${seconds('first-contentful-paint')}, `
    + `largest ${seconds('largest-contentful-paint')}, blocked ${seconds('total-blocking-time')}, ${Math.round(lhr.audits['total-byte-weight'].numericValue / 1000)} kB`);
  const faults = [lhr.categories.accessibility, lhr.categories['best-practices']]
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]))
    .filter(({ score }) => score !== null && score < 1)
    .map(({ title, details }) => `  ${title}: ${(details?.items ?? []).slice(0, 5).map((item) => item.node?.snippet ?? item.url ?? item.description ?? '').join(' | ')}`);
  faults.forEach((fault) => console.log(fault));
  return { quick: scores[0] >= DEVICES[device].performance, sound: scores[1] === 100 && scores[2] === 100 };
}

let failed = false;
try {
  mkdirSync(folder, { recursive: true });
  for (const path of paths) {
    for (const device of Object.keys(DEVICES)) {
      let seen = { quick: false, sound: true };
      for (let tries = 0; tries < TRIES && !seen.quick && seen.sound; tries += 1) {
        seen = await look(path, device);
      }
      failed ||= !seen.sound;
      if (!seen.quick) {
        console.log(`  slower than ${DEVICES[device].performance} in ${TRIES} tries`);
      }
    }
  }
} finally {
  await chrome.kill();
}
if (failed) {
  console.error('Expected 100 for accessibility and best practices.');
  process.exitCode = 1;
}
