package org.passerelle.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.passerelle.evidence.internal.Measure;
import org.passerelle.evidence.internal.ZipSource;

/**
 * A sealed case file without the bytes of its exhibits, which whoever keeps them need not keep
 * twice: with them it yields the same container, byte for byte, every time. Immutable; its arrays
 * are not to be changed.
 *
 * @param before files before the exhibits, in order
 * @param parts included exhibits, in order
 * @param seal the seal, which ends the container
 * @param exhibits number of exhibits that it lists
 * @param digestOfAll digest over all listed exhibits, the same in the versions for prosecution and
 *     defence
 */
public record SealedCaseFile(
    List<Text> before, List<Part> parts, Text seal, int exhibits, String digestOfAll) {
  public SealedCaseFile {
    before = List.copyOf(before);
    parts = List.copyOf(parts);
  }

  /** A file of the container that is no exhibit. */
  public record Text(String path, byte[] bytes) {}

  /**
   * An exhibit whose bytes are included.
   *
   * @param crc CRC-32 of its bytes, unsigned
   */
  public record Part(String number, String path, Digests digests, long crc) {}

  /**
   * The container as a stream; each exhibit is opened when its place is reached, and measured.
   *
   * @param contents bytes of an exhibit by its number
   * @return a stream that ends with an {@link IOException}, and is worthless then, if an exhibit is
   *     not what was sealed
   */
  public InputStream open(Function<String, Content> contents) {
    ZipSource source = new ZipSource();
    for (Text text : before) {
      source.add(text.path, text.bytes);
    }
    for (Part part : parts) {
      source.add(part.path, new Measure.Taken(part.digests, part.crc), contents.apply(part.number));
    }
    source.add(seal.path, seal.bytes);
    return source.open();
  }
}
