// Lets readers use a chart with the keyboard: the arrow keys go from mark to mark and announce it, and Enter acts like a click.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Makes a chart react to keys.
 *
 * @param place the element with the chart
 * @param chart the current chart
 * @param describe returns the text of the mark of a row
 * @param follow does what a click on the mark of a row does
 */
export function walk(place, chart, describe, follow) {
  const marks = chart.getOption().series[0].data;
  const said = document.getElementById('chart-said');
  let current = -1;

  function go(step) {
    let next = current;
    do {
      next += step;
    } while (next >= 0 && next < marks.length && !marks[next]);
    if (next < 0 || next >= marks.length) {
      return;
    }
    chart.dispatchAction({ type: 'downplay', seriesIndex: 0, dataIndex: current });
    current = next;
    chart.dispatchAction({ type: 'highlight', seriesIndex: 0, dataIndex: current });
    chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: current });
    said.textContent = describe(marks[current].row);
  }

  place.tabIndex = 0;
  place.onkeydown = (event) => {
    if (event.key in STEPS) {
      event.preventDefault();
      go(STEPS[event.key]);
    } else if (event.key === 'Enter' && Number.isInteger(marks[current]?.row)) {
      follow(marks[current].row);
    }
  };
  place.onblur = () => {
    chart.dispatchAction({ type: 'hideTip' });
    chart.dispatchAction({ type: 'downplay', seriesIndex: 0 });
    current = -1;
  };
}
