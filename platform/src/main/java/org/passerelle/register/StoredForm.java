package org.passerelle.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.language.Moments;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;

/** Fills the form of an entry with the stored values; the inverse of {@link EntryForm}. */
public final class StoredForm {
  private final Map<String, String> single = new LinkedHashMap<>();
  private final Map<String, List<String>> several = new LinkedHashMap<>();

  private final Moments moments;

  private StoredForm(Moments moments) {
    this.moments = moments;
  }

  /** The form of an entry with its stored values, dates in the reader's language. */
  public static Filled of(Entry entry, Moments moments) {
    StoredForm form = new StoredForm(moments);
    form.put(entry, entry.kind().fields(), "");
    Filled filled = Filled.with(form.single);
    form.several.forEach(filled::and);
    return filled;
  }

  private void put(Values values, List<Field> fields, String prefix) {
    for (Field field : fields) {
      if (values.has(field.id())) {
        put(values, field, prefix + field.id());
      }
    }
  }

  private void put(Values values, Field field, String id) {
    switch (field.type()) {
      case WORDING, PROSE ->
          values
              .wording(field.id())
              .byLanguage()
              .forEach((language, text) -> single.put(id + "." + language, text));
      case WORDINGS -> {
        for (String language : Wording.LANGUAGES) {
          single.put(
              id + "." + language,
              String.join(
                  "\n",
                  values.wordings(field.id()).stream()
                      .map(w -> w.byLanguage().getOrDefault(language, ""))
                      .filter(text -> !text.isEmpty())
                      .toList()));
        }
      }
      case LINES -> single.put(id, String.join("\n", values.texts(field.id())));
      case CODES, COUNTRIES, REFS -> several.put(id, values.texts(field.id()));
      case DATE -> single.put(id, moments.partial(values.text(field.id())));
      case FLAG -> single.put(id, values.flag(field.id()) ? "yes" : "");
      case ROWS -> {
        int n = 0;
        for (Values row : values.rows(field.id())) {
          put(row, field.fields(), id + "." + n + ".");
          n++;
        }
      }
      default -> single.put(id, values.text(field.id()));
    }
  }
}
