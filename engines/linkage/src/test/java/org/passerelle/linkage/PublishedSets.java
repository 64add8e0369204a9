package org.passerelle.linkage;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.Scheme;

/**
 * Lists of others with known truth; they stand outside the project, where they are there at all.
 */
final class PublishedSets {
  private static final Path FOLDER = Path.of("../../../shared/linkage/data");

  private PublishedSets() {}

  /** A list or two, and the column that tells who is who. */
  record Published(String name, List<String> files, String truth, String goal, String others) {}

  static final List<Published> ALL =
      List.of(
          new Published(
              "fake_1000",
              List.of("fake_1000.csv"),
              "cluster",
              ".95",
              "Splink .916, CLK with Dice .846, encoded attributes with EM .966"),
          new Published("FEBRL 1", List.of("dataset1.csv"), "rec_id", "", ""),
          new Published("FEBRL 2", List.of("dataset2.csv"), "rec_id", "", ""),
          new Published(
              "FEBRL 3",
              List.of("dataset3.csv"),
              "rec_id",
              ".9995",
              "JedAI .9986, Splink .9972, CLK .970, Duke .966"),
          new Published(
              "FEBRL 4",
              List.of("dataset4a.csv", "dataset4b.csv"),
              "rec_id",
              "1.000",
              "JedAI 1.000, Splink .9996, CLK .986, Duke .978"),
          new Published(
              "dirty 1000",
              List.of("dirty_1000_50_1.csv", "dirty_1000_50_2.csv"),
              "rec_id",
              "",
              ""));

  /** Whether the lists are there. */
  static boolean present() {
    return Files.isDirectory(folder());
  }

  private static Path folder() {
    String told = System.getProperty("linkage.data");
    return told == null ? FOLDER : Path.of(told);
  }

  static PersonTable table(String file) {
    try {
      return PersonTable.read(folder().resolve(file), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At the threshold that needs no labels, and with it the best one. */
  static Evaluation.Table inClear(Published set) {
    return Evaluation.of(linked(set), set.truth());
  }

  static LinkResult linked(Published set) {
    Linkage linkage =
        new Linkage(
            LinkSettings.usual().withLeftOut(Set.of(set.truth())).withThreads(2), Progress.SILENT);
    PersonTable first = table(set.files().get(0));
    return set.files().size() == 1
        ? linkage.deduplicate(first)
        : linkage.link(first, table(set.files().get(1)));
  }

  static LinkResult encodings(Published set, String scheme, int functions) {
    List<PersonTable> clear = set.files().stream().map(PublishedSets::table).toList();
    List<PersonTable> coded =
        clear.stream().map(t -> encoded(t, Set.of(set.truth()), scheme, functions)).toList();
    Linkage linkage = new Linkage(LinkSettings.usual(), Progress.SILENT);
    LinkResult result =
        coded.size() == 1
            ? linkage.deduplicate(coded.get(0))
            : linkage.link(coded.get(0), coded.get(1));
    return new LinkResult(
        clear.get(0),
        clear.size() == 1 ? Optional.empty() : Optional.of(clear.get(1)),
        result.outcome(),
        List.of(),
        List.of());
  }

  static PersonTable encoded(PersonTable table, Set<String> without, String scheme, int h) {
    try {
      return PersonTable.read(
          new StringReader(text(table, without, scheme, h)), "encoded.csv", null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of an encoding. */
  static String text(PersonTable table, Set<String> without, String scheme, int h) {
    EncodingKey key = EncodingKey.of("a key for figures only".getBytes(StandardCharsets.UTF_8));
    StringWriter out = new StringWriter();
    try {
      Encoding encoding = new Encoding(table, Map.of(), without);
      Optional<Scheme> chosen = Encoding.scheme(scheme, key, h);
      if (chosen.isPresent()) {
        encoding.write(chosen.get(), key, out, Progress.SILENT);
      } else {
        encoding.writeByAttribute(key, out);
      }
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What linking encodings gave, as if the list in clear had been linked. */
  static LinkResult judged(PersonTable clear, LinkResult coded) {
    return new LinkResult(clear, Optional.empty(), coded.outcome(), List.of(), List.of());
  }
}
