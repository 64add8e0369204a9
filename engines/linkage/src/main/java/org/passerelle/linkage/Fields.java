package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.linkage.internal.comparison.DateComparison;
import org.passerelle.linkage.internal.comparison.NameDictionary;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/** Brings the columns of one or two lists together as the traits that are compared. */
final class Fields {
  /** One column that takes part, with its place in each list or -1. */
  record Field(String label, AttributeKind kind, int left, int right) {}

  /** Most columns that are compared. */
  private static final int MOST = 15;

  private final List<Field> fields;
  private final List<LeftOut> leftOut;

  private Fields(List<Field> fields, List<LeftOut> leftOut) {
    this.fields = List.copyOf(fields);
    this.leftOut = List.copyOf(leftOut);
  }

  /** Columns that are known. */
  static Fields told(List<Field> fields) {
    return new Fields(fields, List.of());
  }

  List<Field> fields() {
    return fields;
  }

  /** The columns that take no part. */
  List<LeftOut> leftOut() {
    return leftOut;
  }

  /**
   * The columns that both lists have, by name or else by what they tell.
   *
   * @param kinds of columns, where they are not to be told from their names
   * @param leftOut columns that take no part
   */
  static Fields of(
      PersonTable left,
      Optional<PersonTable> right,
      Map<String, AttributeKind> kinds,
      Set<String> leftOut) {
    ColumnKinds ofLeft = ColumnKinds.of(left, kinds, leftOut);
    List<LeftOut> out = new ArrayList<>(ofLeft.leftOut());
    List<Field> all = new ArrayList<>();
    if (right.isEmpty()) {
      ofLeft.kinds().forEach((c, kind) -> all.add(new Field(c, kind, place(left, c), -1)));
    } else {
      ColumnKinds ofRight = ColumnKinds.of(right.get(), kinds, leftOut);
      ofRight.leftOut().stream().filter(o -> !out.contains(o)).forEach(out::add);
      both(left, ofLeft, right.get(), ofRight, all, out);
    }
    return new Fields(atMost(withoutDoubles(all, out), out), out);
  }

  private static int place(PersonTable list, String column) {
    return list.header().indexOf(column);
  }

  private static void both(
      PersonTable left,
      ColumnKinds ofLeft,
      PersonTable right,
      ColumnKinds ofRight,
      List<Field> all,
      List<LeftOut> out) {
    Set<String> done = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (boolean byName : new boolean[] {true, false}) {
      for (var entry : ofLeft.kinds().entrySet()) {
        if (!done.contains(entry.getKey())) {
          ofRight.kinds().entrySet().stream()
              .filter(r -> r.getValue() == entry.getValue() && !taken.contains(r.getKey()))
              .filter(r -> !byName || r.getKey().equalsIgnoreCase(entry.getKey()))
              .map(Map.Entry::getKey)
              .findFirst()
              .ifPresent(
                  c -> {
                    done.add(entry.getKey());
                    taken.add(c);
                    all.add(
                        new Field(
                            entry.getKey(),
                            entry.getValue(),
                            place(left, entry.getKey()),
                            place(right, c)));
                  });
        }
      }
    }
    ofLeft.kinds().forEach((c, k) -> alone(c, k, done, right, out));
    ofRight.kinds().forEach((c, k) -> alone(c, k, taken, left, out));
  }

  private static void alone(
      String column, AttributeKind kind, Set<String> used, PersonTable other, List<LeftOut> out) {
    if (!used.contains(column)) {
      out.add(
          new LeftOut(
              column,
              "%s has no column of its kind; if one tells it, write columns: {that_column: %s}"
                  .formatted(other.name(), kind.id())));
    }
  }

  /** Where first name and surname stand apart, the whole name says nothing more. */
  private static List<Field> withoutDoubles(List<Field> fields, List<LeftOut> out) {
    Optional<Field> apart =
        fields.stream().filter(f -> f.kind() == AttributeKind.SURNAME).findFirst();
    List<Field> kept = new ArrayList<>();
    for (Field field : fields) {
      if (field.kind() == AttributeKind.FULL_NAME && apart.isPresent()) {
        out.add(
            new LeftOut(
                field.label(),
                "%s tells the name already; to compare it as words, write columns: {%s: text}"
                    .formatted(apart.get().label(), field.label())));
      } else {
        kept.add(field);
      }
    }
    return kept;
  }

