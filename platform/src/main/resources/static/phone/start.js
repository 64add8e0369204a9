/* Opens the page: texts, what this phone has, and then the queue. Everything that it needs is read at once, so that a change of worker in the middle
   of a form changes nothing. */
import { at, draw, go, setOut, takePack } from './app.js';
import { askPage, keepTyped } from './asking.js';
import { beginPage, firstPage } from './first.js';
import { callPage } from './calls.js';
import { devicePage, enrolPage, unlockPage } from './device.js';
import { forgetOutcome, resultPage } from './outcome.js';
import { close, open } from './entry.js';
import { forget, hasPin, whenIdle } from './lock.js';
import { onChange, watch } from './queue.js';
import { kept } from './store.js';
import { keepForGood } from './screen.js';
import { registerWorker } from './worker.js';
import { take } from './words.js';

/* Pages that show what changes by itself; a form that somebody fills in is never drawn anew under their hands. */
const LIVE = ['', 'phone', 'result'];
const live = () => { if (LIVE.includes(at()[0]) && !document.querySelector('[data-sure]')) draw(true); };

take(await (await fetch('/phone/words')).json(), document.body.dataset.language);
takePack(await kept('pack'));
setOut({ '': firstPage, ask: askPage, begin: beginPage, call: callPage, enrol: enrolPage, phone: devicePage, result: resultPage, unlock: unlockPage }, name => {
  if (name !== 'result') forgetOutcome();
  if (name !== 'ask') close();
});
whenIdle(async () => {
  if (open()) await keepTyped().catch(() => {});
  close();
  forget();
  forgetOutcome();
  draw();
});
const leaving = () => { if (open()) keepTyped().catch(() => {}); };
addEventListener('pagehide', leaving);
document.addEventListener('visibilitychange', () => { if (document.hidden) leaving(); });
await draw();
onChange(async () => {
  takePack(await kept('pack'));
  // reported as lost: what is unfinished is destroyed, and the form with it
  if (open() && !await hasPin()) { close(); go(''); } else live();
});
registerWorker(live);
watch();
if (await kept('phone')) keepForGood();
