package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.internal.store.StoreFiles;

/**
 * Where the system refuses to write on in the middle of a file, the store stays as it was and
 * nothing half stays behind. The system refuses by a limit on the size of files, which needs no
 * disk of its own.
 */
@Tag("slow")
@Tag("long")
class StoreOnFullDiskTest {
  private static final Path BASH = Path.of("/bin/bash");
  @TempDir Path temporary;

  @Test
  void whatIsAddedOrRemovedIsThereWhollyOrNotAtAll() throws IOException, InterruptedException {
    assumeTrue(Files.exists(BASH));
    Path folder = temporary.resolve("store");
    LinkResult result = StoreFigures.linked(new InventedLists(32, 0.1).csv(60, 3));
    LinkStore.create(folder, result, ClusterNames.of(result));
    Set<String> before = files(folder);
    for (String act : List.of("add", "remove")) {
      assertThat(limited(act, folder)).as(act).contains("File too large");
      assertThat(files(folder)).as(act).isEqualTo(before);
    }
    try (StoreFiles files = StoreFiles.open(folder)) {
      assertThat(files.size()).isEqualTo(result.size());
      for (int record = 0; record < files.size(); record++) {
        assertThat(files.members(files.cluster(record))).contains(record);
      }
    }
    // with room, the same is done
    act("add", folder);
    try (StoreFiles files = StoreFiles.open(folder)) {
      assertThat(files.size()).isGreaterThan(result.size());
    }
  }

  @Test
  void aStoreThatCannotBeMadeLeavesNothingAndCanBeMadeLater()
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(BASH));
    Path folder = temporary.resolve("new");
    assertThat(limited("create", folder)).contains("File too large");
    assertThat(files(folder)).allMatch(name -> name.contains("lock"));
    act("create", folder);
    assertThat(files(folder)).contains("manifest");
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Set.copyOf(files.map(file -> String.valueOf(file.getFileName())).toList());
    }
  }

  /** What a process says in which no file may become larger than 4 KB. */
  private static String limited(String act, Path folder) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                List.of(
                    BASH.toString(),
                    "-c",
                    "ulimit -f 4; exec \"$@\"",
                    "bash",
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Duser.language=en",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StoreOnFullDiskTest.class.getName(),
                    act,
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    return said;
  }

  private static void act(String act, Path folder) throws IOException {
    if (act.equals("create")) {
      LinkResult result = StoreFigures.linked(new InventedLists(32, 0.1).csv(60, 3));
      LinkStore.create(folder, result, ClusterNames.of(result));
      return;
    }
    try (LinkStore store = LinkStore.open(folder, Progress.SILENT)) {
      if (act.equals("remove")) {
        String first;
        try (Stream<String> lines = new InventedLists(32, 0.1).csv(60, 3).lines()) {
          first = lines.skip(1).findFirst().orElseThrow().split(",", -1)[0];
        }
        store.remove(List.of(first));
        return;
      }
      StringBuilder rows = new StringBuilder("id,first_name,surname,dob\n");
      for (int n = 0; n < 300; n++) {
        rows.append(String.format(Locale.ROOT, "x%d,Ana,Mirko%d,1990-02-03%n", n, n));
      }
      store.add(InventedLists.table(rows.toString()), Map.of());
    }
  }

  /** Acts on a store, and says why that failed. */
  public static void main(String[] arguments) {
    try {
      act(arguments[0], Path.of(arguments[1]));
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }
}
