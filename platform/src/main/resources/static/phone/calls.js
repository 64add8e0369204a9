/* Whom to call. Nothing here is about a person. */
import { callBox, h, icon } from './dom.js';
import { home, mine, pack } from './app.js';
import { say } from './words.js';

/** The first number of a country that is of one of the kinds, in their order; at most one. */
export function first(country, kinds) {
  const calls = mine()?.countries.find(c => c.code === country)?.calls ?? [];
  for (const kind of kinds) {
    const found = calls.find(c => c.kind === kind);
    if (found) return [found];
  }
  return [];
}

/** The one number that every page of a screening shows. */
export const urgent = country => first(country, ['general', 'police']);

/** The organisation's own line, or nothing. */
export const duty = text => pack?.dutyLine && h('p', {}, say(text), ' ', h('a', { class: 'nowrap', href: `tel:${pack.dutyLine.replaceAll(' ', '')}` }, pack.dutyLine));

/** All numbers, the own country first. */
export function callPage() {
  const all = mine().countries, own = all.filter(c => c.code === pack.country);
  return {
    title: say('call.title'),
    bar: [home(), h('span', { class: 'push' }, icon('offline'), say('call.offline'))],
    content: [
      h('div', { class: 'page-head' }, h('h1', {}, say('call.title')), h('p', {}, say('call.lede'))),
      pack.dutyLine && h('section', { class: 'section', 'aria-labelledby': 'duty' }, h('h2', { id: 'duty' }, say('call.duty')), callBox({ dialled: pack.dutyLine.replaceAll(' ', ''), label: say('call.duty.line'), number: pack.dutyLine })),
      [...own, ...all.filter(c => !own.includes(c))].map(country => h('section', { class: 'section', 'aria-labelledby': `c-${country.code}` }, h('h2', { id: `c-${country.code}` }, country.name),
        h('ul', { class: 'plain stack-s calls' }, country.calls.map(call => h('li', {}, callBox(call)))))),
      h('p', { class: 'small soft' }, say('call.note')),
      all.some(c => c.code === 'XK') && h('p', { class: 'tiny soft' }, `* ${say('call.kosovo')}`),
    ],
  };
}
