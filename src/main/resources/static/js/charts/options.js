// Makes options for the chart library from the rows of an answer, with one function for each shape of chart.

import { lines } from './labels.js';
import { GRAINS, periodsBetween } from './periods.js';
import { say } from '../words.js';

export const MOST_BARS = 20;

/** The library would find out the height of a line by a Chinese sign, which the font may not have. */
const LINE_HEIGHT = 14;
const NAME_WIDTH = 150;

/** So many bars leave room for names in two lines. */
const FEW_BARS = 10;

/** Whether the reader wants nothing to move. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Bars that the filters do not choose. */
const PALE = 0.3;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The shape of each chart, and the column with the name of a row. The last column has the value. */
const SHAPES = {
  'top-customers': { shape: bars, name: 'name' },
  'monthly-revenue': { shape: line },
  'best-selling-products': { shape: bars, name: 'name' },
  'category-revenue': { shape: bars, name: 'category' },
  'average-order-value': { shape: line },
  'orders-per-weekday': { shape: columns, name: 'weekday' },
  'quantity-per-category': { shape: bars, name: 'category' },
  'top-cities': { shape: bars, name: 'city' },
  'customer-distribution': { shape: bars, name: 'city' },
  'price-vs-quantity': { shape: points, name: 'name' },
};

/** Columns of counts. Only quantities may have decimals. */
const COUNTS = ['quantity', 'orders', 'customers'];

/** The colour of each column with a value: each measure has its own. */
const COLOURS = { revenue: 'of-revenue', average_order_value: 'of-revenue', profit: 'of-profit', quantity: 'of-units', orders: 'of-orders', customers: 'of-orders' };

/** The colours of the current theme. */
function colours(value) {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return { mark: of(COLOURS[value]), below: of('below'), text: of('ink'), quiet: of('slate'), grid: of('grid'), paper: of('paper'), font: style.getPropertyValue('--bs-font-sans-serif').trim() };
}

/**
 * The options for the chart library.
 *
 * @param answer an answer of /api/metrics
 * @param formats functions that write numbers and dates
 */
export function options(answer, formats) {
  const { shape, name } = SHAPES[answer.metric];
  const value = answer.columns.at(-1);
  const column = (wanted) => answer.columns.indexOf(wanted);
  const rows = answer.rows.slice(0, shape === bars ? MOST_BARS : answer.rows.length);
  const grain = GRAINS.includes(answer.columns[0]) ? answer.columns[0] : null;
  const write = COUNTS.includes(value) ? formats.count : formats.money;
  const look = colours(value);
  const sheet = {
    title: say(`column.${value}`),
    whole: COUNTS.includes(value) && rows.every((row) => Number.isInteger(row[column(value)])),
    grain,
    ...(grain ? periodNames(grain, rows, formats) : name === 'weekday' ? weekdayNames(rows, formats) : uniqueNames(answer.rows, rows, column(name), look.font)),
    keys: rows.map((row) => String(row[0])),
    values: rows.map((row) => row[column(value)]),
    texts: rows.map((row) => write(row[column(value)])),
    before: rows.map((row) => answer.before?.values[row[0]] ?? null),
    allBefore: answer.before?.values ?? {},
    until: answer.until ?? [],
    // only a line that is zero without sales goes on to the end
    none: answer.until ? 0 : null,
    partial: answer.partial ?? {},
    chosen: answer.chosen ?? [],
    write,
    prices: column('price') < 0 ? [] : rows.map((row) => row[column('price')]),
  };
  return {
    ...frame(look),
    tooltip: {
      ...tooltip(look),
      trigger: shape === points ? 'item' : 'axis',
      axisPointer: { type: shape === line ? 'line' : 'shadow', lineStyle: { color: look.quiet }, shadowStyle: { color: look.quiet, opacity: 0.08 } },
      formatter: (hit) => describe(sheet, row([hit].flat().find(({ seriesIndex }) => (seriesIndex ?? 0) === 0)), formats),
    },
    ...shape(sheet, look, formats),
  };
}

const periodNames = (grain, rows, formats) => ({
  names: rows.map((row) => (grain === 'week' ? say('week-of', formats.period(grain, row[0])) : formats.period(grain, row[0]))),
});

// Answers have the English names in every language.
const weekdayNames = (rows, formats) => ({
  names: rows.map(([day]) => formats.weekday(WEEKDAYS.indexOf(day), 'long')),
  labels: rows.map(([day]) => formats.weekday(WEEKDAYS.indexOf(day), 'short')),
});

