// Breaks names into lines for the axis of a chart.

const pen = document.createElement('canvas').getContext('2d');

/**
 * The name in lines of at most this width, broken between words. A line may still be too long: one long word, or the rest of the name in the
 * last line.
 *
 * @param width the width in pixels
 * @param most the largest number of lines
 * @param font the font as style sheets write it
 */
export function lines(name, width, most, font) {
  pen.font = font;
  const written = [];
  for (const word of name.split(' ')) {
    const longer = `${written.at(-1)} ${word}`;
    if (written.length > 0 && (written.length === most || pen.measureText(longer).width <= width)) {
      written[written.length - 1] = longer;
    } else {
      written.push(word);
    }
  }
  return written.join('\n');
}
