package org.passerelle.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.passerelle.linkage.internal.comparison.DateComparison;
import org.passerelle.linkage.internal.comparison.LongSet;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.internal.store.Batch;
import org.passerelle.linkage.internal.store.StoreFiles;

/** Makes a store of a list that was linked as a whole. */
final class NewStore {
  private final LinkResult result;
  private final StoreModel model;

  private NewStore(LinkResult result, StoreModel model) {
    this.result = result;
    this.model = model;
  }

  static void create(Path folder, LinkResult result, String[] names) throws IOException {
    StoreModel model =
        result
            .learnt()
            .filter(m -> result.left().encoding().isEmpty())
            .orElseThrow(
                () ->
                    new BadRecords(
                        "A store is made of one list in clear. Maybe put two lists into one file, and leave encoded ones as they are."));
    new NewStore(result, model).write(folder, names);
  }

  private void write(Path folder, String[] names) throws IOException {
    PersonTable list = result.left();
    List<String> monthFirst = columns(this::isMonthFirst);
    List<String> heaped = columns(label -> isHeaped(label, monthFirst.contains(label)));
    StoredRecords records = new StoredRecords(model, heaped, monthFirst);
    StoredRecords.Read read = records.own(list);
    List<List<String>> rows = new ArrayList<>(list.size());
    for (int row = 0; row < list.size(); row++) {
      rows.add(records.row(read, row));
    }
    Population population = records.population(rows);
    KeysOfStore keys = new KeysOfStore(population, 0);
    int[] groups = result.clusters();
    Map<Integer, String> clusters = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      clusters.put(i, names[i]);
    }
    StoreModel.Kept kept = new StoreModel.Kept(model, heaped, monthFirst, keys.caps());
    Map<Long, Integer> terms = new HashMap<>();
    List<Batch.Total> totals = terms(population, groups, terms);
    StoreFiles.create(
        folder,
        kept.bytes(),
        new Batch(rows.size(), rows::get, keys.kinds(), keys::of, clusters, terms, totals));
  }

  private List<String> columns(Predicate<String> which) {
    return model.columns().stream()
        .filter(c -> c.kind() == AttributeKind.BIRTH_DATE)
        .map(StoreModel.Column::label)
        .filter(which)
        .toList();
  }

  private boolean isMonthFirst(String label) {
    PersonTable list = result.left();
    return Fields.monthFirst(list.column(list.header().indexOf(label)).values()) > 0;
  }

  /** As it was decided when the list was linked, of the dates as they were written. */
  private boolean isHeaped(String label, boolean monthFirst) {
    PersonTable list = result.left();
    int column = list.header().indexOf(label);
    ComparableValues values = new ComparableValues();
    int[] codes = new int[list.size()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = values.of(list.value(row, column), AttributeKind.BIRTH_DATE, monthFirst);
    }
    return DateComparison.isHeaped(values.dates(), codes);
  }

  private List<Batch.Total> terms(Population population, int[] groups, Map<Long, Integer> terms) {
    List<Batch.Total> totals = new ArrayList<>();
    for (int t = 0; t < model.columns().size(); t++) {
      Trait trait = population.traits().get(t);
      int[] counts = new int[trait.values().size()];
      Map<String, Integer> concepts = new HashMap<>();
      int[] numbers = new int[counts.length];
      for (int v = 0; v < numbers.length; v++) {
        numbers[v] = concepts.computeIfAbsent(trait.conceptText(v), c -> concepts.size());
      }
      LongSet seen = new LongSet();
      double all = 0;
      for (int i = 0; i < groups.length; i++) {
        int code = trait.codes()[i];
        if (code >= 0 && seen.add(((long) (numbers[code] + 1) << 32) | groups[i])) {
          counts[numbers[code]]++;
          all++;
        }
      }
      double alike = 0;
      for (Map.Entry<String, Integer> of : concepts.entrySet()) {
        double count = counts[of.getValue()];
        alike += count * (count - 1);
        if (count > 0) {
          terms.put(StoreFiles.term(t, of.getKey()), (int) count);
        }
      }
      totals.add(new Batch.Total(all, alike));
    }
    return totals;
  }
}
