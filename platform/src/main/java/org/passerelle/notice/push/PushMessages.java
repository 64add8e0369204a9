package org.passerelle.notice.push;

import com.zerodeplibs.webpush.MessageEncryptionException;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import com.zerodeplibs.webpush.key.KeyExtractionException;
import com.zerodeplibs.webpush.key.MalformedUncompressedBytesException;

/** Encrypts push messages, so that the push service cannot read them. */
final class PushMessages {
  private PushMessages() {}

  /**
   * The body of a request (RFC 8291).
   *
   * @param content at most 3,800 bytes in UTF-8
   * @throws IllegalArgumentException if the key or the secret is invalid
   */
  static byte[] sealed(String content, byte[] key, byte[] secret) {
    try {
      return MessageEncryptions.of()
          .encrypt(UserAgentMessageEncryptionKeyInfo.of(key, secret), PushMessage.ofUTF8(content))
          .toBytes();
    } catch (InvalidECPublicKeyException
        | KeyExtractionException
        | MalformedUncompressedBytesException
        | MessageEncryptionException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
