package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.passerelle.linkage.internal.comparison.NameDictionary;
import org.passerelle.linkage.internal.comparison.PartialDate;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/**
 * Some records as they are compared, with the values that they have and no others. Values are
 * numbered anew in the order of their numbers in the whole list, so that two are compared the same
 * way round wherever they meet. Immutable; threads share it.
 */
final class RecordPart implements Serializable {
  private static final long serialVersionUID = 1;

  /** The numbers of the records in the lists. */
  private final int[] records;

  /** By column, which of the values its codes mean; a first name and a surname share theirs. */
  private final int[] valuesOf;

  /** By column and place of a record, the place of its value or -1. */
  private final int[][] codes;

  private final Values[] values;

  /** By column and value, what it adds that its bearers are few or many, in nats. */
  private final float[][] rarity;

  /** Values with their numbers in the whole list, ascending. */
  private record Values(int[] numbers, String[] texts, PartialDate[] dates, NameDictionary names)
      implements Serializable {
    Values(Trait of, int[] numbers) {
      this(
          numbers,
          IntStream.of(numbers).mapToObj(of.values()::get).toArray(String[]::new),
          of.dates().isEmpty()
              ? new PartialDate[0]
              : IntStream.of(numbers).mapToObj(of.dates()::get).toArray(PartialDate[]::new),
          of.names() == NameDictionary.NONE
              ? NameDictionary.NONE
              : of.names().and(of.names(), numbers));
    }

    /** Of two parts; a place below 0 is the complement of one in the other. */
    Values(Values some, Values others, int[] numbers, int[] places) {
      this(
          numbers,
          picked(some.texts, others.texts, places, new String[places.length]),
          some.dates.length + others.dates.length == 0
              ? some.dates
              : picked(some.dates, others.dates, places, new PartialDate[places.length]),
          some.isOfNames() || others.isOfNames()
              ? some.names.and(others.names, places)
              : NameDictionary.NONE);
    }

    private static <T> T[] picked(T[] some, T[] others, int[] places, T[] into) {
      for (int v = 0; v < places.length; v++) {
        into[v] = places[v] < 0 ? others[~places[v]] : some[places[v]];
      }
      return into;
    }

    boolean isOfNames() {
      return names != NameDictionary.NONE;
    }

    int place(int number) {
      return Arrays.binarySearch(numbers, number);
    }
  }

  private RecordPart(
      int[] records, int[] valuesOf, int[][] codes, Values[] values, float[][] rarity) {
    this.records = records;
    this.valuesOf = valuesOf;
    this.codes = codes;
    this.values = values;
    this.rarity = rarity;
  }

  /** The records of a range, from the first up to but not including the last. */
  static RecordPart of(Population all, TermFrequencies frequencies, int from, int to) {
    List<Trait> traits = all.traits();
    int[] valuesOf = valuesOf(traits);
    Values[] values = new Values[Arrays.stream(valuesOf).max().orElse(-1) + 1];
    for (int v = 0; v < values.length; v++) {
      int of = v;
      int[] numbers =
          IntStream.range(0, valuesOf.length)
              .filter(t -> valuesOf[t] == of)
              .mapToObj(t -> traits.get(t).codes())
              .flatMapToInt(codes -> Arrays.stream(codes, from, to))
              .filter(code -> code >= 0)
              .sorted()
              .distinct()
              .toArray();
      int first =
          IntStream.range(0, valuesOf.length).filter(t -> valuesOf[t] == of).min().orElse(0);
      values[v] = new Values(traits.get(first), numbers);
    }
    int[][] codes = new int[valuesOf.length][];
    float[][] rarity = new float[valuesOf.length][];
    for (int t = 0; t < codes.length; t++) {
      int trait = t;
      Values of = values[valuesOf[t]];
      codes[t] =
          Arrays.stream(traits.get(t).codes(), from, to)
              .map(code -> code < 0 ? -1 : of.place(code))
              .toArray();
      rarity[t] = new float[of.numbers.length];
      for (int v = 0; v < rarity[t].length; v++) {
        rarity[t][v] = (float) frequencies.same(trait, of.numbers[v], of.numbers[v]);
      }
    }
    return new RecordPart(IntStream.range(from, to).toArray(), valuesOf, codes, values, rarity);
  }

