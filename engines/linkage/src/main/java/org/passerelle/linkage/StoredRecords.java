package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.comparison.DateComparison;
import org.passerelle.linkage.internal.comparison.PartialDate;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.store.StoreFiles;

/**
 * Records as a store keeps them: the values of the compared columns, with dates written so that
 * they mean the same whatever list they stand in.
 */
final class StoredRecords {
  private final StoreModel model;
  private final List<String> heaped;
  private final List<String> monthFirst;
  private final List<String> header;

  StoredRecords(StoreModel model, List<String> heaped, List<String> monthFirst) {
    this.model = model;
    this.heaped = heaped;
    this.monthFirst = monthFirst;
    List<String> names = new ArrayList<>(List.of("(record)"));
    model.columns().forEach(c -> names.add(c.label()));
    @Nullable String source = model.settings().source();
    if (source != null && !names.contains(source)) {
      names.add(source);
    }
    this.header = List.copyOf(names);
  }

  /**
   * A list, column by column.
   *
   * @param list with its dates joined
   * @param columns by column of the store, the one of the list; -1 for none
   * @param ofDates by column of the store, whether the month is written first
   * @param leftOut what of the list is not compared
   */
  record Read(PersonTable list, int[] columns, boolean[] ofDates, List<LeftOut> leftOut) {}

  /**
   * Finds the columns of another list.
   *
   * @param told what its columns tell, where their names do not say it
   * @throws BadRecords if nothing of it can be compared
   */
  Read read(PersonTable fresh, Map<String, AttributeKind> told) {
    if (fresh.encoding().isPresent()) {
      throw new BadRecords(
          "%s is encoded; a store keeps records in clear. Maybe link the encoded lists by themselves."
              .formatted(fresh.name()));
    }
    Map<String, AttributeKind> kinds = new HashMap<>(told);
    model.columns().forEach(c -> kinds.put(c.label(), c.kind()));
    PersonTable list = DateParts.joined(fresh, kinds);
    Fields fields =
        Fields.of(
            PersonTable.of("the store", header, List.of()),
            Optional.of(list),
            kinds,
            model.settings().leftOut());
    int[] columns = new int[header.size()];
    Arrays.fill(columns, -1);
    columns[0] = list.idColumn();
    fields.fields().forEach(f -> columns[header.indexOf(f.label())] = f.right());
    @Nullable String source = model.settings().source();
    if (source != null) {
      Linkage.sources(list, model.settings());
      columns[header.indexOf(source)] = list.header().indexOf(source);
    }
    if (fields.fields().stream().noneMatch(f -> f.kind().tellsPersonsApart())) {
      throw new BadRecords(
          "%s has no column that tells persons apart and is compared in the store (%s). Maybe name its columns in a configuration (--config)."
              .formatted(
                  list.name(),
                  String.join(
                      ", ", model.columns().stream().map(StoreModel.Column::label).toList())));
    }
    return new Read(list, columns, datesOf(list, columns), fields.leftOut());
  }

  /** The list that a store is made of. */
  Read own(PersonTable list) {
    int[] columns = header.stream().mapToInt(list.header()::indexOf).toArray();
    columns[0] = list.idColumn();
    return new Read(list, columns, datesOf(list, columns), List.of());
  }

  private boolean[] datesOf(PersonTable list, int[] columns) {
    boolean[] first = new boolean[columns.length];
    for (int c = 1; c <= model.columns().size(); c++) {
      if (isDate(c) && columns[c] >= 0) {
        int tells = Fields.monthFirst(list.column(columns[c]).values());
        first[c] = tells == 0 ? monthFirst.contains(header.get(c)) : tells > 0;
      }
    }
    return first;
  }

  private boolean isDate(int column) {
    return column > 0
        && column <= model.columns().size()
        && model.columns().get(column - 1).kind() == AttributeKind.BIRTH_DATE;
  }

  /** A record of a list as it is kept. */
  List<String> row(Read of, int row) {
    List<String> values = new ArrayList<>(header.size());
    for (int c = 0; c < header.size(); c++) {
      String value = of.columns()[c] < 0 ? "" : of.list().value(row, of.columns()[c]);
      values.add(isDate(c) ? date(value, of.ofDates()[c], heaped.contains(header.get(c))) : value);
    }
    return values;
  }

  private static String date(String value, boolean monthFirst, boolean heaped) {
    return PartialDate.parse(value, monthFirst)
        .map(date -> heaped ? DateComparison.withoutNewYear(date) : date)
        .map(StoredRecords::written)
        .orElse("");
  }

  private static String written(PartialDate date) {
    if (date.month() == 0) {
      return date.text();
    }
    return date.isDay()
        ? String.format(Locale.ROOT, "%04d-%02d-%02d", date.year(), date.month(), date.day())
        : String.format(Locale.ROOT, "%04d-%02d", date.year(), date.month());
  }

  /** Some records, made comparable. */
  Population population(List<List<String>> rows) {
    PersonTable table = PersonTable.of("the store", header, rows);
    List<Fields.Field> fields =
        IntStream.range(0, model.columns().size())
            .mapToObj(
                c -> {
                  StoreModel.Column column = model.columns().get(c);
                  return new Fields.Field(column.label(), column.kind(), c + 1, -1);
                })
            .toList();
    int[] sources = Linkage.sources(table, model.settings());
    return Fields.told(fields)
        .population(table, Optional.empty(), sources, model.settings().threads(), false);
  }

  /** The kinds of keys by which records of a store are found. */
  static List<Keys.Key> keys(Population population) {
    return Keys.wide(population).stream().limit(StoreFiles.MOST_KINDS).toList();
  }
}
