package org.passerelle.protect.casework.due;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.springframework.stereotype.Component;

/** Converts rows of due items to described items, with properties of their kinds. */
@Component
class DueWords {
  private final Map<String, DueSource> sources;

  DueWords(List<DueSource> sources) {
    this.sources = sources.stream().collect(Collectors.toMap(DueSource::kind, s -> s));
  }

  /** A row with the code of its case. */
  record Found(Due due, String code) {}

  static Found found(ResultSet row, int number) throws SQLException {
    return new Found(DueRows.due(row), row.getString("code"));
  }

  /** Kinds that mean that somebody is in need now, as an array parameter. */
  String[] pressing() {
    return kinds(DueSource::pressing);
  }

  /** Kinds that are listed on the Today page, as an array parameter. */
  String[] onFirstPage() {
    return kinds(DueSource::onFirstPage);
  }

  private String[] kinds(Predicate<DueSource> which) {
    return sources.values().stream()
        .filter(which)
        .map(DueSource::kind)
        .sorted()
        .toArray(String[]::new);
  }

  /** Description of an item, without information about the person. */
  String of(Due due, Texts texts) {
    return source(due.kind()).words(due, texts);
  }

  /**
   * Converts rows, in the same order.
   *
   * @param opened whether titles of tasks are decrypted
   */
  List<DueThing> things(Collection<Found> found, boolean opened, Texts texts) {
    Map<UUID, String> told = new HashMap<>();
    if (opened) {
      found.stream()
          .map(Found::due)
          .collect(Collectors.groupingBy(Due::kind))
          .forEach((kind, own) -> told.putAll(source(kind).opened(own)));
    }
    List<DueThing> things = new ArrayList<>();
    for (Found one : found) {
      Due due = one.due;
      DueSource source = source(due.kind());
      things.add(
          new DueThing(
              due.kind(),
              source.group(),
              id(due),
              due.caseId(),
              one.code,
              due.assigned(),
              due.at(),
              due.day() != null,
              told.getOrDefault(due.subject(), source.words(due, texts)),
              source.outside(due, texts),
              source.path(due),
              source.action(),
              source.onFirstPage(),
              source.pressing()));
    }
    return things;
  }

  private static UUID id(Due due) {
    String key = due.kind() + " " + due.subject() + " " + due.detail();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private DueSource source(String kind) {
    DueSource source = sources.get(kind);
    if (source == null) {
      throw new IllegalStateException(
          "A due item has the kind \"%s\", which no source knows.\nMaybe a source was removed without its rows in case_due."
              .formatted(kind));
    }
    return source;
  }
}
