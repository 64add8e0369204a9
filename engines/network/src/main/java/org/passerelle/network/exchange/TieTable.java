package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Sentence;
import org.passerelle.network.Tie;
import org.passerelle.network.Wording;

/** Reads a table with one tie per row, with or without a header. */
final class TieTable {
  private static final int LOOKED_AT = 50;
  private final ReadOptions options;
  private final List<Sentence> notices = new ArrayList<>();

  TieTable(ReadOptions options) {
    this.options = options;
  }

  NetworkFile read(Source file) throws IOException {
    Mapping mapping = options.mapping();
    Rows rows = Rows.read(file, mapping.encoding(), mapping.separator());
    if (rows.size() == 0) {
      throw new BadNetwork(Wording.NO_TIE, rows.name());
    }
    if (mapping.ties().isEmpty() && Matrix.is(rows)) {
      return matrix(new Matrix(rows));
    }
    boolean named = hasHeader(rows);
    Columns columns = named ? byName(rows) : byPlace(rows);
    List<Tie> ties = new ArrayList<>(rows.size());
    Set<String> ids = new HashSet<>();
    int loops = 0;
    for (int r = named ? 1 : 0; r < rows.size(); r++) {
      Tie tie = tie(rows, r, columns, ids, ties.size() + 1);
      loops += tie.source().equals(tie.target()) ? 1 : 0;
      ties.add(tie);
    }
    if (ties.isEmpty()) {
      throw new BadNetwork(Wording.ONLY_NAMES, rows.name());
    }
    if (loops > 0) {
      notices.add(Sentence.of(Wording.LOOPS, rows.name(), loops, ties.size()));
    }
    return new NetworkFile(network(rows, ties), notices);
  }

  private NetworkFile matrix(Matrix matrix) throws IOException {
    notices.add(matrix.notice(options.twoMode()));
    CaseNetwork network = matrix.network(options.directed(), options.twoMode());
    Source actors = options.actors();
    return new NetworkFile(
        actors == null
            ? network
            : new CaseNetwork(
                ActorTable.read(actors, options.mapping(), network.numbers().keySet(), notices),
                network.ties()),
        notices);
  }

  private CaseNetwork network(Rows rows, List<Tie> ties) throws IOException {
    Source file = options.actors();
    if (file == null) {
      return CaseNetwork.ofTies(ties);
    }
    Set<String> ends = new HashSet<>();
    ties.forEach(
        tie -> {
          ends.add(tie.source());
          ends.add(tie.target());
        });
    List<Actor> actors = ActorTable.read(file, options.mapping(), ends, notices);
    Set<String> known = new HashSet<>();
    actors.forEach(actor -> known.add(actor.id()));
    int first = rows.size() - ties.size();
    for (int i = 0; i < ties.size(); i++) {
      for (String end : List.of(ties.get(i).source(), ties.get(i).target())) {
        if (!known.contains(end)) {
          throw new BadNetwork(
              Wording.NOT_AMONG_ACTORS, rows.where(first + i), end, actors.size(), file.name());
        }
      }
    }
    return new CaseNetwork(actors, ties);
  }

  /** Whether the first row names the columns, unless the mapping says that it does not. */
  boolean hasHeader(Rows rows) {
    if (options.mapping().bare()) {
      return false;
    }
    if (!options.mapping().ties().isEmpty()) {
      return true;
    }
    String[] first = rows.row(0);
    Set<Field> told = new HashSet<>();
    for (String cell : first) {
      Field.byColumn(cell, Field.OF_TIES).ifPresent(told::add);
    }
    if (told.contains(Field.SOURCE) && told.contains(Field.TARGET)) {
      return true;
    }
    // words above numbers are a header
    return rows.size() > 1
        && ((wordAboveNumber(rows, 0) && wordAboveNumber(rows, 1)) || wordAboveNumber(rows, 2));
  }

  private static boolean wordAboveNumber(Rows rows, int column) {
    String[] first = rows.row(0);
    if (first.length <= column || first[column].isEmpty()) {
      return false;
    }
    boolean numbers = Double.isNaN(Rows.number(first[column]));
    for (int r = 1; numbers && r < Math.min(rows.size(), LOOKED_AT); r++) {
      String[] row = rows.row(r);
      numbers = row.length > column && !Double.isNaN(Rows.number(row[column]));
    }
    return numbers;
  }