/** The names of the rows, and the same names as labels of an axis. A name that several rows have gets the id of the row behind it. */
function uniqueNames(all, rows, column, font) {
  const rowsOf = new Map();
  all.forEach((row) => rowsOf.set(row[column], (rowsOf.get(row[column]) ?? 0) + 1));
  const isShared = (row) => rowsOf.get(row[column]) > 1 && column > 0;
  const broken = (name) => lines(name, NAME_WIDTH, rows.length > FEW_BARS ? 1 : 2, `12px ${font}`);
  return {
    names: rows.map((row) => (isShared(row) ? `${row[column]} (${row[0]})` : String(row[column]))),
    // a label may be too long for its line, but the id has a line of its own
    labels: rows.map((row) => (isShared(row) ? `${row[column]}\n(${row[0]})` : broken(String(row[column])))),
  };
}

// A mark may have no row, and a row may have no mark, so each mark has the index of its row.
function row(hit) {
  return hit?.data?.row ?? null;
}

function describe(sheet, index, formats) {
  if (index === null) {
    return say('nothing-sold');
  }
  const price = sheet.prices.length === 0 ? '' : `\n${say('column.price')}: ${formats.money(sheet.prices[index])}`;
  const part = sheet.partial[sheet.keys[index]];
  const before = sheet.before[index] === null ? '' : `\n${say('year-before', sheet.write(sheet.before[index]))}`;
  return `${sheet.names[index]}${part ? ` ${part}` : ''}\n${sheet.title}: ${sheet.texts[index]}${price}${before}`;
}

function frame(look) {
  return {
    animation: !still.matches,
    animationDuration: 300,
    // no pattern, except for marks with a pattern of their own
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: [{ symbol: 'none' }] } },
    textStyle: { fontFamily: look.font, color: look.text },
    grid: { left: 12, right: 28, top: 16, bottom: 8, containLabel: true },
  };
}

// Draws the text on the canvas, because HTML would need inline styles, which the page forbids.
function tooltip(look) {
  return { renderMode: 'richText', confine: true, backgroundColor: look.paper, borderColor: look.grid, textStyle: { color: look.text, fontFamily: look.font } };
}

function measureAxis(sheet, look, formats) {
  return { type: 'value', minInterval: sheet.whole ? 1 : 0, axisLabel: { color: look.quiet, formatter: formats.short, hideOverlap: true }, splitLine: { lineStyle: { color: look.grid } } };
}

function nameAxis(names, look) {
  return { type: 'category', data: names, axisLabel: { color: look.text, overflow: 'truncate', width: NAME_WIDTH, lineHeight: LINE_HEIGHT }, axisTick: { show: false }, axisLine: { lineStyle: { color: look.quiet } } };
}

// Negative values have another colour, and stripes for readers who do not see the colour.
function marks(sheet, look, radius) {
  const stripes = { symbol: 'rect', color: look.paper, dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 4 };
  return sheet.values.map((value, index) => ({
    value,
    row: index,
    itemStyle: {
      ...(value < 0 ? { color: look.below, decal: stripes, borderRadius: radius } : { color: look.mark, borderRadius: radius }),
      ...(sheet.chosen.length > 0 && !sheet.chosen.includes(sheet.keys[index]) ? { opacity: PALE } : {}),
    },
  }));
}

// A mark across each bar at the value of the year before.
function marksBefore(sheet, look, across) {
  const data = sheet.before.map((value, index) => (value === null ? null : across ? [value, index] : [index, value])).filter((place) => place !== null);
  return data.length === 0 ? [] : [{ type: 'scatter', symbol: 'rect', symbolSize: across ? [2, 24] : [32, 2], data, itemStyle: { color: look.text }, silent: true, z: 5 }];
}

/** The value behind the end of each bar, in three digits. */
function valueLabels(sheet, look, formats, behind, before) {
  return {
    label: { show: true, color: look.quiet, fontSize: 11, formatter: ({ dataIndex }) => formats.brief(sheet.values[dataIndex]) },
    labelLayout: { hideOverlap: true },
    data: (data) => data.map((mark) => ({ ...mark, label: { position: mark.value < 0 ? before : behind } })),
  };
}

function bars(sheet, look, formats) {
  const { data, ...labels } = valueLabels(sheet, look, formats, 'right', 'left');
  return {
    grid: { ...frame(look).grid, right: 56 },
    xAxis: measureAxis(sheet, look, formats),
    yAxis: { ...nameAxis(sheet.labels, look), inverse: true },
    series: [{ type: 'bar', data: data(marks(sheet, look, [0, 4, 4, 0])), barMaxWidth: 26, ...labels }, ...marksBefore(sheet, look, true)],
  };
}

