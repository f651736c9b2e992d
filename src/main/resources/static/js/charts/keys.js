// A chart by keyboard: the arrows go from mark to mark and say each, Enter does what a click on it does.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Lets a chart be walked.
 *
 * @param place where it is drawn
 * @param chart the chart that is there now
 * @param describe the text of the mark of a row
 * @param follow what a click on the mark of a row does
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
    } else if (event.key === 'Enter' && current >= 0) {
      follow(marks[current].row);
    }
  };
  place.onblur = () => {
    chart.dispatchAction({ type: 'hideTip' });
    chart.dispatchAction({ type: 'downplay', seriesIndex: 0 });
    current = -1;
  };
}