  private Columns byName(Rows rows) {
    Columns columns =
        Columns.byName(rows.row(0), options.mapping().ties(), Field.OF_TIES, rows.name());
    if (!columns.has(Field.SOURCE) && !columns.has(Field.TARGET) && rows.row(0).length >= 2) {
      columns.put(Field.SOURCE, 0);
      columns.put(Field.TARGET, 1);
    }
    if (!columns.has(Field.SOURCE) || !columns.has(Field.TARGET)) {
      throw new BadNetwork(Wording.NO_ENDS, rows.name(), String.join(", ", rows.row(0)));
    }
    if (rows.row(0).length == 3 && !columns.has(Field.WEIGHT) && wordAboveNumber(rows, 2)) {
      columns.put(Field.WEIGHT, 2);
    }
    Map<Field, String> mapped = options.mapping().ties();
    columns
        .keptAsIs(Field.BEGINS, rows, mapped, cell -> new Period(cell, ""))
        .ifPresent(notices::add);
    columns
        .keptAsIs(Field.ENDS, rows, mapped, cell -> new Period("", cell))
        .ifPresent(notices::add);
    columns.keptAsIs(Field.GRADING, rows, mapped, Grading::of).ifPresent(notices::add);
    for (Field field : List.of(Field.DIRECTED, Field.EVIDENCE)) {
      columns
          .keptAsIs(field, rows, mapped, cell -> Columns.yes(cell, false))
          .ifPresent(notices::add);
    }
    return columns;
  }

  private Columns byPlace(Rows rows) {
    int width = rows.row(0).length;
    if (width < 2) {
      throw new BadNetwork(Wording.ONE_CELL, rows.where(0), shortened(rows.row(0)[0]));
    }
    Map<Field, String> mapped = options.mapping().ties();
    if (mapped.isEmpty()) {
      return Columns.byPlace(width, Field.SOURCE, Field.TARGET, Field.WEIGHT);
    }
    Columns columns = Columns.byNumber(width, mapped, rows.name());
    if (!columns.has(Field.SOURCE) || !columns.has(Field.TARGET)) {
      throw new BadNetwork(Wording.NO_ENDS, rows.name(), String.join(", ", rows.row(0)));
    }
    return columns;
  }

  private static String shortened(String cell) {
    return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
  }

  private Tie tie(Rows rows, int r, Columns columns, Set<String> ids, int number) {
    String[] row = rows.row(r);
    String source = columns.value(row, Field.SOURCE);
    String target = columns.value(row, Field.TARGET);
    if (source.isEmpty() || target.isEmpty()) {
      throw new BadNetwork(Wording.TO_NOWHERE, rows.where(r), source, target);
    }
    String id = told(columns, row, Field.ID);
    if (id.isEmpty()) {
      id = Integer.toString(number);
    }
    if (columns.has(Field.ID) && !ids.add(id)) {
      throw new BadNetwork(Wording.TIE_TWICE, rows.where(r), id);
    }
    try {
      return new Tie(
          id,
          source,
          target,
          told(columns, row, Field.KIND),
          weight(rows, r, columns),
          Columns.yes(told(columns, row, Field.DIRECTED), options.directed()),
          new Period(told(columns, row, Field.BEGINS), told(columns, row, Field.ENDS)),
          told(columns, row, Field.PROVENANCE),
          grading(told(columns, row, Field.GRADING)),
          Columns.yes(told(columns, row, Field.EVIDENCE), true),
          columns.attributes(row));
    } catch (BadNetwork e) {
      throw e.in(rows.where(r));
    }
  }

  private String told(Columns columns, String[] row, Field field) {
    String value = columns.value(row, field);
    Map<Field, String> fixed = options.mapping().fixed();
    return value.isEmpty() ? fixed.getOrDefault(field, "") : value;
  }

  private double weight(Rows rows, int r, Columns columns) {
    String cell = told(columns, rows.row(r), Field.WEIGHT);
    if (cell.isEmpty()) {
      return 1;
    }
    double weight = Rows.number(cell);
    if (!Double.isFinite(weight)) {
      throw new BadNetwork(Wording.NO_WEIGHT_IN_ROW, rows.where(r), shortened(cell));
    }
    return weight;
  }

  private static @Nullable Grading grading(String text) {
    return text.isEmpty() ? null : Grading.of(text);
  }
}
