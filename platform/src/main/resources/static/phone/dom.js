/* Elements, with their attributes and what happens when they are used. */
const SVG = 'http://www.w3.org/2000/svg';

/** An element; an attribute that is null or false is left out, a function listens. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(9).filter(child => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

/** A symbol of the house. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg'), use = document.createElementNS(SVG, 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A box that says something; kind is good, warn, danger or empty. */
export const notice = (kind, sign, strong, ...more) => h('div', { class: `notice ${kind}`, role: kind === 'danger' ? 'alert' : 'status' }, icon(sign), h('p', {}, h('strong', {}, strong)), more.map(text => typeof text === 'string' ? h('p', { class: 'small' }, text) : text));

/** A number to call. */
export const callBox = call => h('a', { class: 'call', href: `tel:${call.dialled}` }, icon('phone'), h('span', {}, h('strong', {}, call.label), call.remark && h('small', {}, call.remark)), h('span', { class: 'number' }, call.number));
