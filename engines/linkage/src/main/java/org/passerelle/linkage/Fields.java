package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.linkage.internal.NameDictionary;
import org.passerelle.linkage.internal.Population;
import org.passerelle.linkage.internal.Trait;

/** Brings the columns of one or two lists together as the traits that are compared. */
final class Fields {
  /** One column that takes part, with its place in each list or -1. */
  record Field(String label, AttributeKind kind, int left, int right) {}

  private final List<Field> fields;

  Fields(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  List<Field> fields() {
    return fields;
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
    Map<String, AttributeKind> ofLeft = kinds(left, kinds, leftOut);
    if (right.isEmpty()) {
      List<Field> all = new ArrayList<>();
      ofLeft.forEach((c, kind) -> all.add(new Field(c, kind, left.header().indexOf(c), -1)));
      return new Fields(withoutDoubles(all));
    }
    Map<String, AttributeKind> ofRight = kinds(right.get(), kinds, leftOut);
    List<Field> all = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (boolean byName : new boolean[] {true, false}) {
      for (var entry : ofLeft.entrySet()) {
        if (all.stream().anyMatch(f -> f.label().equals(entry.getKey()))) {
          continue;
        }
        ofRight.entrySet().stream()
            .filter(r -> r.getValue() == entry.getValue() && !taken.contains(r.getKey()))
            .filter(r -> !byName || r.getKey().equalsIgnoreCase(entry.getKey()))
            .map(Map.Entry::getKey)
            .findFirst()
            .ifPresent(
                c -> {
                  taken.add(c);
                  all.add(
                      new Field(
                          entry.getKey(),
                          entry.getValue(),
                          left.header().indexOf(entry.getKey()),
                          right.get().header().indexOf(c)));
                });
      }
    }
    return new Fields(withoutDoubles(all));
  }

  private static Map<String, AttributeKind> kinds(
      PersonTable table, Map<String, AttributeKind> kinds, Set<String> leftOut) {
    Map<String, AttributeKind> found = new LinkedHashMap<>();
    for (int c = 0; c < table.header().size(); c++) {
      String column = table.header().get(c);
      AttributeKind kind = kinds.get(column);
      if (table.encoding().isPresent()) {
        kind = c == table.idColumn() ? null : AttributeKind.ENCODED;
      } else if (kind == null && c != table.idColumn()) {
        kind = ColumnNames.kind(column).orElse(null);
      }
      if (kind != null && kind != AttributeKind.IGNORED && !leftOut.contains(column)) {
        found.put(column, kind);
      }
    }
    return found;
  }

  /** Where first name and surname stand apart, the whole name says nothing more. */
  private static List<Field> withoutDoubles(List<Field> fields) {
    Set<AttributeKind> kinds = new HashSet<>();
    fields.forEach(f -> kinds.add(f.kind()));
    List<Field> kept = new ArrayList<>();
    Set<AttributeKind> names = new HashSet<>();
    for (Field field : fields) {
      boolean name =
          field.kind() == AttributeKind.GIVEN_NAME || field.kind() == AttributeKind.SURNAME;
      if (field.kind() == AttributeKind.FULL_NAME
          && (kinds.contains(AttributeKind.SURNAME) || !names.add(field.kind()))) {
        continue;
      }
      if (!name || names.add(field.kind())) {
        kept.add(field);
      }
    }
    return kept.size() > 15 ? kept.subList(0, 15) : kept;
  }

  /** All records of the lists, made comparable. */
  Population population(PersonTable left, Optional<PersonTable> right, int[] sources, int threads) {
    int size = left.size() + right.map(PersonTable::size).orElse(0);
    List<Trait> traits = new ArrayList<>();
    ComparableValues names = new ComparableValues();
    for (Field field : fields) {
      boolean name =
          field.kind() == AttributeKind.GIVEN_NAME || field.kind() == AttributeKind.SURNAME;
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
              values.dates(),
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
    int first = 0;
    int second = 0;
    List<String> values = new ArrayList<>(left.column(field.left()).values());
    right.ifPresent(r -> values.addAll(r.column(field.right()).values()));
    for (String value : values) {
      var m = SLASHED.matcher(value);
      if (m.matches()) {
        first += Integer.parseInt(m.group(1)) > 12 ? 1 : 0;
        second += Integer.parseInt(m.group(2)) > 12 ? 1 : 0;
      }
    }
    return second > first;
  }
}
