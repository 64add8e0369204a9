package org.passerelle.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;

/** On a cluster of processes: what each holds, and what it costs that one of them dies. */
@Tag("long")
class SpreadRecordsTest {
  private static final int EXECUTORS = 3;
  private static final double MOST = 1.2;
  private static final LinkSettings SETTINGS =
      LinkSettings.usual().withLeftOut(Set.of("person")).withThreads(2);
  @TempDir Path folder;
  private SmallCluster cluster;

  @BeforeEach
  void starts() throws IOException {
    cluster = new SmallCluster(folder.resolve("home"), EXECUTORS, 512);
  }

  @AfterEach
  void ends() {
    cluster.close();
  }

  private PersonTable invented(int persons) throws IOException {
    Path file = folder.resolve("invented.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      RecordFile.write(RecordGenerator.load(), persons, 5, out, n -> {});
    }
    return PersonTable.read(file, null);
  }

  private LinkResult spread(PersonTable list, Progress progress) {
    return new Linkage(SETTINGS, progress, new SparkLinkEngine().at(cluster.place(Map.of())))
        .deduplicate(list);
  }

  private static void same(PersonTable list, LinkResult spread) {
    LinkResult here = new Linkage(SETTINGS, Progress.SILENT).deduplicate(list);
    assertThat(spread.matches()).isNotEmpty().isEqualTo(here.matches());
    assertThat(spread.groups()).isEqualTo(here.groups());
    assertThat(spread.report()).isEqualTo(here.report());
  }

  private static void noneHoldsMoreThanItsShare(PersonTable list) {
    assertThat(SmallCluster.Seen.HELD).hasSize(EXECUTORS);
    assertThat(SmallCluster.Seen.HELD.values())
        .allSatisfy(
            held -> assertThat(held).isBetween(1L, (long) (MOST * list.size() / EXECUTORS)));
  }

  @Test
  void noProcessHoldsMoreThanItsShare() throws IOException {
    PersonTable list = invented(2_000);
    same(list, spread(list, Progress.SILENT));
    noneHoldsMoreThanItsShare(list);
  }

  /** Everybody of a twentieth of the list has the same names, day and place of birth, and sex. */
  @Test
  void aKeyOfATwentiethOfTheRecordsIsNoBurden() throws IOException {
    invented(6_000);
    Path file = folder.resolve("invented.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(file));
    List<String> header = List.of(rows.get(0).split(",", -1));
    for (int r = 1; r < rows.size(); r += 20) {
      String[] cells = rows.get(r).split(",", -1);
      cells[header.indexOf("given_name")] = "Arta";
      cells[header.indexOf("surname")] = "Hoxha";
      cells[header.indexOf("date_of_birth")] = "1990-01-01";
      cells[header.indexOf("birth_place")] = "Tirana";
      rows.set(r, String.join(",", cells));
    }
    PersonTable list = PersonTable.read(Files.write(file, rows), null);
    same(list, spread(list, Progress.SILENT));
    noneHoldsMoreThanItsShare(list);
  }

  @Test
  void aProcessThatIsKilledCostsItsShareOnly() throws IOException {
    PersonTable list = invented(2_000);
    spread(list, Progress.SILENT);
    int tasks = SmallCluster.Seen.TASKS.get();
    SmallCluster.Seen.forget();
    List<ProcessHandle> killed = new ArrayList<>();
    Progress killing =
        (step, share) -> {
          if (step.startsWith("learning") && killed.isEmpty()) {
            Optional<ProcessHandle> one = SmallCluster.processes().findFirst();
            one.ifPresent(p -> killed.add(p));
            one.ifPresent(ProcessHandle::destroyForcibly);
          }
        };
    same(list, spread(list, killing));
    assertThat(killed).hasSize(1);
    assertThat(SmallCluster.Seen.LOST.get()).isEqualTo(1);
    // a third of what was done by then, and whatever was under way
    assertThat(SmallCluster.Seen.TASKS.get()).isLessThan(tasks + tasks / 2);
  }
}
