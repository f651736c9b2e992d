// Draws the charts of the page from the answers of /api/metrics. A click on a mark opens its details.

import { leadsTo } from './filters.js';
import { formats } from './formats.js';
import { walk } from './keys.js';
import { MOST_BARS, options } from './options.js';
import { keepPlace } from './place.js';
import { offerTools } from './tools.js';
import { say } from '../words.js';

/** The chart library, which a page fetches when it draws its first chart. It is no module, and makes the global variable echarts. */
const LIBRARY = '../../webjars/echarts/dist/echarts.common.min.js';
const paper = window.matchMedia('print');
const query = new URLSearchParams(window.location.search);
const drawn = [];
/** What can be empty although something was sold: to nobody who is known. */
const OF_CUSTOMERS = new Set(['top-customers', 'customer-distribution']);

const of = (place) => drawn.find((shown) => shown.place === place);

function emptyText({ metric, measure }) {
  if (measure === 'profit') {
    return say('empty.cost');
  }
  return OF_CUSTOMERS.has(metric) ? say('empty.customers') : say('empty.sales');
}

/** The periods of a chart that are not whole, with words for that. */
const parts = (place) => Object.fromEntries((place.dataset.partial ?? '').split(',').filter((part) => part !== '').map((part) => part.replaceAll('_', ' ').split(':')));

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`The service answered ${response.status}.`);
  }
  return response.json();
}

/** The answer of a place, with the keys of the bars that the filters choose. Bars that are not among the best stand alone. */
async function answerOf(place) {
  const chosen = new URLSearchParams(place.dataset.chosen ?? '').getAll('key');
  const answer = await fetched(place.dataset.chart);
  if (chosen.every((key) => answer.rows.slice(0, MOST_BARS).some((row) => String(row[0]) === key))) {
    return { ...answer, chosen };
  }
  return fetched(place.dataset.alone);
}

/** Draws the chart of a place. A chart whose rows have not changed stays as it is. */
async function draw(place) {
  const [answer] = await Promise.all([answerOf(place), import(LIBRARY)]);
  answer.partial = parts(place);
  answer.until = place.dataset.until;
  const state = ({ rows, before, partial, until, chosen }) => JSON.stringify([rows, before, partial, until, chosen]);
  if (of(place) && state(of(place).answer) === state(answer)) {
    return;
  }
  of(place)?.end();
  if (answer.rows.length === 0) {
    place.textContent = emptyText(answer);
    return;
  }
  show(place, answer);
  offerTools(place.closest('.chart-card'), answer, (bigger) => show(bigger, answer));
}

/** Follows a click on a mark, or anywhere in its row or column if the tooltip counts the whole row or column. */
function onMark(chart, painted, follow) {
  if (painted.tooltip.trigger === 'item') {
    chart.on('click', (hit) => hit.data && follow(hit.data.row));
    return;
  }
  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    const isRow = painted.yAxis.type === 'category';
    // the name and the value beside a bar belong to its row too
    if (chart.containPixel('grid', isRow ? [chart.getWidth() / 2, offsetY] : [offsetX, chart.getHeight() / 2])) {
      const [across, up] = chart.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY]);
      const mark = painted.series[0].data[isRow ? up : across];
      if (Number.isInteger(mark?.row)) {
        follow(mark.row);
      }
    }
  });
}

/** Draws an answer, and draws it again when the theme or the size of the place changes. */
function show(place, answer) {
  const chart = window.echarts.init(place);
  const follow = (row) => {
    const link = leadsTo(answer, answer.rows[row], query);
    if (link !== null) {
      keepPlace();
      window.location.assign(link);
    }
  };
  let painted = null;
  const paint = () => {
    painted = options(answer, formats);
    chart.setOption(painted, true);
  };
  paint();
  onMark(chart, painted, follow);
  walk(place, chart, (row) => painted.tooltip.formatter({ data: { row } }), follow);
  // do not draw again for printing; the style sheet scales the picture
  const resizes = new ResizeObserver(() => paper.matches || chart.resize());
  resizes.observe(place);
  const shown = {
    place,
    answer,
    chart,
    paint,
    end() {
      resizes.disconnect();
      chart.dispose();
      drawn.splice(drawn.indexOf(shown), 1);
    },
  };
  drawn.push(shown);
  return shown;
}

/** The charts that nobody has seen yet. */
const unseen = new Set();
const sight = new IntersectionObserver((entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => drawNow(target)), { rootMargin: '200px' });
const whenIdle = window.requestIdleCallback ?? ((work) => window.setTimeout(work, 200));

async function drawNow(place) {
  unseen.delete(place);
  sight.unobserve(place);
  try {
    await draw(place);
  } catch {
    if (!of(place)) {
      place.textContent = say('not-drawn');
    }
  }
}

// The others are drawn one by one while nothing else happens, because printing does not wait for them.
function drawUnseen() {
  whenIdle(async () => {
    const [next] = unseen;
    if (next) {
      await drawNow(next);
      drawUnseen();
    }
  });
}

// An enlarged chart is not drawn again until it is closed.
function drawAll() {
  drawn.filter(({ place }) => !place.isConnected).forEach((shown) => shown.end());
  unseen.clear();
  document.querySelectorAll('[data-chart]').forEach((place) => {
    if (of(place)) {
      drawNow(place);
    } else {
      unseen.add(place);
      sight.observe(place);
    }
  });
  drawUnseen();
}

drawAll();
document.addEventListener('refreshed', drawAll);
// draw at once, because printing does not wait for the next frame
document.addEventListener('theme', () => drawn.forEach(({ paint, chart }) => {
  paint();
  chart.getZr().flush();
}));
