package org.passerelle.linkage.encoding;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.kernel.BitColumns;

/** An encoding as text: Base64 of its 128 bytes. */
public final class EncodedWords {
  private EncodedWords() {}

  /** As text. */
  public static String text(int[] words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * 4);
    for (int word : words) {
      bytes.putInt(word);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * From text.
   *
   * @throws BadRecords if it is not an encoding of 1,024 bits
   */
  public static int[] decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length == BitColumns.BITS / 8) {
        int[] words = new int[BitColumns.WORDS];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
      }
    } catch (IllegalArgumentException e) {
      throw broken(text);
    }
    throw broken(text);
  }

  private static BadRecords broken(String text) {
    return new BadRecords(
        "%s is not an encoding of %d bits. Maybe the file was cut off or edited."
            .formatted(text.length() > 20 ? text.substring(0, 20) + "…" : text, BitColumns.BITS));
  }
}
