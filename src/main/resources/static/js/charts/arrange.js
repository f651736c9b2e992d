// Lets the reader sort and hide charts. The browser keeps the order and the hidden charts.

import { say } from '../words.js';

const KEY = 'analytics-charts';
const AS_IT_COMES = { order: [], hidden: [] };

function remembered() {
  try {
    return { ...AS_IT_COMES, ...JSON.parse(window.localStorage.getItem(KEY)) };
  } catch {
    return AS_IT_COMES;
  }
}

function remember(arrangement) {
  window.localStorage.setItem(KEY, JSON.stringify(arrangement));
  arrange();
}

let original = [];

const slug = (place) => place.querySelector('.chart-card').id;
const places = () => [...document.querySelectorAll('.charts > *')];

// Moves the elements themselves, so that the tab key goes through the charts in the same order.
function arrange() {
  if (places().length === 0) {
    return;
  }
  const { order, hidden } = remembered();
  const rank = (place) => (order.includes(slug(place)) ? order.indexOf(slug(place)) : order.length + original.indexOf(slug(place)));
  const list = document.querySelector('.charts');
  places().sort((a, b) => rank(a) - rank(b)).forEach((place, index) => {
    place.hidden = hidden.includes(slug(place));
    place.querySelector('[data-arrange]').hidden = false;
    // an element that moves loses the focus
    if (list.children[index] !== place) {
      list.insertBefore(place, list.children[index]);
    }
  });
  const note = document.getElementById('arranged');
  note.hidden = order.length === 0 && hidden.length === 0;
  note.querySelector('span').textContent = hidden.length === 0 ? say('own-order') : say('hidden', hidden.length, places().length);
}

function move(card, by) {
  const shown = places().filter((place) => !place.hidden).map(slug);
  const from = shown.indexOf(card.id);
  const to = from + by;
  if (to < 0 || to >= shown.length) {
    return;
  }
  [shown[from], shown[to]] = [shown[to], shown[from]];
  const { hidden } = remembered();
  remember({ order: [...shown, ...hidden], hidden });
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-move], [data-hide], [data-arrange-reset]');
  if (button === null) {
    return;
  }
  const card = button.closest('.chart-card');
  if ('move' in button.dataset) {
    move(card, Number(button.dataset.move));
    button.focus();
  } else if ('hide' in button.dataset) {
    const { order, hidden } = remembered();
    remember({ order, hidden: [...hidden, card.id] });
    document.querySelector('[data-arrange-reset]').focus();
  } else {
    remember(AS_IT_COMES);
  }
});

function begin() {
  original = places().map(slug);
  arrange();
}

begin();
document.addEventListener('refreshed', begin);
