/* The worker that keeps this page. A newer one waits until somebody takes it, and is never offered in the middle of a form. */
let registration = null;

/** Registers it. @param changed is called when a newer version waits */
export async function registerWorker(changed) {
  if (!('serviceWorker' in navigator)) return;
  const had = Boolean(navigator.serviceWorker.controller);
  let reloading = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // the first worker takes over a page that is there already; only a newer one needs a new page
    if (had && !reloading && asked) { reloading = true; location.reload(); }
  });
  try {
    registration = await navigator.serviceWorker.register('/sw.js');
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', changed));
  } catch { /* without it the page needs a network */ }
}

let asked = false;

/** Whether a newer version waits. */
export const newer = () => Boolean(registration?.waiting && navigator.serviceWorker.controller);

/** Takes the newer version: the page opens again with it. */
export function take() {
  asked = true;
  registration?.waiting?.postMessage('take');
}

/** Lets this page work without a network from now on, whatever version kept the house's pages before. */
export async function readyOffline() {
  if (!registration) return false;
  registration.waiting?.postMessage('take');
  await navigator.serviceWorker.ready;
  return true;
}
