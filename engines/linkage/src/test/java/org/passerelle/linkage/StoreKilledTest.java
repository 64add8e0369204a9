package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.internal.store.StoreFiles;

/** A process that is killed while it writes leaves the store as it was. */
@Tag("long")
class StoreKilledTest {
  private static final int EACH = 2;
  @TempDir Path temporary;

  @Test
  void theStoreIsWholeWheneverTheProcessIsKilled() throws IOException, InterruptedException {
    Path folder = temporary.resolve("store");
    String csv = new InventedLists(32, 0.1).csv(60, 3);
    LinkResult result = StoreFigures.linked(csv);
    LinkStore.create(folder, result, ClusterNames.of(result));
    int size = result.size();
    int grew = 0;
    for (int kill = 0; kill < 6; kill++) {
      Process child =
          new ProcessBuilder(
                  List.of(
                      ProcessHandle.current().info().command().orElse("java"),
                      "-XX:+UseSerialGC",
                      "-cp",
                      System.getProperty("java.class.path"),
                      StoreKilledTest.class.getName(),
                      folder.toString(),
                      String.valueOf(kill)))
              .redirectErrorStream(true)
              .start();
      // the first line says that the first records are there
      assertThat(child.getInputStream().read()).isEqualTo('0' + kill);
      assertThat(child.waitFor(7L + 61L * kill, TimeUnit.MILLISECONDS)).isFalse();
      child.destroyForcibly().waitFor();
      try (StoreFiles files = StoreFiles.open(folder)) {
        int now = files.size();
        assertThat((now - size) % EACH).isZero();
        assertThat(now).isGreaterThanOrEqualTo(size);
        grew += now > size ? 1 : 0;
        size = now;
        for (int record = 0; record < now; record++) {
          assertThat(files.members(files.cluster(record))).contains(record);
        }
      }
    }
    // else nothing was ever written while it was killed
    assertThat(grew).isPositive();
  }

  /** Adds records until it is killed. */
  public static void main(String[] arguments) throws IOException {
    for (int n = 0; n < 10_000; n++) {
      String id = arguments[1] + "-" + n;
      PersonTable table =
          InventedLists.table(
              "id,first_name,surname,dob\nx%s,Ana,Mirko%d,1990-02-03\ny%s,Ana,Mirko%d,1990-02-03\n"
                  .formatted(id, n, id, n));
      try (LinkStore store = LinkStore.open(Path.of(arguments[0]), Progress.SILENT)) {
        store.add(table, Map.of());
      }
      System.out.println(id);
    }
  }
}
