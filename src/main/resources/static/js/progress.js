// Follows the run that is going on, and shows the page anew when one starts or ends.

const WHILE_RUNNING = 1000;
const OTHERWISE = 3000;
const state = document.getElementById('progress');
const text = document.getElementById('progress-text');
const count = new Intl.NumberFormat('en');
const wasRunning = state.dataset.running === 'true';
const lastRun = state.dataset.run ?? '';

function describe({ run, reading }) {
  const finished = run.files.length === 0 ? '' : ` ${run.files.length === 1 ? 'One file is' : `${run.files.length} files are`} complete.`;
  if (!reading) {
    return `Looking for files.${finished}`;
  }
  return `Reading ${reading.name}: ${count.format(reading.rows)} rows so far.${finished}`;
}

async function look() {
  if (document.visibilityState === 'visible') {
    try {
      const answer = await fetch('/api/etl/progress');
      if (answer.ok) {
        const progress = await answer.json();
        if (progress.running !== wasRunning || String(progress.run?.id ?? '') !== lastRun) {
          window.location.reload();
          return;
        }
        if (text && progress.running) {
          text.textContent = describe(progress);
        }
      }
    } catch {
      if (text) {
        text.textContent = 'The service cannot be reached. Trying again.';
      }
    }
  }
  window.setTimeout(look, wasRunning ? WHILE_RUNNING : OTHERWISE);
}

window.setTimeout(look, WHILE_RUNNING);
