package org.passerelle.intersection;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.Encoding;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.encoding.EncodedWords;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.Saul;

/**
 * The second tier, for partners who both allow it: name and birth date as one hardened encoding of
 * 1,024 bits ({@link Saul}) under a key for one round, compared by Hamming distance. It finds what
 * exact tokens miss: a typing error, or one word where the other side wrote two.
 *
 * <p><b>The asked side has the key.</b> Anyone who controls it can encode guessed names and see
 * whether one of them was asked for; to outsiders and across rounds the encodings reveal nothing.
 * Both sides agree to this. Not thread-safe.
 */
public final class NearMatches {
  /** Length of a key in bytes. */
  public static final int KEY_OCTETS = 32;

  /** Length of an encoding in bytes. */
  public static final int OCTETS = 128;

  /**
   * Maximum Hamming distance of a match; strangers differ by 512 bits on average. Its accuracy is
   * in docs/federation.md.
   */
  public static final int FARTHEST = 360;

  /** Maximum number of files found per question: the nearest. */
  static final int MOST = 3;

  private static final int WORDS = OCTETS / Integer.BYTES;
  private static final String NAME = "near";
  private static final Map<String, AttributeKind> COLUMNS =
      Map.of(
          "record", AttributeKind.IGNORED,
          "name", AttributeKind.FULL_NAME,
          "birth", AttributeKind.BIRTH_DATE);
  private final EncodingKey key;
  private final List<String> files = new ArrayList<>();
  private final List<int[]> encodings = new ArrayList<>();

  /**
   * An empty set.
   *
   * @param secret {@value #KEY_OCTETS} random bytes
   */
  public NearMatches(byte[] secret) {
    if (secret.length != KEY_OCTETS) {
      throw new BadExchange(
          "A key of %d bytes; %d are expected.".formatted(secret.length, KEY_OCTETS));
    }
    key = EncodingKey.of(secret);
  }

  /** A person with one side's identifier. */
  public record Named(String file, Identity identity) {}

  /** Adds files, each under all of its names; a file without name or birth date is skipped. */
  public void add(List<Named> some) {
    List<Named> each = new ArrayList<>();
    for (Named one : some) {
      for (String name : one.identity().names()) {
        if (!name.isBlank() && !birth(one.identity()).isEmpty()) {
          each.add(
              new Named(
                  one.file(),
                  new Identity(List.of(name), one.identity().birth(), List.of(), List.of())));
        }
      }
    }
    List<int[]> encoded = encoded(each.stream().map(Named::identity).toList());
    for (int i = 0; i < each.size(); i++) {
      files.add(each.get(i).file());
      encodings.add(encoded.get(i));
    }
  }

  /**
   * The encoding of a person for a question: {@value #OCTETS} bytes; empty without a name or birth
   * date. Uses the first name.
   */
  public Optional<byte[]> ask(Identity person) {
    if (person.names().isEmpty() || person.names().get(0).isBlank() || birth(person).isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer octets = ByteBuffer.allocate(OCTETS);
    octets.asIntBuffer().put(encoded(List.of(person)).get(0));
    return Optional.of(octets.array());
  }

  /**
   * The nearest files, at most {@value #MOST}.
   *
   * @param asked {@value #OCTETS} bytes
   */
  public List<String> near(byte[] asked) {
    if (asked.length != OCTETS) {
      throw new BadExchange(
          "An encoding of %d bytes; %d are expected.".formatted(asked.length, OCTETS));
    }
    int[] words = new int[WORDS];
    ByteBuffer.wrap(asked).asIntBuffer().get(words);
    List<Near> found = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int bits = differing(words, encodings.get(i));
      if (bits <= FARTHEST) {
        found.add(new Near(files.get(i), bits));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Near::bits))
        .map(Near::file)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private record Near(String file, int bits) {}

  private static int differing(int[] one, int[] other) {
    int bits = 0;
    for (int w = 0; w < WORDS; w++) {
      bits += Integer.bitCount(one[w] ^ other[w]);
    }
    return bits;
  }

  private List<int[]> encoded(List<Identity> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    StringWriter plain = new StringWriter();
    StringWriter out = new StringWriter();
    try {
      try (CSVPrinter csv = new CSVPrinter(plain, CSVFormat.DEFAULT)) {
        csv.printRecord("record", "name", "birth");
        for (int i = 0; i < people.size(); i++) {
          csv.printRecord(i, people.get(i).names().get(0), birth(people.get(i)));
        }
      }
      PersonTable list = PersonTable.read(new StringReader(plain.toString()), NAME, "record");
      new Encoding(list, COLUMNS, Set.of())
          .write(new Saul(key, Saul.USUAL), key, out, Progress.SILENT);
      return read(out.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses the lines after the scheme's header and the column header. */
  private static List<int[]> read(String written) throws IOException {
    List<int[]> all = new ArrayList<>();
    try (CSVParser csv =
        CSVParser.parse(written.substring(written.indexOf('\n') + 1), CSVFormat.DEFAULT)) {
      for (CSVRecord line : csv) {
        if (line.getRecordNumber() > 1) {
          all.add(line.get(1).isEmpty() ? new int[WORDS] : EncodedWords.decoded(line.get(1)));
        }
      }
    }
    return all;
  }

  /** The day, otherwise the later of the possible years; empty if unknown. */
  private static String birth(Identity person) {
    Birth birth = person.birth();
    if (birth.day() != null) {
      return birth.day().toString();
    }
    return birth.first() <= birth.last() ? Integer.toString(birth.last()) : "";
  }
}
