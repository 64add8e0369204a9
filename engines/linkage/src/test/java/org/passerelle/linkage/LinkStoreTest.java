package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.internal.store.StoreFiles;

/** A store grows and shrinks, names stay, and nothing but what was written is ever believed. */
@Tag("long")
class LinkStoreTest {
  private static final String CSV = new InventedLists(31, 0.1).csv(120, 3);
  private static final int FIRST = StoreFigures.size(CSV) - 40;
  private static final LinkResult LINKED = StoreFigures.linked(StoreFigures.part(CSV, 0, FIRST));
  @TempDir Path temporary;
  private Path folder = Path.of("");
  private final Map<String, String> clusters = new HashMap<>();

  @BeforeEach
  void storeOfTheFirst() throws IOException {
    folder = temporary.resolve("store");
    String[] names = ClusterNames.of(LINKED);
    LinkStore.create(folder, LINKED, names);
    for (int i = 0; i < names.length; i++) {
      clusters.put(LINKED.id(i), names[i]);
    }
  }

  private static PersonTable rest() {
    return InventedLists.table(StoreFigures.part(CSV, FIRST, StoreFigures.size(CSV)));
  }

  private StoreChange added(PersonTable table) throws IOException {
    try (LinkStore store = LinkStore.open(folder, Progress.SILENT)) {
      StoreChange change = store.add(table, Map.of());
      StoreFigures.apply(change, clusters);
      return change;
    }
  }

  private StoreChange removed(String... ids) throws IOException {
    try (LinkStore store = LinkStore.open(folder, Progress.SILENT)) {
      StoreChange change = store.remove(List.of(ids));
      List.of(ids).forEach(clusters::remove);
      StoreFigures.apply(change, clusters);
      return change;
    }
  }

