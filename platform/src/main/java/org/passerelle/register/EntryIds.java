package org.passerelle.register;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.pages.Filled;

/** Gives new entries of a kind their identifiers. For a single request. */
public final class EntryIds {
  private static final int LONGEST = 60;
  private final Kind kind;
  private final Set<String> taken;

  /**
   * Begins.
   *
   * @param taken every identifier that was ever given to an entry of the kind
   */
  public EntryIds(Kind kind, Set<String> taken) {
    this.kind = kind;
    this.taken = new HashSet<>(taken);
  }

  /** The identifier as entered in the form, or derived from the English title. */
  public String next(Filled form, Map<String, Object> content) {
    String typed = form.text("_id", 80);
    String id = typed.isEmpty() ? derived(content) : typed;
    if (!typed.isEmpty() && !typed.matches("[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{2}")) {
      form.errors().add("_id", "register.error.id");
    } else if (!taken.add(id)) {
      form.errors().add("_id", "register.refused.taken", id);
    }
    return id;
  }

  private String derived(Map<String, Object> content) {
    Object named = content.get(kind.namedBy());
    String title =
        named instanceof Map<?, ?> texts
            ? texts.values().stream().findFirst().map(Object::toString).orElse("")
            : String.valueOf(named);
    String slug = slug(title);
    String wished = slug.isEmpty() ? kind.id() : slug;
    String free = wished;
    for (int n = 2; taken.contains(free); n++) {
      free = wished + "-" + n;
    }
    return free;
  }

  private static String slug(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-[^-]*$", "") : plain;
  }
}
