/* Binds this browser to the house, so that it can say that something waits: the Push API, which cannot be used without script. */
(() => {
  const form = document.querySelector('[data-push]');
  if (!form || !('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return;
  const button = form.querySelector('[data-push-do]');
  const problem = form.querySelector('[data-push-problem]');
  form.querySelector('[data-push-without]').hidden = true;
  button.hidden = false;

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const same = (one, other) => one && text(one) === text(other);

  async function subscription() {
    await navigator.serviceWorker.register('/sw.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    const key = bytes(form.dataset.push);
    const there = await pushManager.getSubscription();
    // one that was made for another key of the house brings nothing any more
    if (there && !same(there.options.applicationServerKey, key)) await there.unsubscribe();
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  }

  function say(sentence) {
    problem.textContent = sentence;
    problem.hidden = false;
    button.disabled = false;
  }

  form.addEventListener('submit', async event => {
    if (form.elements.endpoint.value) return;
    event.preventDefault();
    button.disabled = true;
    problem.hidden = true;
    if (await Notification.requestPermission() !== 'granted') {
      say(form.dataset.pushDenied);
      return;
    }
    try {
      const made = await subscription();
      form.elements.endpoint.value = made.endpoint;
      form.elements.key.value = text(made.getKey('p256dh'));
      form.elements.secret.value = text(made.getKey('auth'));
      form.requestSubmit();
    } catch {
      say(form.dataset.pushFailed);
    }
  });
})();
