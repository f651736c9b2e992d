// The form of the page for uploads: sends files as soon as somebody has chosen them, and then shows the reports.

import { say } from '../words.js';
import { check, showReports } from './sending.js';

const form = document.querySelector('[data-upload]');
const chosen = form.querySelector('input[type=file]');
const text = form.querySelector('[data-said]');

form.addEventListener('submit', (event) => event.preventDefault());
// after a failure, somebody may choose the same file again
chosen.addEventListener('click', () => form.reset());
chosen.addEventListener('change', async () => {
  chosen.disabled = true;
  try {
    await check(chosen.files, (words) => { text.textContent = words; });
    form.reset();
    await showReports();
    text.textContent = say('checked');
  } catch (failure) {
    text.textContent = failure.message;
  }
  chosen.disabled = false;
});