  private static int[] valuesOf(List<Trait> traits) {
    Map<Object, Integer> known = new IdentityHashMap<>();
    return traits.stream()
        .mapToInt(t -> known.computeIfAbsent(t.values(), v -> known.size()))
        .toArray();
  }

  /** Some records of this part. */
  RecordPart those(int[] rows) {
    return those(rows, this, new int[0]);
  }

  /**
   * Some records of this part, then some of another.
   *
   * @param rows places of records here
   * @param otherRows places of records there
   */
  RecordPart those(int[] rows, RecordPart other, int[] otherRows) {
    int[] all = Arrays.copyOf(picked(records, rows), rows.length + otherRows.length);
    System.arraycopy(picked(other.records, otherRows), 0, all, rows.length, otherRows.length);
    int columns = valuesOf.length;
    int[][] numbers = new int[columns][];
    for (int t = 0; t < columns; t++) {
      numbers[t] = IntStream.concat(numbers(t, rows), other.numbers(t, otherRows)).toArray();
    }
    Values[] merged = new Values[values.length];
    int[][] places = new int[values.length][];
    for (int v = 0; v < merged.length; v++) {
      int of = v;
      Values here = values[v];
      Values there = other.values[v];
      int[] used =
          IntStream.range(0, columns)
              .filter(t -> valuesOf[t] == of)
              .mapToObj(t -> numbers[t])
              .flatMapToInt(Arrays::stream)
              .filter(number -> number >= 0)
              .sorted()
              .distinct()
              .toArray();
      places[v] =
          IntStream.of(used)
              .map(n -> here.place(n) >= 0 ? here.place(n) : ~there.place(n))
              .toArray();
      merged[v] = new Values(here, there, used, places[v]);
    }
    int[][] own = new int[columns][];
    float[][] rare = new float[columns][];
    for (int t = 0; t < columns; t++) {
      Values of = merged[valuesOf[t]];
      own[t] = IntStream.of(numbers[t]).map(n -> n < 0 ? -1 : of.place(n)).toArray();
      rare[t] = new float[of.numbers.length];
      int[] from = places[valuesOf[t]];
      for (int v = 0; v < from.length; v++) {
        rare[t][v] = from[v] < 0 ? other.rarity[t][~from[v]] : rarity[t][from[v]];
      }
    }
    return new RecordPart(all, valuesOf, own, merged, rare);
  }

  /** The numbers of the values of some records in a column, -1 for none. */
  private IntStream numbers(int column, int[] rows) {
    int[] of = values[valuesOf[column]].numbers;
    return IntStream.of(rows).map(r -> codes[column][r] < 0 ? -1 : of[codes[column][r]]);
  }

  private static int[] picked(int[] from, int[] places) {
    return IntStream.of(places).map(p -> from[p]).toArray();
  }

  int size() {
    return records.length;
  }

  /** The number of a record in the lists. */
  int record(int row) {
    return records[row];
  }

  /** What it adds that two records share a value: the commoner of two ways to write it counts. */
  float rarity(int column, int row, int other) {
    return Math.min(rarity[column][codes[column][row]], rarity[column][codes[column][other]]);
  }

  /** These records as a list of their own, numbered by their places. */
  Population population(Outline outline) {
    List<List<String>> texts = new ArrayList<>();
    for (Values of : values) {
      texts.add(List.of(of.texts));
    }
    List<Trait> traits = new ArrayList<>();
    for (int t = 0; t < codes.length; t++) {
      Values of = values[valuesOf[t]];
      Outline.Column column = outline.columns().get(t);
      traits.add(
          new Trait(
              column.label(),
              column.kind(),
              codes[t],
              texts.get(valuesOf[t]),
              List.of(),
              List.of(of.dates),
              of.names));
    }
    return new Population(size(), size(), List.copyOf(traits), new int[0]);
  }
}
