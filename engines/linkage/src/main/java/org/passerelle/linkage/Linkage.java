package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.encoding.EncodingHeader;
import org.passerelle.linkage.internal.Engine;
import org.passerelle.linkage.internal.Linking;
import org.passerelle.linkage.internal.Outcome;
import org.passerelle.linkage.internal.candidates.PairFinder;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/**
 * Finds the records that are one person, in one list or across two.
 *
 * <pre>
 * var list = PersonTable.read(Path.of("people.csv"), null);
 * var result = new Linkage(LinkSettings.usual(), Progress.SILENT).deduplicate(list);
 * result.matches().forEach(m -&gt; System.out.println(result.id(m.left()) + " " + result.id(m.right())));
 * </pre>
 *
 * The same lists, settings and seed give the same result on any number of threads. Interrupting the
 * calling thread ends it with a {@code CancellationException}.
 */
public final class Linkage {
  private final LinkSettings settings;
  private final Progress progress;
  private final Optional<PairFinder> elsewhere;

  /** All in this process. */
  public Linkage(LinkSettings settings, Progress progress) {
    this(settings, progress, Optional.empty());
  }

  /** With pairs that are compared elsewhere; the result is the same. */
  public Linkage(LinkSettings settings, Progress progress, PairFinder elsewhere) {
    this(settings, progress, Optional.of(elsewhere));
  }

  private Linkage(LinkSettings settings, Progress progress, Optional<PairFinder> elsewhere) {
    this.settings = settings;
    this.progress = progress;
    this.elsewhere = elsewhere;
  }

  /**
   * Finds the persons that stand in one list more than once.
   *
   * @throws BadRecords if the list cannot be worked with
   */
  public LinkResult deduplicate(PersonTable list) {
    return run(list, Optional.empty());
  }

  /**
   * Finds the persons of one list in another.
   *
   * @throws BadRecords if the lists cannot be worked with
   */
  public LinkResult link(PersonTable left, PersonTable right) {
    return run(left, Optional.of(right));
  }

  private LinkResult run(PersonTable first, Optional<PersonTable> second) {
    PersonTable left = DateParts.joined(first, settings.columns());
    Optional<PersonTable> right = second.map(r -> DateParts.joined(r, settings.columns()));
    if (encoded(left, right)) {
      if (elsewhere.isPresent()) {
        throw new BadRecords(
            "%s is encoded; encodings are compared in this process only. Maybe leave out --engine."
                .formatted(left.name()));
      }
      return EncodedLinkage.run(left, right, settings, progress);
    }
    Fields fields = fields(left, right, settings);
    Population population = population(fields, left, right, settings);
    mustFit(population, settings);
    if (right.isPresent() && left.encoding().isPresent() && !SameKeyCheck.isLikely(population)) {
      throw SameKeyCheck.refused(left, right.get());
    }
    Engine engine = new Engine(population, settings, progress);
    List<String> compared =
        population.traits().stream().map(t -> t.label() + " (" + t.kind().id() + ")").toList();
    List<LeftOut> leftOut = new ArrayList<>(fields.leftOut());
    Set<String> used = population.traits().stream().map(Trait::label).collect(Collectors.toSet());
    fields.fields().stream()
        .filter(f -> !used.contains(f.label()))
        .forEach(f -> leftOut.add(new LeftOut(f.label(), "it is the same for everybody")));
    Outcome outcome = engine.run(elsewhere.orElseGet(Linking::new));
    return new LinkResult(left, right, outcome, compared, leftOut, learnt(engine, population));
  }

  private Optional<StoreModel> learnt(Engine engine, Population population) {
    return engine.learnt().map(learnt -> new StoreModel(settings, columns(population), learnt));
  }

  private static List<StoreModel.Column> columns(Population population) {
    return population.traits().stream()
        .map(t -> new StoreModel.Column(t.label(), t.kind()))
        .toList();
  }

  /**
   * The records of one list or two as they are compared; the same wherever it is worked out.
   *
   * @throws BadRecords if the lists cannot be worked with
   */
  public static Population population(
      PersonTable first, Optional<PersonTable> second, LinkSettings settings) {
    PersonTable left = DateParts.joined(first, settings.columns());
    Optional<PersonTable> right = second.map(r -> DateParts.joined(r, settings.columns()));
    return population(fields(left, right, settings), left, right, settings);
  }

  private static Population population(
      Fields fields, PersonTable left, Optional<PersonTable> right, LinkSettings settings) {
    return telling(
        fields.population(left, right, sources(left, settings), settings.threads()), left);
  }

