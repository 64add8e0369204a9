package org.passerelle.protect.consent.recording;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What kind of sound a file is, by how it begins and never by its name. */
final class SoundType {
  private SoundType() {}

  /** The media type, if it is one that is taken: MP3 (ISO/IEC 11172-3) or Ogg (RFC 3533). */
  static Optional<String> of(byte[] sent) {
    if (begins(sent, "OggS")) {
      return Optional.of("audio/ogg");
    }
    // a tag before the sound, or the first frame: eleven set bits, layer III
    boolean frame = sent.length > 3 && (sent[0] & 0xff) == 0xff && (sent[1] & 0xe6) == 0xe2;
    return begins(sent, "ID3") || frame ? Optional.of("audio/mpeg") : Optional.empty();
  }

  private static boolean begins(byte[] sent, String sign) {
    byte[] beginning = sign.getBytes(StandardCharsets.US_ASCII);
    return sent.length > beginning.length
        && java.util.Arrays.equals(sent, 0, beginning.length, beginning, 0, beginning.length);
  }
}
