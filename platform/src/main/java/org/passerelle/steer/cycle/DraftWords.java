package org.passerelle.steer.cycle;

import java.util.Objects;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.register.Entry;
import org.passerelle.register.Field;

/** Texts and date formats of one language. */
record DraftWords(Texts texts, Moments moments) {
  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  String of(Entry entry) {
    return entry.name().in(texts.language());
  }

  String in(Entry entry, String field) {
    return entry.has(field) ? entry.wording(field).in(texts.language()) : "";
  }

  String code(Entry entry, String field) {
    Field described = entry.kind().field(field).orElseThrow();
    return entry.has(field)
        ? Objects.requireNonNull(described.codes().get(entry.text(field))).in(texts.language())
        : "";
  }

  String line(String what, String more) {
    return more.isEmpty()
        ? texts.text("cycle.draft.line", what)
        : texts.text("cycle.draft.line-more", what, more);
  }
}