  private Map<String, String> kept() throws IOException {
    Map<String, String> kept = new HashMap<>();
    try (StoreFiles files = StoreFiles.open(folder)) {
      for (int record = 0; record < files.size(); record++) {
        String cluster = files.cluster(record);
        assertThat(files.members(cluster)).contains(record);
        assertThat(files.record(files.row(record).get(0))).hasValue(record);
        kept.put(files.row(record).get(0), cluster);
      }
    }
    return kept;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void newRecordsJoinTheClusterOfTheirPersonWhichKeepsItsName() throws IOException {
    Map<String, String> before = Map.copyOf(clusters);
    StoreChange change = added(rest());
    assertThat(change.records()).isEqualTo(StoreFigures.size(CSV));
    assertThat(change.placed().stream().filter(p -> p.before().isEmpty())).hasSize(40);
    assertThat(kept()).isEqualTo(clusters);
    int right = 0;
    int all = 0;
    for (Map.Entry<String, String> one : clusters.entrySet()) {
      for (Map.Entry<String, String> other : before.entrySet()) {
        boolean person =
            one.getKey().split("-", -1)[0].equals(other.getKey().split("-", -1)[0])
                && !before.containsKey(one.getKey());
        all += person ? 1 : 0;
        right += person && one.getValue().equals(other.getValue()) ? 1 : 0;
      }
    }
    assertThat(all).isGreaterThan(20);
    assertThat(right).isGreaterThan(all * 9 / 10);
    long same =
        before.entrySet().stream()
            .filter(e -> e.getValue().equals(clusters.get(e.getKey())))
            .count();
    assertThat(same).isGreaterThan(before.size() * 98L / 100);
  }

  @Test
  void whatIsAddedInPortionsIsAsIfAddedAtOnceAndFilesStayFew() throws IOException {
    for (int at = FIRST; at < StoreFigures.size(CSV); at += 2) {
      added(InventedLists.table(StoreFigures.part(CSV, at, at + 2)));
    }
    assertThat(kept()).isEqualTo(clusters).hasSize(StoreFigures.size(CSV));
    // twelve segments of ten files, or one
    assertThat(files().size()).isLessThan(130);
    Map<String, String> portions = Map.copyOf(clusters);
    folder = temporary.resolve("another");
    clusters.clear();
    LinkStore.create(folder, LINKED, ClusterNames.of(LINKED));
    added(rest());
    Map<String, String> once = kept();
    long same =
        once.entrySet().stream().filter(e -> e.getValue().equals(portions.get(e.getKey()))).count();
    assertThat(same).isGreaterThan(once.size() * 97L / 100);
  }

  @Test
  void ofWhoIsRemovedNothingIsLeft() throws IOException {
    added(rest());
    String row = "id,first_name,surname,dob,city,phone\nqqq7,Zlatokosa,Unmistakable,1977-10-09,,";
    added(InventedLists.table(row));
    assertThat(holds("qqq7") && holds("Unmistakable") && holds("1977-10-09")).isTrue();
    StoreChange change = removed("qqq7");
    assertThat(change.records()).isEqualTo(StoreFigures.size(CSV));
    assertThat(kept()).isEqualTo(clusters).doesNotContainKey("qqq7");
    assertThat(holds("qqq7") || holds("Unmistakable") || holds("1977-10-09")).isFalse();
    added(InventedLists.table(row));
    assertThat(kept()).containsEntry("qqq7", "qqq7").hasSize(StoreFigures.size(CSV) + 1);
  }

  private boolean holds(String text) throws IOException {
    for (Path file : files()) {
      if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aClusterWhoseLinkIsRemovedIsGroupedAnewAndOthersAreLeftAlone() throws IOException {
    Map<String, String> before = kept();
    List<String> gone = new ArrayList<>(new TreeSet<>(before.keySet())).subList(0, 15);
    removed(gone.toArray(String[]::new));
    Map<String, String> after = kept();
    assertThat(after).isEqualTo(clusters).hasSize(before.size() - 15);
    List<String> touched = gone.stream().map(before::get).toList();
    after.forEach(
        (record, cluster) -> {
          if (!touched.contains(before.get(record))) {
            assertThat(cluster).isEqualTo(before.get(record));
          }
        });
  }

  @Test
  void frequenciesAreAsIfCountedAnew() throws IOException {
    double all;
    double alike;
    try (StoreFiles files = StoreFiles.open(folder)) {
      all = files.all(1);
      alike = files.alike(1);
    }
    StoreChange change = added(rest());
    removed(
        change.placed().stream()
            .filter(p -> p.before().isEmpty())
            .map(StoreChange.Placed::record)
            .toArray(String[]::new));
    try (StoreFiles files = StoreFiles.open(folder)) {
      assertThat(files.all(1)).isEqualTo(all);
      assertThat(files.alike(1)).isEqualTo(alike);
    }
  }

  @Test
  void onlyTheOwnerCanReadAnyOfIt() throws IOException {
    added(rest());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    for (Path file : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aByteThatWasChangedIsNoticed() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      if (whole.length == 0) {
        continue;
      }
      byte[] other = whole.clone();
      other[other.length / 2] ^= 1;
      Files.write(file, other);
      assertThatThrownBy(
              () -> {
                kept();
                added(rest());
                throw new AssertionError("It was believed.");
              })
          .as(file.toString())
          .isInstanceOf(BadRecords.class)
          .hasMessageContainingAll("Maybe");
      Files.write(file, whole);
    }
    assertThat(kept()).isEqualTo(clusters);
  }

  @Test
  void whatARunLeftThatWasKilledIsNoPartOfTheStore() throws IOException {
    Path keys = folder.resolve("1.keys");
    Files.writeString(keys, "half a file");
    Files.writeString(folder.resolve("manifest.part"), "half a manifest");
    Files.writeString(folder.resolve("mine.txt"), "not of the store");
    assertThat(kept()).isEqualTo(clusters);
    assertThat(files()).doesNotContain(keys).contains(folder.resolve("mine.txt"));
    added(rest());
    assertThat(kept()).isEqualTo(clusters);
  }

  @Test
  void twoAtOnceAreNotLetIn() throws IOException {
    try (LinkStore first = LinkStore.open(folder, Progress.SILENT)) {
      assertThat(first.size()).isEqualTo(FIRST);
      assertThatThrownBy(() -> LinkStore.open(folder, Progress.SILENT))
          .isInstanceOf(BadRecords.class)
          .hasMessageContaining("Another process");
    }
    assertThat(kept()).isEqualTo(clusters);
  }

  @Test
  void whatCannotBeDoneIsRefusedAndChangesNothing() throws IOException {
    Map<String, String> before = kept();
    PersonTable known = InventedLists.table(StoreFigures.part(CSV, FIRST - 1, FIRST + 3));
    assertThatThrownBy(() -> added(known)).hasMessageContaining("1 of the records");
    assertThatThrownBy(() -> removed("nobody")).hasMessageContaining("nobody");
    assertThatThrownBy(() -> removed(before.keySet().toArray(String[]::new)))
        .hasMessageContaining("No record would be left");
    assertThatThrownBy(() -> added(InventedLists.table("id,colour\nx,red\n")))
        .hasMessageContaining("no column that tells persons apart");
    LinkResult result = StoreFigures.linked(CSV);
    assertThatThrownBy(() -> LinkStore.create(folder, result, ClusterNames.of(result)))
        .hasMessageContaining("not empty");
    assertThatThrownBy(() -> LinkStore.open(temporary.resolve("none"), Progress.SILENT))
        .hasMessageContaining("There is no store");
    LinkResult two =
        new Linkage(StoreFigures.settings(), Progress.SILENT)
            .link(InventedLists.table(CSV), rest());
    assertThatThrownBy(
            () -> LinkStore.create(temporary.resolve("two"), two, new String[two.size()]))
        .hasMessageContaining("one list in clear");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void columnsAreFoundByWhatTheyTellAndDatesMeanTheSame() throws IOException {
    String[] cells = StoreFigures.part(CSV, 0, 1).lines().toList().get(1).split(",", -1);
    String[] born = "1985-07-23".split("-", -1);
    String row = "%s,%s,%s,%s\n".formatted(cells[1], cells[2], "%s", cells[5]);
    String head = "nr,prénom,nom,naissance,téléphone\n";
    added(InventedLists.table(head + "a1," + row.formatted("1985-07-23")));
    added(
        InventedLists.table(head + "a2," + row.formatted(born[1] + "/" + born[2] + "/" + born[0])));
    try (StoreFiles files = StoreFiles.open(folder)) {
      List<String> first = files.row(files.record("a1").orElseThrow());
      List<String> second = files.row(files.record("a2").orElseThrow());
      assertThat(first).contains("1985-07-23").containsAll(second.subList(1, second.size()));
    }
    assertThat(clusters.get("a1")).isEqualTo(clusters.get("a2"));
  }

  @Test
  void nothingButAModelIsBroughtToLife() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new java.net.URL("http://localhost/"));
    }
    assertThatThrownBy(() -> StoreModel.Kept.of(bytes.toByteArray()))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("another version");
  }
}
