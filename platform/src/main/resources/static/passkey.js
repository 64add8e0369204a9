/* Passkeys: the only thing on these pages that cannot be done without script. A part of the page marked data-passkey
   asks the house for a challenge, lets the browser answer it and sends the answer back. */
(() => {
  if (!window.PublicKeyCredential) return;

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  async function make(options, label) {
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    for (const known of options.excludeCredentials ?? []) known.id = bytes(known.id);
    const made = await navigator.credentials.create({ publicKey: options });
    return {
      label,
      credential: {
        id: made.id, rawId: text(made.rawId), type: made.type,
        response: {
          attestationObject: text(made.response.attestationObject),
          clientDataJSON: text(made.response.clientDataJSON),
          transports: made.response.getTransports?.() ?? [],
        },
        clientExtensionResults: made.getClientExtensionResults(),
        authenticatorAttachment: made.authenticatorAttachment,
      },
    };
  }

  async function use(options) {
    options.challenge = bytes(options.challenge);
    for (const known of options.allowCredentials ?? []) known.id = bytes(known.id);
    const used = await navigator.credentials.get({ publicKey: options });
    return {
      id: used.id, rawId: text(used.rawId), type: used.type,
      response: {
        authenticatorData: text(used.response.authenticatorData),
        clientDataJSON: text(used.response.clientDataJSON),
        signature: text(used.response.signature),
        userHandle: used.response.userHandle ? text(used.response.userHandle) : undefined,
      },
      clientExtensionResults: used.getClientExtensionResults(),
      authenticatorAttachment: used.authenticatorAttachment,
    };
  }

  for (const part of document.querySelectorAll('[data-passkey]')) {
    const { passkey, options, answer, csrf, failed } = part.dataset;
    const button = part.querySelector('[data-go]');
    const problem = part.querySelector('[data-problem]');
    const password = part.querySelector('[data-password]');
    const headers = { 'X-CSRF-TOKEN': csrf };
    part.hidden = false;

    button.addEventListener('click', async () => {
      button.disabled = true;
      problem.hidden = true;
      try {
        const asked = await fetch(options, { method: 'POST', headers, body: new URLSearchParams(password ? { currentPassword: password.value } : {}) });
        if (!asked.ok) throw await asked.json().catch(() => ({}));
        const challenge = await asked.json();
        const proof = passkey === 'make' ? await make(challenge, part.querySelector('[data-label]').value) : await use(challenge);
        const done = await fetch(answer, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(proof) });
        if (!done.ok) throw {};
        location.assign((await done.json()).to);
      } catch (reason) {
        problem.textContent = reason.problem ?? failed;
        problem.hidden = false;
        button.disabled = false;
        button.focus();
      }
    });
  }
})();
