// The form of the page for uploads: sends files as soon as somebody has chosen them, and then shows the reports.

import { say } from '../words.js';
import { check, showReports } from './sending.js';

const form = document.querySelector('[data-upload]');
const chosen = form.querySelector('input[type=file]');
const text = form.querySelector('[role=status]');

form.addEventListener('submit', (event) => event.preventDefault());
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