  private static Fields fields(
      PersonTable left, Optional<PersonTable> right, LinkSettings settings) {
    for (String column : settings.columns().keySet()) {
      if (!left.header().contains(column)
          && right.map(r -> !r.header().contains(column)).orElse(true)) {
        throw new BadRecords(
            "There is no column %s; %s has %s."
                .formatted(column, left.name(), String.join(", ", left.header())));
      }
    }
    Fields fields = Fields.of(left, right, settings.columns(), settings.leftOut());
    if (!isOfUse(fields.fields().stream().map(Fields.Field::kind))) {
      throw new BadRecords(
          ("No column that tells persons apart was recognised%s in %s. Maybe name the columns in a"
                  + " configuration (--config): columns: {your_column: surname}; kinds are given_name,"
                  + " surname, full_name, birth_date, place, address, phone, email, document and"
                  + " others; of text two columns are needed.")
              .formatted(
                  right.isPresent() ? " in both lists; the first has" : "",
                  String.join(", ", left.header())));
    }
    return fields;
  }

  /**
   * Whether anything can be found by such columns. Words alone will do if there are two columns of
   * them, of which the report then warns: of one nothing can be learnt.
   */
  private static boolean isOfUse(Stream<AttributeKind> columns) {
    List<AttributeKind> kinds = columns.toList();
    return kinds.stream().anyMatch(AttributeKind::tellsPersonsApart)
        || Collections.frequency(kinds, AttributeKind.TEXT) > 1;
  }

  private static void mustFit(Population population, LinkSettings settings) {
    Map<String, List<String>> levels = population.levels();
    settings
        .fixed()
        .forEach(
            (column, fixed) -> {
              if (!levels.containsKey(column)) {
                throw new BadRecords(
                    "fixed: %s is not a compared column; compared are %s."
                        .formatted(column, String.join(", ", levels.keySet())));
              }
              fixed.mustFit(column, levels.get(column));
            });
  }

  /** Whether the lists hold encodings of whole records; what cannot be compared is refused. */
  private static boolean encoded(PersonTable left, Optional<PersonTable> right) {
    Optional<EncodingHeader> first = left.encoding();
    if (right.isPresent()) {
      Optional<EncodingHeader> second = right.get().encoding();
      if (first.isPresent() != second.isPresent()) {
        throw new BadRecords(
            "%s is encoded and %s is not; they cannot be compared. Maybe encode the other with the same key and scheme."
                .formatted(
                    first.isPresent() ? left.name() : right.get().name(),
                    first.isPresent() ? right.get().name() : left.name()));
      }
      if (first.isPresent() && second.isPresent()) {
        first.get().mustEqual(second.get(), left.name(), right.get().name());
      }
    }
    return first.isPresent() && !first.get().scheme().equals(EncodingHeader.BY_ATTRIBUTE);
  }

  /** Without what is the same for everybody. */
  private static Population telling(Population all, PersonTable left) {
    List<Trait> traits = new ArrayList<>();
    for (Trait trait : all.traits()) {
      if (trait.values().size() > 1 && differs(trait.codes())) {
        traits.add(trait);
      }
    }
    if (!isOfUse(traits.stream().map(Trait::kind))) {
      throw new BadRecords(
          "All %d records of %s are alike in what tells persons apart (%s): nobody can be told from anybody."
                  .formatted(
                      all.size(),
                      left.name(),
                      all.traits().stream().map(Trait::label).collect(Collectors.joining(", ")))
              + " Maybe add a column such as the date of birth.");
    }
    return new Population(all.size(), all.left(), List.copyOf(traits), all.sources());
  }

  private static boolean differs(int[] codes) {
    int first = -1;
    for (int code : codes) {
      if (code >= 0 && first >= 0 && code != first) {
        return true;
      }
      first = code >= 0 ? code : first;
    }
    return false;
  }

  static int[] sources(PersonTable list, LinkSettings settings) {
    @Nullable String column = settings.source();
    if (column == null) {
      return new int[0];
    }
    int at = list.header().indexOf(column);
    if (at < 0) {
      throw new BadRecords(
          "%s has no column %s, which should tell the source; it has %s."
              .formatted(list.name(), column, String.join(", ", list.header())));
    }
    Map<String, Integer> numbers = new HashMap<>();
    int[] sources = new int[list.size()];
    for (int row = 0; row < sources.length; row++) {
      String value = list.value(row, at);
      sources[row] = value.isEmpty() ? -1 : numbers.computeIfAbsent(value, v -> numbers.size());
    }
    return sources;
  }
}