  private static List<Field> atMost(List<Field> fields, List<LeftOut> out) {
    for (Field field : fields.subList(Math.min(MOST, fields.size()), fields.size())) {
      out.add(
          new LeftOut(
              field.label(),
              "no more than %d columns are compared; write columns: {another: ignored} to make room"
                  .formatted(MOST)));
    }
    return fields.subList(0, Math.min(MOST, fields.size()));
  }

  /** All records of the lists, made comparable. */
  Population population(PersonTable left, Optional<PersonTable> right, int[] sources, int threads) {
    return population(left, right, sources, threads, true);
  }

  /**
   * The same.
   *
   * @param whole whether these are all records there are, so that they tell whether 1 January
   *     stands for a year alone
   */
  Population population(
      PersonTable left, Optional<PersonTable> right, int[] sources, int threads, boolean whole) {
    int size = left.size() + right.map(PersonTable::size).orElse(0);
    List<Trait> traits = new ArrayList<>();
    ComparableValues names = new ComparableValues();
    for (Field field : fields) {
      boolean name = Trait.isPartOfName(Trait.told(field.label(), field.kind()));
      ComparableValues values = name ? names : new ComparableValues();
      int[] codes = new int[size];
      boolean monthFirst =
          field.kind() == AttributeKind.BIRTH_DATE && monthFirst(left, right, field);
      code(left, field.left(), field.kind(), monthFirst, values, codes, 0);
      right.ifPresent(
          r -> code(r, field.right(), field.kind(), monthFirst, values, codes, left.size()));
      traits.add(
          new Trait(
              field.label(),
              field.kind(),
              codes,
              values.texts(),
              values.shown(),
              whole
                      && field.kind() == AttributeKind.BIRTH_DATE
                      && DateComparison.isHeaped(values.dates(), codes)
                  ? DateComparison.withoutNewYears(values.dates())
                  : values.dates(),
              NameDictionary.NONE));
    }
    traits.replaceAll(new Dictionaries(threads)::named);
    return new Population(size, left.size(), List.copyOf(traits), sources);
  }

  /** Names worked out once, also where two columns share their values. */
  private static final class Dictionaries {
    private final IdentityHashMap<List<String>, NameDictionary> known = new IdentityHashMap<>();
    private final int threads;

    Dictionaries(int threads) {
      this.threads = threads;
    }

    Trait named(Trait trait) {
      return switch (trait.kind()) {
        case GIVEN_NAME, SURNAME, FULL_NAME ->
            new Trait(
                trait.label(),
                trait.kind(),
                trait.codes(),
                trait.values(),
                trait.shown(),
                trait.dates(),
                known.computeIfAbsent(trait.values(), v -> new NameDictionary(v, threads)));
        default -> trait;
      };
    }
  }

  private static void code(
      PersonTable table,
      int column,
      AttributeKind kind,
      boolean monthFirst,
      ComparableValues values,
      int[] codes,
      int from) {
    CodedColumn coded = table.column(column);
    int[] mapped = new int[coded.values().size()];
    for (int v = 0; v < mapped.length; v++) {
      mapped[v] = values.of(coded.values().get(v), kind, monthFirst);
    }
    for (int row = 0; row < table.size(); row++) {
      codes[from + row] = coded.code(row) < 0 ? -1 : mapped[coded.code(row)];
    }
  }

  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ]\\d{4}");

  /** Whether dates are written month first: more second numbers above 12 than first ones. */
  private static boolean monthFirst(PersonTable left, Optional<PersonTable> right, Field field) {
    List<String> values = new ArrayList<>(left.column(field.left()).values());
    right.ifPresent(r -> values.addAll(r.column(field.right()).values()));
    return monthFirst(values) > 0;
  }

  /** Above 0 where dates are written month first, below 0 where day first, 0 if nothing tells. */
  static int monthFirst(List<String> values) {
    int first = 0;
    int second = 0;
    for (String value : values) {
      var m = SLASHED.matcher(value);
      if (m.matches()) {
        first += Integer.parseInt(m.group(1)) > 12 ? 1 : 0;
        second += Integer.parseInt(m.group(2)) > 12 ? 1 : 0;
      }
    }
    return Integer.compare(second, first);
  }
}
