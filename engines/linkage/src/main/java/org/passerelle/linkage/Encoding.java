package org.passerelle.linkage;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.passerelle.linkage.encoding.AttributeEncodings;
import org.passerelle.linkage.encoding.Clk;
import org.passerelle.linkage.encoding.EncodedWords;
import org.passerelle.linkage.encoding.EncodingHeader;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.RecordGrams;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.encoding.Scheme;
import org.passerelle.linkage.internal.comparison.Families;
import org.passerelle.linkage.internal.comparison.Population;

/**
 * Writes a list as encodings, so that it can be compared with another's by somebody who holds
 * neither names nor key.
 *
 * <pre>
 * EncodingKey key = EncodingKey.read(file).derived("known elsewhere", List.of("a@fr", "b@rs"));
 * new Encoding(list, Map.of(), Set.of())
 *     .write(new Saul(key, Saul.USUAL), key, writer, Progress.SILENT);
 * </pre>
 */
public final class Encoding {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
  private final PersonTable list;
  private final Fields fields;
  private final Population population;

  /**
   * Prepares a list.
   *
   * @throws BadRecords if no column of it tells of a person
   */
  public Encoding(PersonTable people, Map<String, AttributeKind> columns, Set<String> leftOut) {
    PersonTable list = DateParts.joined(people, columns);
    if (list.encoding().isPresent()) {
      throw new BadRecords("%s is encoded already.".formatted(list.name()));
    }
    this.list = list;
    this.fields = Fields.of(list, Optional.empty(), columns, leftOut);
    if (fields.fields().isEmpty()) {
      throw new BadRecords(
          "No column that tells of a person was recognised in %s; it has %s. Maybe name the columns in a configuration (--config)."
              .formatted(list.name(), String.join(", ", list.header())));
    }
    this.population =
        fields.population(
            list, Optional.empty(), new int[0], Runtime.getRuntime().availableProcessors());
  }

  /** The scheme of a name, if there is one: {@code clk}, or {@code saul} with H functions. */
  public static Optional<Scheme> scheme(String id, EncodingKey key, int functions) {
    return switch (id) {
      case "clk" -> Optional.of(new Clk(key));
      case "saul" -> Optional.of(new Saul(key, functions));
      default -> Optional.empty();
    };
  }

  /** The records, made comparable. */
  public Population population() {
    return population;
  }

  /**
   * What share of the records, from 0 to 1, have somebody of the same family beside them. Encodings
   * of whole records take such for one person; {@link #writeByAttribute} does not.
   */
  public double families() {
    return Families.share(population);
  }

  /**
   * Whether {@link #families} can be told at all: from first names and surnames beside addresses or
   * telephones.
   */
  public boolean tellsFamilies() {
    return Families.canBeTold(population);
  }

  /** What goes into the encodings, as kinds of attributes. */
  public List<String> attributes() {
    return fields.fields().stream().map(f -> f.kind().id()).sorted().toList();
  }

  private EncodingHeader header(Scheme scheme, EncodingKey key) {
    EncodingHeader header =
        EncodingHeader.of(scheme, scheme.id(), key, String.join("+", attributes()));
    return tellsFamilies() ? header.withFamilies(families()) : header;
  }

  /** Each record in 1,024 bits; a record without any value has an empty place. */
  public void write(Scheme scheme, EncodingKey key, Writer out, Progress progress)
      throws IOException {
    out.write(header(scheme, key).line());
    out.write('\n');
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord(list.header().get(list.idColumn()), "encoding");
    RecordGrams grams = new RecordGrams(population);
    for (int row = 0; row < list.size(); row++) {
      csv.printRecord(list.id(row), encoded(scheme, grams.of(row)));
      if (row % 4096 == 0) {
        progress.at("encoding", row / (double) list.size());
      }
    }
    csv.flush();
  }

  /**
   * As {@link #write}, with false records among the true ones. Every record is called by a random
   * pseudonym, so that nobody but the owner of the second file can tell which are false.
   *
   * @param share false records for each true one, above 0
   * @param own the owner's list of pseudonyms and identifiers; false records do not stand in it
   */
  public void writePadded(
      Scheme scheme, EncodingKey key, double share, RandomGenerator random, Writer out, Writer own)
      throws IOException {
    out.write(header(scheme, key).line());
    out.write('\n');
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord("record", "encoding");
    CSVPrinter names = new CSVPrinter(own, FORMAT);
    names.printRecord("record", list.header().get(list.idColumn()));
    RecordGrams grams = new RecordGrams(population);
    int falses = (int) Math.ceil(share * list.size());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < list.size() + falses; i++) {
      order.add(i);
    }
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    for (int row : order) {
      String pseudonym = "%016x".formatted(random.nextLong());
      if (row < list.size()) {
        names.printRecord(pseudonym, list.id(row));
      }
      long[] of = row < list.size() ? grams.of(row) : grams.invented(list.size(), random);
      csv.printRecord(pseudonym, encoded(scheme, of));
    }
    csv.flush();
    names.flush();
  }

  /**
   * Each attribute by itself, for the confirmation of a hit in a unit that is trusted with it: a
   * list of names of places or of forenames can be recognised by its frequencies.
   */
  public void writeByAttribute(EncodingKey key, Writer out) throws IOException {
    AttributeEncodings encodings = new AttributeEncodings(key, population);
    out.write(encodings.header(key, String.join("+", attributes())).line());
    out.write('\n');
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    List<String> header = new ArrayList<>(List.of(list.header().get(list.idColumn())));
    header.addAll(encodings.columns());
    csv.printRecord(header);
    for (int row = 0; row < list.size(); row++) {
      List<String> cells = new ArrayList<>(List.of(list.id(row)));
      cells.addAll(encodings.of(row));
      csv.printRecord(cells);
    }
    csv.flush();
  }

  private static String encoded(Scheme scheme, long[] grams) {
    return grams.length == 0 ? "" : EncodedWords.text(scheme.encode(grams));
  }
}
