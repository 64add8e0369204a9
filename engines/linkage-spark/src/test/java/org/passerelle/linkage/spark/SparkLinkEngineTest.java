package org.passerelle.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CancellationException;
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

  private static LinkResult linked(
      Path left, Optional<Path> right, LinkSettings settings, Optional<String> master)
      throws IOException {
    Linkage linkage =
        master
            .map(
                m ->
                    new Linkage(
                        settings,
                        Progress.SILENT,
                        engine().at(m, new LinkEngine.Lists(left, right, null, settings))))
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
    LinkResult here = linked(left, right, settings, Optional.empty());
    LinkResult spark = linked(left, right, settings, Optional.of("local[2]"));
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
    Linkage linkage =
        new Linkage(
            settings,
            interrupting,
            engine().at("local[2]", new LinkEngine.Lists(file, Optional.empty(), null, settings)));
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
            () -> linked(file, Optional.empty(), settings("person"), Optional.of("somewhere")))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("somewhere")
        .hasMessageContaining("local[2]");
  }
}
