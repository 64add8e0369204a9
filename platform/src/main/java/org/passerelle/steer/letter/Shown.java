package org.passerelle.steer.letter;

import java.util.LinkedHashSet;
import java.util.Set;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.Sources;

/** Records which fields of which entries an issue shows, while it is composed. */
final class Shown {
  private final Set<Use> uses = new LinkedHashSet<>();

  /** A displayed field. */
  record Use(Entry entry, String field) {}

  static Set<Use> of(Facts facts, Entry letter) {
    Shown shown = new Shown();
    new Composer(facts, Sources.NONE).compose(letter, new Language("en"), shown);
    return shown.uses;
  }

  void add(Entry entry, String field) {
    uses.add(new Use(entry, field));
  }
}
