/* Sealing for the house, which alone can open it, and words that are signed (JWS, RFC 7515, ES256). The file format is that of age
   (age-encryption.org/v1), by its author's own library. */
import { Encrypter } from './age.js';

const BLOCK = 4096;
const EC = { name: 'ECDSA', namedCurve: 'P-256' }, ES256 = { name: 'ECDSA', hash: 'SHA-256' };
const utf8 = text => new TextEncoder().encode(text);

export const base64 = bytes => {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};
const unbase64 = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));

/** SHA-256 in hexadecimal. */
export const sha256 = async bytes => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map(b => b.toString(16).padStart(2, '0')).join('');

/** Bytes that only the holder of the recipient's key opens. */
export async function seal(content, recipient) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}

/** A record in its envelope, padded so that its length tells little. */
export function sealRecord(signed, recipient) {
  const envelope = JSON.stringify({ format: 'passerelle-record-1', signed });
  return seal(utf8(envelope.padEnd(Math.ceil(envelope.length / BLOCK) * BLOCK, ' ')), recipient);
}

/** The phone's own pair; the private half is given out to nobody. */
export async function signingPair() {
  const pair = await crypto.subtle.generateKey(EC, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { secret: pair.privateKey, open: { kty, crv, x, y } };
}

export async function sign(payload, typ, kid, secret) {
  const said = `${base64(utf8(JSON.stringify({ alg: 'ES256', typ, kid })))}.${base64(utf8(JSON.stringify(payload)))}`;
  return `${said}.${base64(await crypto.subtle.sign(ES256, secret, utf8(said)))}`;
}

/**
 * What a signed word says, if one of the keys signed it and it is of the type.
 * @returns the payload, or undefined
 */
export async function verified(word, typ, trust) {
  try {
    const [head, payload, signature] = word.split('.');
    const { alg, typ: is, kid } = JSON.parse(new TextDecoder().decode(unbase64(head)));
    const key = trust.find(one => one.kid === kid);
    if (alg !== 'ES256' || is !== typ || !key) return undefined;
    const { kty, crv, x, y } = key;
    const open = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, EC, false, ['verify']);
    return await crypto.subtle.verify(ES256, open, unbase64(signature), utf8(`${head}.${payload}`))
      ? JSON.parse(new TextDecoder().decode(unbase64(payload))) : undefined;
  } catch { return undefined; }
}
