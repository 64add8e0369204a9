package org.passerelle.protect.sharing.consent.recording;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Detects the sound format from the first bytes of a file, never from its name. */
final class SoundType {
  private SoundType() {}

  /** The media type if it is accepted: MP3 (ISO/IEC 11172-3) or Ogg (RFC 3533). */
  static Optional<String> of(byte[] sent) {
    if (begins(sent, "OggS")) {
      return Optional.of("audio/ogg");
    }
    // an ID3 tag, or the first frame: eleven set bits, layer III
    boolean frame = sent.length > 3 && (sent[0] & 0xff) == 0xff && (sent[1] & 0xe6) == 0xe2;
    return begins(sent, "ID3") || frame ? Optional.of("audio/mpeg") : Optional.empty();
  }

  private static boolean begins(byte[] sent, String sign) {
    byte[] beginning = sign.getBytes(StandardCharsets.US_ASCII);
    return sent.length > beginning.length
        && java.util.Arrays.equals(sent, 0, beginning.length, beginning, 0, beginning.length);
  }
}
