package org.passerelle.gate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict decoding of text: never with a replacement character for invalid bytes. */
public final class PlainText {
  private PlainText() {}

  /** The text, unless the bytes are not valid UTF-8. */
  public static Optional<String> of(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** Whether a query string is valid text once it is decoded. */
  static boolean isQuery(String query) {
    byte[] bytes = new byte[query.length()];
    int length = 0;
    for (int i = 0; i < query.length(); i++) {
      char sign = query.charAt(i);
      if (sign > 127) {
        return false;
      }
      if (sign == '%') {
        int high = i + 2 < query.length() ? Character.digit(query.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(query.charAt(i + 2), 16);
        if (low < 0) {
          return false;
        }
        sign = (char) ((high << 4) | low);
        i += 2;
      }
      bytes[length++] = (byte) sign;
    }
    return of(java.util.Arrays.copyOf(bytes, length)).isPresent();
  }
}
