/* A tip is sealed here, so that the server that takes it cannot read it: the fields become one document, padded to one of three sizes, and only
   that is sent. Photographs are drawn anew, without the place where they were taken. Without this script the form is sent as it stands. */
import { seal } from '/phone/seal.js';

const form = document.querySelector('form[data-tip]');
if (form) begin(form);

const csrf = document.querySelector('[name="_csrf"]')?.value;
for (const exit of document.querySelectorAll('[data-exit]')) exit.addEventListener('click', () => {
  const data = new FormData();
  data.append('_csrf', csrf ?? '');
  if (form?.dataset.leave) navigator.sendBeacon(form.dataset.leave, data);
}, true);

function begin(form) {
  const status = form.querySelector('[role="status"]'), { sizes, sealing, failed, large } = form.dataset;
  form.querySelector('[data-sealed="server"]').hidden = true;
  form.querySelector('[data-sealed="browser"]').hidden = false;
  let solved;
  const puzzle = () => solved ??= solve(form.elements.ticket.value, Number(form.dataset.bits));
  if (form.dataset.bits) form.addEventListener('input', puzzle, { once: true });
  let busy = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (busy) return;
    const what = form.elements.what;
    if (!what.value.trim()) { status.textContent = form.dataset.needed; what.focus(); return; }
    busy = true;
    status.textContent = sealing;
    try {
      const document_ = new TextEncoder().encode(JSON.stringify(await written(form)));
      const size = sizes.split(' ').map(Number).find(one => one >= document_.length);
      if (!size) { status.textContent = large; return; }
      const padded = new Uint8Array(size).fill(32);
      padded.set(document_);
      const data = new FormData();
      for (const name of ['_csrf', '_once', '_form', 'ticket']) data.append(name, form.elements[name].value);
      for (const name of ['team', 'danger-now']) data.append(name, chosen(form, name));
      data.append('number', form.dataset.bits ? await puzzle() : '');
      // what is sent has one of three lengths, whatever was chosen
      data.append('fill', '.'.repeat(40 - data.get('number').length - data.get('danger-now').length));
      data.append('sealed', new Blob([await seal(padded, recipient(form))]), 'tip');
      const answer = await fetch(form.action, { method: 'POST', body: data });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const error = page.querySelector('.error-summary li');
      if (!answer.ok || answer.url.endsWith('/return')) { status.textContent = error?.textContent ?? failed; return; }
      if (answer.redirected) { location.replace(answer.url); return; }
      document.title = page.title;
      document.querySelector('main').replaceWith(page.querySelector('main'));
      const heading = document.querySelector('main h1');
      heading.tabIndex = -1;
      heading.focus();
      scrollTo(0, 0);
    } catch {
      status.textContent = failed;
    } finally { busy = false; }
  });
}

const chosen = (form, name) => new FormData(form).get(name) ?? '';

function recipient(form) {
  const team = form.elements.team;
  return team?.selectedOptions ? team.selectedOptions[0].dataset.recipient : form.dataset.recipient;
}

async function written(form) {
  const files = [];
  for (const input of form.querySelectorAll('input[type="file"]')) for (const file of input.files) {
    const bytes = new Uint8Array(await (await drawn(file)).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    files.push({ name: file.name, content: btoa(text) });
  }
  const field = name => chosen(form, name).toString();
  return { format: 'passerelle-tip-1', kind: field('kind') || 'more', what: field('what'), where: field('where'), when: field('when'),
    danger: field('danger'), onward: field('onward') === 'yes', files };
}

/* A photograph drawn anew has no position in it; what cannot be drawn goes as it is, and is cleaned where it is opened. */
async function drawn(file) {
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(file.type)) return file;
  try {
    const picture = await createImageBitmap(file), scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
    return blob ?? file;
  } catch { return file; }
}

/* The number with which SHA-256 of ticket, colon and number begins with zeros. It rests now and then, so that somebody can go on typing. */
async function solve(ticket, bits) {
  const limit = 2 ** (32 - bits);
  for (let number = 0; ; number++) {
    if (firstWord(`${ticket}:${number}`) < limit) return String(number);
    if (number % 2000 === 1999) await new Promise(rest => setTimeout(rest));
  }
}

const K = new Int32Array(64), H = new Int32Array(8), w = new Int32Array(64);
for (let candidate = 2, at = 0; at < 64; candidate++) {
  let prime = true;
  for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) { prime = false; break; }
  if (!prime) continue;
  const fraction = power => (((candidate ** power) % 1) * 2 ** 32) | 0;
  if (at < 8) H[at] = fraction(1 / 2);
  K[at++] = fraction(1 / 3);
}

/* The first word of SHA-256 (FIPS 180-4) of a text in ASCII: one hash of the browser's own costs a promise, ten times as long. */
function firstWord(text) {
  const length = text.length, blocks = ((length + 8) >> 6) + 1, words = new Int32Array(blocks * 16);
  for (let i = 0; i < length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  words[length >> 2] |= 0x80 << (24 - (length % 4) * 8);
  words[blocks * 16 - 1] = length * 8;
  const state = new Int32Array(H);
  for (let block = 0; block < blocks; block++) {
    let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = words[block * 16 + i];
      else {
        const x = w[i - 15], y = w[i - 2];
        w[i] = (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) + w[i - 7]
          + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)) + w[i - 16] | 0;
      }
      const one = h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + K[i] + w[i] | 0;
      const two = (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c)) | 0;
      h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }
  return state[0] >>> 0;
}
