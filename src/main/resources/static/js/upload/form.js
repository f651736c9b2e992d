// The form of the page for uploads: sends files as soon as somebody has chosen them, and loads the page again with the reports.

import { check } from './sending.js';

const form = document.querySelector('[data-upload]');
const chosen = form.querySelector('input[type=file]');
const text = form.querySelector('[role=status]');

form.addEventListener('submit', (event) => event.preventDefault());
chosen.addEventListener('change', async () => {
  chosen.disabled = true;
  try {
    await check(chosen.files, (words) => { text.textContent = words; });
    window.location.assign('/checks');
  } catch (failure) {
    text.textContent = failure.message;
    chosen.disabled = false;
  }
});
