// Lets readers enlarge a chart, or download it as a picture.

import { formats } from './formats.js';
import { options } from './options.js';

const WIDTH = 1200;
const HEIGHT = 700;
const KEPT_MILLIS = 60_000;

/** The chart of an answer as SVG, in the colours of the page. */
function drawing(answer, title) {
  const chart = window.echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    const whole = options(answer, formats);
    chart.setOption({
      ...whole,
      animation: false,
      backgroundColor: whole.tooltip.backgroundColor,
      title: { text: title, left: 12, top: 12, textStyle: whole.textStyle },
      grid: { ...whole.grid, top: 64 },
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function save(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // a browser may begin to read only later
  window.setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLIS);
}

function enlarge(title, show) {
  const dialog = document.getElementById('enlarged');
  dialog.querySelector('h2').textContent = title;
  dialog.showModal();
  const bigger = show(dialog.querySelector('.chart'));
  dialog.addEventListener('close', () => bigger.end(), { once: true });
}

/**
 * Makes the buttons of a chart work, and shows the buttons.
 *
 * @param card the chart with its title and its buttons
 * @param show draws the answer in another place
 */
export function offerTools(card, answer, show) {
  const title = card.querySelector('.chart-title').textContent;
  const tool = (name, use) => {
    const button = card.querySelector(`[data-tool="${name}"]`);
    button.hidden = false;
    button.onclick = use;
  };
  tool('svg', () => save(drawing(answer, title), `${answer.metric}.svg`));
  tool('enlarge', () => enlarge(title, show));
}