function columns(sheet, look, formats) {
  const { data, ...labels } = valueLabels(sheet, look, formats, 'top', 'bottom');
  return {
    grid: { ...frame(look).grid, top: 28 },
    xAxis: { ...nameAxis(sheet.labels, look), axisLabel: { color: look.text } },
    yAxis: measureAxis(sheet, look, formats),
    series: [{ type: 'bar', data: data(marks(sheet, look, [4, 4, 0, 0])), barMaxWidth: 44, ...labels }, ...marksBefore(sheet, look, false)],
  };
}

// A period without sales is zero or a gap, because a line over the period would show sales that did not happen.
function line(sheet, look, formats) {
  const own = [...sheet.keys].concat(sheet.until).sort();
  const ends = [...own, ...Object.keys(sheet.allBefore)].sort();
  const periods = periodsBetween(sheet.grain, ends[0], ends.at(-1));
  const isWhole = Object.keys(sheet.partial).length === 0;
  const sold = marks(sheet, look);
  const points = periods.map((period) => {
    const isOutside = period < own[0] || period > own.at(-1);
    const point = sold[sheet.keys.indexOf(period)] ?? (isOutside || sheet.none === null ? null : { value: sheet.none, row: null });
    return point && sheet.partial[period] ? hollow(point, look) : point;
  });
  return {
    // the first and the last label are centred on their points, and need room beyond them
    grid: { ...frame(look).grid, left: 28, right: 48 },
    xAxis: { ...nameAxis(periods.map((period) => formats.period(sheet.grain, period)), look), axisLabel: { color: look.quiet, hideOverlap: true } },
    yAxis: measureAxis(sheet, look, formats),
    series: [{
      type: 'line',
      data: points,
      symbolSize: 7,
      showAllSymbol: true,
      showSymbol: periods.length < 40 || periods.length > sheet.keys.length,
      lineStyle: { color: look.mark, width: isWhole ? 2.5 : 0 },
      areaStyle: { color: look.mark, opacity: 0.08 },
    }, ...(isWhole ? [] : linesOfParts(sheet, look, periods, points)), ...lineBefore(sheet, look, periods)],
  };
}

// A period that is not whole has a hollow mark, so that nobody takes it for a fall.
function hollow(point, look) {
  return { ...point, symbol: 'circle', symbolSize: 9, itemStyle: { ...point.itemStyle, color: look.paper, borderColor: look.mark, borderWidth: 2, borderType: 'dashed' } };
}

// The line to and from a period that is not whole is dashed. One series has one kind of line, so these are two series.
function linesOfParts(sheet, look, periods, points) {
  const values = points.map((point) => point?.value ?? null);
  const isPart = (place) => periods[place] in sheet.partial;
  const drawn = (shown, type) => ({ type: 'line', data: values.map((value, place) => (shown(place) ? value : null)), symbol: 'none', silent: true, lineStyle: { color: look.mark, width: 2.5, type } });
  return [drawn((place) => !isPart(place), 'solid'), drawn((place) => [place - 1, place, place + 1].some(isPart), 'dashed')];
}

function lineBefore(sheet, look, periods) {
  const ends = Object.keys(sheet.allBefore).sort();
  if (ends.length === 0) {
    return [];
  }
  const valueOf = (period) => sheet.allBefore[period] ?? (period < ends[0] || period > ends.at(-1) ? null : sheet.none);
  return [{ type: 'line', data: periods.map(valueOf), symbol: 'circle', symbolSize: 5, showAllSymbol: true, silent: true, itemStyle: { color: look.mark, opacity: 0.35 }, lineStyle: { color: look.mark, width: 2, opacity: 0.35 }, z: 1 }];
}

function points(sheet, look, formats) {
  const axis = (name, place) => ({ ...measureAxis(sheet, look, formats), type: 'log', name, nameTextStyle: { color: look.quiet }, ...place });
  // a logarithmic axis has no place for zero and negative values
  const shown = sheet.values.map((value, index) => index).filter((index) => sheet.values[index] > 0 && sheet.prices[index] > 0);
  return {
    grid: { left: 24, right: 28, top: 40, bottom: 40, containLabel: true },
    xAxis: axis(say('column.price'), { nameLocation: 'middle', nameGap: 28 }),
    // above the axis, where no label is, however long the labels are
    yAxis: axis(say('column.quantity'), { nameLocation: 'end', nameGap: 14 }),
    series: [{
      type: 'scatter',
      symbolSize: 8,
      data: shown.map((index) => ({ value: [sheet.prices[index], sheet.values[index]], row: index, itemStyle: { color: look.mark, opacity: 0.6 } })),
    }],
  };
}
