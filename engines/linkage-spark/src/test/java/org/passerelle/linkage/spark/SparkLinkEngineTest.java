package org.passerelle.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.LinkEngine;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;

/** Wherever pairs are compared, the result is the same to the last digit. */
@Tag("long")
class SparkLinkEngineTest {
  private static final Path FEBRL =
      Path.of(System.getProperty("linkage.data", "../../../shared/linkage/data"), "dataset1.csv");
  @TempDir Path folder;

  static boolean febrlIsThere() {
    return Files.exists(FEBRL);
  }

  private static LinkSettings settings(String truth) {
    return LinkSettings.usual().withLeftOut(Set.of(truth)).withThreads(2);
  }

  private static LinkEngine.Place place(String master) {
    return new LinkEngine.Place(master, Map.of());
  }

  private static LinkResult linked(
      Path left, Optional<Path> right, LinkSettings settings, Optional<LinkEngine.Place> place)
      throws IOException {
    Linkage linkage =
        place
            .map(p -> new Linkage(settings, Progress.SILENT, engine().at(p)))
            .orElseGet(() -> new Linkage(settings, Progress.SILENT));
    PersonTable first = PersonTable.read(left, null);
    return right.isPresent()
        ? linkage.link(first, PersonTable.read(right.get(), null))
        : linkage.deduplicate(first);
  }

  private static LinkEngine engine() {
    return ServiceLoader.load(LinkEngine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(e -> e.name().equals("spark"))
        .findFirst()
        .orElseThrow();
  }

  private static void same(Path left, Optional<Path> right, LinkSettings settings)
      throws IOException {
    same(left, right, settings, place("local[2]"));
  }

  private static void same(
      Path left, Optional<Path> right, LinkSettings settings, LinkEngine.Place place)
      throws IOException {
    LinkResult here = linked(left, right, settings, Optional.empty());
    LinkResult spark = linked(left, right, settings, Optional.of(place));
    assertThat(here.matches()).isNotEmpty();
    assertThat(spark.matches()).isEqualTo(here.matches());
    assertThat(spark.groups()).isEqualTo(here.groups());
    assertThat(spark.expected()).isEqualTo(here.expected());
    assertThat(spark.report()).isEqualTo(here.report());
    assertThat(spark.review(0.05, 0.95)).isEqualTo(here.review(0.05, 0.95));
  }

  private Path invented(int persons) throws IOException {
    Path file = folder.resolve("invented.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      RecordFile.write(RecordGenerator.load(), persons, 5, out, n -> {});
    }
    return file;
  }

  @Test
  void inventedListsAreDeduplicatedAlike() throws IOException {
    same(invented(2_000), Optional.empty(), settings("person"));
  }

  @Test
  void twoListsAreLinkedAlike() throws IOException {
    List<String> rows = Files.readAllLines(invented(700));
    Path left = folder.resolve("left.csv");
    Path right = folder.resolve("right.csv");
    int half = rows.size() / 2;
    Files.write(left, rows.subList(0, half));
    Files.writeString(
        right, rows.get(0) + "\n" + String.join("\n", rows.subList(half, rows.size())));
    same(left, Optional.of(right), settings("person"));
  }

  /** One record in twenty has a surname, a birthday and a place in common with all of these. */
  @Test
  void aCrowdThatSharesOneKeyIsLinkedAlike() throws IOException {
    List<String> rows = Files.readAllLines(invented(2_000));
    List<String> header = List.of(rows.get(0).split(",", -1));
    for (int r = 1; r < rows.size(); r += 20) {
      String[] cells = rows.get(r).split(",", -1);
      cells[header.indexOf("surname")] = "Hoxha";
      cells[header.indexOf("date_of_birth")] = "1990-01-01";
      cells[header.indexOf("birth_place")] = "Tirana";
      rows.set(r, String.join(",", cells));
    }
    Path crowd = Files.write(folder.resolve("crowd.csv"), rows);
    same(crowd, Optional.empty(), settings("person"));
  }

  @Test
  void settingsOfSparkAreTakenAndFoldersOfCheckpointsAreLeftEmpty() throws IOException {
    Path file = invented(300);
    Path checkpoints = Files.createDirectory(folder.resolve("checkpoints"));
    Map<String, String> conf =
        Map.of(
            "spark.executor.memory",
            "777m",
            "spark.checkpoint.dir",
            checkpoints.toUri().toString());
    LinkSettings settings = settings("person");
    Set<String> seen = new TreeSet<>();
    Progress looking =
        (step, share) -> {
          if (step.startsWith("comparing what shares")) {
            SparkConf of = SparkEnv.get().conf();
            seen.add(of.get("spark.executor.memory") + " " + hasFiles(checkpoints));
          }
        };
    LinkEngine.Place place = new LinkEngine.Place("local[2]", conf);
    new Linkage(settings, looking, engine().at(place)).deduplicate(PersonTable.read(file, null));
    assertThat(seen).containsExactly("777m true");
    assertThat(hasFiles(checkpoints)).isFalse();
    same(file, Optional.empty(), settings, place);
  }

  private static boolean hasFiles(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @EnabledIf("febrlIsThere")
  void publishedListsAreDeduplicatedAlike() throws IOException {
    same(FEBRL, Optional.empty(), settings("rec_id"));
  }

  @Test
  void anInterruptedThreadEndsIt() throws IOException {
    Path file = invented(100);
    Progress interrupting =
        (step, share) -> {
          if (step.startsWith("learning")) {
            Thread.currentThread().interrupt();
          }
        };
    LinkSettings settings = settings("person");
    Linkage linkage = new Linkage(settings, interrupting, engine().at(place("local[2]")));
    PersonTable table = PersonTable.read(file, null);
    assertThatThrownBy(() -> linkage.deduplicate(table)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    // and nothing of it stands in the way of the next
    same(file, Optional.empty(), settings);
  }

  @Test
  void aMasterThatIsNoneIsRefused() throws IOException {
    Path file = invented(100);
    assertThatThrownBy(
            () ->
                linked(file, Optional.empty(), settings("person"), Optional.of(place("somewhere"))))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("somewhere")
        .hasMessageContaining("local[2]");
  }
}
