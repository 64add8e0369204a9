package org.passerelle.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.linkage.internal.Outcome;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.store.Batch;
import org.passerelle.linkage.internal.store.StoreFiles;

/**
 * A list that was linked and grows: its records, what they may share, and their clusters, as files
 * of a folder that only their owner can read. Adding takes time by how many records are added, not
 * by how many there are; removing writes the files anew, so that nothing is left of who is removed.
 * A change is there wholly or not at all, also where the process is killed. One process at a time;
 * not for several threads.
 *
 * <pre>
 * LinkResult result = new Linkage(settings, Progress.SILENT).deduplicate(list);
 * LinkStore.create(folder, result, ClusterNames.of(result));
 * try (LinkStore store = LinkStore.open(folder, Progress.SILENT)) {
 *   store.add(more, Map.of()).placed().forEach(p -&gt; System.out.println(p.record() + " " + p.cluster()));
 * }
 * </pre>
 */
public final class LinkStore implements AutoCloseable {
  private final StoreFiles files;
  private final StoreModel.Kept kept;
  private final StoredRecords records;
  private final StoreComparison comparison;

  private LinkStore(StoreFiles files, StoreModel.Kept kept, Progress progress) {
    this.files = files;
    this.kept = kept;
    this.records = new StoredRecords(kept.model(), kept.heaped(), kept.monthFirst());
    this.comparison = new StoreComparison(files, kept, records, progress);
  }

  /**
   * Says before any work is done whether a store can be made in a folder.
   *
   * @throws BadRecords if something is in it
   */
  public static void check(Path folder) throws IOException {
    StoreFiles.check(folder);
  }

  /**
   * Makes a store of one list that was linked.
   *
   * @param folder not there, or empty
   * @param names by record, what its cluster is called
   * @throws BadRecords if the list is encoded, if two were linked, or if the folder is in use
   */
  public static void create(Path folder, LinkResult result, String[] names) throws IOException {
    NewStore.create(folder, result, names);
  }

