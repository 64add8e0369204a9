package org.passerelle.steer.letter.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Field;
import org.passerelle.register.Register;
import org.passerelle.steer.cycle.Difference;
import org.springframework.stereotype.Component;

/**
 * What changed in the texts from which others are translated, word by word, since each translation
 * was last written or checked: whoever checks it reads the few words that matter.
 */
@Component
public class SourceChanges {
  private final Register register;

  SourceChanges(Register register) {
    this.register = register;
  }

  /**
   * A change.
   *
   * @param language whose text is to be checked
   * @param source in whose text the change is
   */
  public record Change(String language, String source, List<Difference.Piece> pieces) {
    public Change {
      pieces = List.copyOf(pieces);
    }
  }

  /** The changes by field; a text that was never checked has none. */
  Map<String, List<Change>> of(Entry entry) {
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    List<Entry> earlier = new ArrayList<>();
    for (Field field : entry.kind().fields()) {
      boolean text = field.type() == Field.Type.WORDING || field.type() == Field.Type.PROSE;
      Set<String> stale = text ? entry.stale(field.id()) : Set.of();
      if (!stale.isEmpty() && earlier.isEmpty()) {
        register.revisions(entry.kind(), entry.id()).forEach(r -> earlier.add(r.entry()));
      }
      List<Change> found = new ArrayList<>();
      stale.forEach(language -> found.addAll(of(entry, earlier, field.id(), language)));
      if (!found.isEmpty()) {
        changes.put(field.id(), List.copyOf(found));
      }
    }
    return changes;
  }

  private static List<Change> of(Entry entry, List<Entry> earlier, String field, String language) {
    return earlier.stream()
        .filter(then -> then.has(field) && !then.stale(field).contains(language))
        .findFirst()
        .map(
            then ->
                Wording.LANGUAGES.stream()
                    .filter(source -> !entry.stale(field).contains(source))
                    .filter(source -> !text(then, field, source).isEmpty())
                    .filter(source -> !text(then, field, source).equals(text(entry, field, source)))
                    .map(
                        source ->
                            new Change(
                                language,
                                source,
                                Difference.between(
                                    text(then, field, source), text(entry, field, source))))
                    .toList())
        .orElse(List.of());
  }

  private static String text(Entry entry, String field, String language) {
    return entry.wording(field).byLanguage().getOrDefault(language, "");
  }
}
