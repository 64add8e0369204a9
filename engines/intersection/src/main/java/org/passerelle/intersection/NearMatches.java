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
 * The second tier, for partners who both allow it: name and birth as one hardened encoding of 1,024
 * bits ({@link Saul}) under a key of one round, compared by how many bits differ. It finds what
 * exact tokens miss: a slip in a word, one word where the other side wrote two.
 *
 * <p><b>The asked side has the key.</b> Whoever controls it can encode guessed names and see
 * whether one of them was asked for; against outsiders and between rounds the encodings tell
 * nothing. This is what both sides agree to. For one thread.
 */
public final class NearMatches {
  /** Of a key. */
  public static final int KEY_OCTETS = 32;

  /** Of an encoding. */
  public static final int OCTETS = 128;

  /**
   * Most bits in which a match differs; 512 is what strangers differ by on average. What it finds
   * and whom it takes for one stands in docs/federation.md.
   */
  public static final int FARTHEST = 360;

  /** Most files that a question finds: the nearest. */
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
   * A set that files are added to.
   *
   * @param secret {@value #KEY_OCTETS} octets of chance
   */
  public NearMatches(byte[] secret) {
    if (secret.length != KEY_OCTETS) {
      throw new BadExchange(
          "A key of %d octets; %d are expected.".formatted(secret.length, KEY_OCTETS));
    }
    key = EncodingKey.of(secret);
  }

  /** What one side calls a person, and who it is. */
  public record Named(String file, Identity identity) {}

  /** Adds files, each under every name that it has; without a name or a birth it is not added. */
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
   * A person as they are asked for: {@value #OCTETS} octets; nothing without a name or a birth. Of
   * several names the first.
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
   * Files that are near, the nearest first, at most {@value #MOST}.
   *
   * @param asked {@value #OCTETS} octets
   */
  public List<String> near(byte[] asked) {
    if (asked.length != OCTETS) {
      throw new BadExchange(
          "An encoding of %d octets; %d are expected.".formatted(asked.length, OCTETS));
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

  /** The lines after the header of the scheme and that of the columns. */
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

  /** The day, else the later of the years that it can be; nothing where that is not known. */
  private static String birth(Identity person) {
    Birth birth = person.birth();
    if (birth.day() != null) {
      return birth.day().toString();
    }
    return birth.first() <= birth.last() ? Integer.toString(birth.last()) : "";
  }
}
