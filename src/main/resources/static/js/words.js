// The words of scripts, in the language of the page.

const words = JSON.parse(document.documentElement.dataset.words);

/** A sentence of the message files, with its values. The key is written without "script." in front. */
export const say = (key, ...values) => words[`script.${key}`].replace(/\{(\d)\}/g, (place, index) => values[index]);
