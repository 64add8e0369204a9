package org.passerelle.understand.network.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.exchange.KindValues;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.pages.Filled;

/**
 * What each value by which a file says what its actors are means here: as chosen, as it meant in an
 * earlier file, or as it is guessed.
 *
 * @param column column of the file; empty if none says it
 * @param rows a row for each value, that of the most actors first
 */
public record KindForm(String column, List<Row> rows) {
  private static final Set<String> CODES =
      Arrays.stream(ActorKind.values()).map(ActorKind::code).collect(Collectors.toSet());

  public KindForm {
    rows = List.copyOf(rows);
  }

  /**
   * A value.
   *
   * @param field name of its field
   * @param value empty where the file says nothing
   * @param count number of actors
   * @param origin {@code chosen}, {@code kept} or {@code guessed}
   */
  public record Row(String field, String value, int count, ActorKind kind, String origin) {}

  /** Fields of values: a code, since a value may name somebody. */
  static final String FIELD = "kind-of-";

  static KindForm of(NetworkFile read, Filled form, Map<String, ActorKind> kept) {
    return KindValues.of(read.network()).map(values -> of(values, form, kept)).orElse(none());
  }

  private static KindForm none() {
    return new KindForm("", List.of());
  }

  private static KindForm of(KindValues values, Filled form, Map<String, ActorKind> kept) {
    List<Row> rows = new ArrayList<>();
    values
        .counts()
        .forEach(
            (value, count) -> {
              String field = FIELD + ViewForm.code(value);
              ActorKind guess = values.guesses().getOrDefault(value, ActorKind.OTHER);
              ActorKind known = value.isEmpty() ? guess : kept.getOrDefault(value, guess);
              ActorKind chosen = ActorKind.of(form.code(field, CODES)).orElse(known);
              String origin =
                  form.shown(field).isEmpty()
                      ? kept.containsKey(value) && !value.isEmpty() ? "kept" : "guessed"
                      : "chosen";
              rows.add(new Row(field, value, count, chosen, origin));
            });
    return new KindForm(values.column(), rows);
  }

  /** The kinds by value. */
  Map<String, ActorKind> kinds() {
    Map<String, ActorKind> kinds = new HashMap<>();
    rows.forEach(row -> kinds.put(row.value, row.kind));
    return kinds;
  }

  /** The file with these kinds. */
  NetworkFile mapped(NetworkFile read) {
    CaseNetwork network =
        KindValues.of(read.network())
            .map(values -> values.mapped(read.network(), kinds()))
            .orElse(read.network());
    return new NetworkFile(network, read.notices());
  }

  /** What to remember: values that are words. */
  Map<String, ActorKind> words() {
    Map<String, ActorKind> words = kinds();
    words.remove("");
    return words;
  }
}