  /**
   * Opens a store.
   *
   * @throws BadRecords if there is none, if it is not as it was written or of another version, or
   *     if another process has it
   */
  public static LinkStore open(Path folder, Progress progress) throws IOException {
    StoreFiles files = StoreFiles.open(folder);
    try {
      return new LinkStore(files, StoreModel.Kept.of(files.model()), progress);
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  /** How many records there are. */
  public int size() {
    return files.size();
  }

  /**
   * Adds records, each to the cluster it belongs to. Clusters that they connect become one, and one
   * that no longer holds together is divided.
   *
   * @param told what the columns of the list tell, where their names do not say it
   * @throws BadRecords if a record is there already, or nothing of the list can be compared
   */
  public StoreChange add(PersonTable list, Map<String, AttributeKind> told) throws IOException {
    StoredRecords.Read read = records.read(list, told);
    List<List<String>> rows = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (int row = 0; row < list.size(); row++) {
      rows.add(records.row(read, row));
      if (files.record(list.id(row)).isPresent()) {
        known.add(list.id(row));
      }
    }
    if (!known.isEmpty()) {
      throw new BadRecords(
          "%d of the records of %s are in the store already (%s). Maybe remove them first with --remove, or leave them out."
              .formatted(
                  known.size(), list.name(), String.join(", ", known.stream().limit(3).toList())));
    }
    Population fresh = records.population(rows);
    StoreComparison.Grouped grouped = comparison.with(rows, fresh);
    int first = files.size();
    StoreChange change = placed(grouped, i -> list.id(i), read.leftOut(), first + rows.size());
    Map<Integer, String> clusters = new TreeMap<>();
    for (StoreChange.Placed placed : change.placed()) {
      placed.before().ifPresent(b -> clusters.put(there(placed.record()), placed.cluster()));
    }
    for (int i = 0; i < rows.size(); i++) {
      clusters.put(first + i, change.placed().get(i).cluster());
    }
    StoreTerms terms = new StoreTerms(files, kept.model().columns().size());
    terms.added(grouped);
    KeysOfStore keys = new KeysOfStore(fresh, first);
    files.add(
        new Batch(
            rows.size(),
            rows::get,
            keys.kinds(),
            keys::of,
            clusters,
            terms.more(),
            terms.totals()));
    return change;
  }

  /**
   * Removes records: nothing of them is left in the files, but for the identifier of one after
   * which a cluster is named that others are in. What is left of their clusters is grouped anew;
   * what agreement is worth was learnt with them, and stays as it is.
   *
   * @throws BadRecords if one is not there, or none would be left
   */
  public StoreChange remove(Collection<String> ids) throws IOException {
    Set<Integer> gone = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    for (String id : ids) {
      files.record(id).ifPresentOrElse(gone::add, () -> unknown.add(id));
    }
    if (!unknown.isEmpty()) {
      throw new BadRecords(
          "%d records are not in the store (%s). Maybe they were removed before, or the identifiers stand in another column (--id)."
              .formatted(unknown.size(), String.join(", ", unknown.stream().limit(3).toList())));
    }
    if (gone.size() == files.size()) {
      throw new BadRecords(
          "No record would be left in the store. Maybe delete its folder instead.");
    }
    Set<Integer> left = new TreeSet<>();
    gone.forEach(record -> left.addAll(files.members(files.cluster(record))));
    StoreTerms terms = new StoreTerms(files, kept.model().columns().size());
    terms.removed(records, left, gone);
    left.removeAll(gone);
    int records = files.size() - gone.size();
    StoreChange change =
        left.isEmpty()
            ? new StoreChange(List.of(), records, files.learntFrom(), 0, 0, List.of())
            : placed(comparison.among(left), i -> "", List.of(), records);
    Map<Integer, String> clusters = new HashMap<>();
    for (StoreChange.Placed placed : change.placed()) {
      clusters.put(there(placed.record()), placed.cluster());
    }
    files.remove(gone, clusters, terms.fewer(), terms.totals());
    return change;
  }

  private int there(String id) {
    OptionalInt record = files.record(id);
    return record.orElseThrow(() -> new IllegalStateException("No record " + id + "."));
  }

  /** How a new record is called. */
  private interface Ids {
    String of(int fresh);
  }

  private StoreChange placed(
      StoreComparison.Grouped grouped, Ids ids, List<LeftOut> leftOut, int size) {
    Outcome outcome = grouped.outcome();
    int[] groups = outcome.groups();
    int fresh = grouped.fresh();
    String[] id = new String[groups.length];
    List<Optional<String>> before = new ArrayList<>();
    for (int i = 0; i < id.length; i++) {
      int old = i < fresh ? -1 : grouped.old()[i - fresh];
      id[i] = old < 0 ? ids.of(i) : files.row(old).get(0);
      before.add(old < 0 ? Optional.empty() : Optional.of(files.cluster(old)));
    }
    Set<String> here = new TreeSet<>();
    before.forEach(b -> b.ifPresent(here::add));
    String[] names =
        ClusterNames.of(
            groups,
            before::get,
            i -> id[i],
            name -> here.contains(name) || !files.members(name).isEmpty());
    double[] surest = new double[groups.length];
    for (Match match : outcome.matches()) {
      surest[match.left()] = Math.max(surest[match.left()], match.probability());
      surest[match.right()] = Math.max(surest[match.right()], match.probability());
    }
    List<StoreChange.Placed> placed = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      if (i < fresh || !before.get(i).equals(Optional.of(names[i]))) {
        placed.add(new StoreChange.Placed(names[i], id[i], before.get(i), surest[i]));
      }
    }
    long clusters = Arrays.stream(groups).distinct().filter(g -> isSeveral(groups, g)).count();
    return new StoreChange(
        placed, size, files.learntFrom(), (int) clusters, outcome.undecided().size(), leftOut);
  }

  private static boolean isSeveral(int[] groups, int group) {
    return Arrays.stream(groups).filter(g -> g == group).limit(2).count() == 2;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
