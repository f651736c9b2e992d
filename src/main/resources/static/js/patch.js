// Changes a part of the page into the same part of a newer copy of the page. Elements that have not changed stay, with the focus on them.

/** Attributes that the reader or a script sets, and the service never changes. */
const OURS = new Set(['hidden', 'open', 'data-open', 'aria-expanded', 'style', 'tabindex', '_echarts_instance_']);

/** Elements whose content scripts make. */
const MADE_HERE = '[data-chart], [data-said], datalist, dialog, noscript';

function isChanged(field) {
  if (field.type === 'checkbox' || field.type === 'radio') {
    return field.checked !== field.defaultChecked;
  }
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(given, 0);
  }
  return 'defaultValue' in field && field.value !== field.defaultValue;
}

/** Whether the element has to stay as it is. A form that the reader has begun to fill in does: nothing changes under the reader's hands. */
function stays(element) {
  return element.matches(MADE_HERE) || (element instanceof HTMLFormElement && [...element.elements].some(isChanged));
}

const isBlank = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() === '';

// the property id of a form may be a field with that name
const idOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('id') : null);
const isSame = (shown, fresh) => shown.nodeName === fresh.nodeName && idOf(shown) === idOf(fresh);

/** The node itself, or the next one that is no white space: a script may have moved elements. */
function withoutBlanks(node) {
  let next = node;
  while (next !== null && isBlank(next)) {
    next = next.nextSibling;
  }
  return next;
}

function patchAttributes(shown, fresh) {
  const names = new Set([...shown.getAttributeNames(), ...fresh.getAttributeNames()].filter((name) => !OURS.has(name)));
  names.forEach((name) => {
    const value = fresh.getAttribute(name);
    if (value === null) {
      shown.removeAttribute(name);
    } else if (shown.getAttribute(name) !== value) {
      shown.setAttribute(name, value);
    }
  });
}

function patchChildren(shown, fresh) {
  const wantedIds = new Set([...fresh.children].map(idOf));
  // these go first, so that what stands below them need not move
  [...shown.children].filter((child) => idOf(child) !== null && !wantedIds.has(idOf(child))).forEach((child) => child.remove());
  let next = shown.firstChild;
  [...fresh.childNodes].forEach((wanted) => {
    const child = wanted.nodeType === Node.ELEMENT_NODE ? withoutBlanks(next) : next;
    if (child !== null && isSame(child, wanted)) {
      next = child.nextSibling;
      patch(child, wanted);
    } else {
      const elsewhere = idOf(wanted) === null ? undefined : [...shown.children].find((other) => isSame(other, wanted));
      shown.insertBefore(elsewhere ?? document.adoptNode(wanted), next);
      if (elsewhere) {
        patch(elsewhere, wanted);
      }
    }
  });
  while (next !== null) {
    const child = next;
    next = next.nextSibling;
    child.remove();
  }
}

/**
 * Changes an element of the page into its newer copy.
 *
 * @param shown the element of the page
 * @param fresh the same element in a newer copy of the page; its parts may move into the page
 */
export function patch(shown, fresh) {
  if (shown.isEqualNode(fresh)) {
    return;
  }
  if (shown.nodeType !== Node.ELEMENT_NODE) {
    shown.nodeValue = fresh.nodeValue;
  } else if (shown.matches('[data-chart]')) {
    // a script draws what the attributes ask for
    patchAttributes(shown, fresh);
  } else if (!stays(shown)) {
    patchAttributes(shown, fresh);
    patchChildren(shown, fresh);
  }
}
