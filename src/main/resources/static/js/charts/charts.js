// Draws the charts of the page from the answers of /api/metrics. A click on a mark filters the page by it.

import { toggled } from '/js/charts/filters.js';
import { formats } from '/js/charts/formats.js';
import { options } from '/js/charts/options.js';
import { keepPlace } from '/js/charts/place.js';

const { echarts } = window;
const query = new URLSearchParams(window.location.search);
const drawn = [];

async function draw(place) {
  const response = await fetch(place.dataset.chart);
  if (!response.ok) {
    throw new Error(`The service answered ${response.status}.`);
  }
  const answer = await response.json();
  if (answer.rows.length === 0) {
    place.textContent = 'Nothing was sold in this range.';
    return;
  }
  const chart = echarts.init(place);
  const paint = () => chart.setOption(options(answer, formats), true);
  paint();
  chart.on('click', (hit) => {
    const link = toggled(answer, answer.rows[hit.data.row ?? hit.dataIndex], query);
    if (link !== null) {
      keepPlace();
      window.location.assign(link);
    }
  });
  drawn.push({ chart, paint });
  new ResizeObserver(() => chart.resize()).observe(place);
}

function drawAll() {
  drawn.splice(0).forEach(({ chart }) => chart.dispose());
  document.querySelectorAll('[data-chart]').forEach((place) => {
    draw(place).catch(() => { place.textContent = 'The chart could not be drawn. Its numbers are below.'; });
  });
}

drawAll();
document.addEventListener('refreshed', drawAll);
document.addEventListener('theme', () => drawn.forEach(({ paint }) => paint()));
