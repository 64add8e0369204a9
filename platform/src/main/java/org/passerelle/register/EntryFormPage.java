package org.passerelle.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;

/**
 * The form of an entry.
 *
 * @param entry entry to be changed, or null for a new one
 * @param form stored values or input
 * @param moreOf repeated field that gets further empty rows, or empty
 */
public record EntryFormPage(
    Kind kind,
    @Nullable Entry entry,
    Filled form,
    Facts facts,
    CountryNames countries,
    Language language,
    String moreOf) {
  private static final int SPARE = 1;
  private static final int MORE = 4;

  /** Address of the form. */
  public String action() {
    String list = "/" + kind.room() + "/register/" + kind.id();
    return entry == null ? list : list + "/" + entry.id();
  }

  /** Revision when the form was opened; 0 for a new entry. */
  public int version() {
    return form.version(entry == null ? 0 : entry.revision());
  }

  /** Labels by field name; empty for fields without content. */
  public UnaryOperator<String> labels(Page page) {
    return name -> label(kind.fields(), List.of(name.split("\\.", -1)), page);
  }

  private static String label(List<Field> fields, List<String> path, Page page) {
    Optional<Field> field = fields.stream().filter(f -> f.id().equals(path.get(0))).findFirst();
    String own = field.map(f -> f.label().in(page.language())).orElse("");
    if (own.isEmpty() || path.size() == 1) {
      return own;
    }
    if (field.get().type() == Field.Type.ROWS
        && path.size() > 2
        && path.get(1).matches("[0-9]{1,3}")) {
      String inner = label(field.get().fields(), path.subList(2, path.size()), page);
      int row = Integer.parseInt(path.get(1)) + 1;
      return inner.isEmpty() ? "" : own + ", " + page.text("register.row", row) + ", " + inner;
    }
    return Wording.LANGUAGES.contains(path.get(1))
        ? own + ", " + page.text("register.language." + path.get(1))
        : "";
  }

  /** The options of a field. */
  public List<Option> options(Field field) {
    List<Option> options = new ArrayList<>();
    switch (field.type()) {
      case CODE, CODES ->
          field.codes().forEach((code, word) -> options.add(new Option(code, word.in(language))));
      case COUNTRY, COUNTRIES ->
          facts
              .all("country")
              .forEach(c -> options.add(new Option(c.id(), countries.name(c.id(), language))));
      case REF, REFS -> field.of().forEach(kind -> addAll(field, kind, options));
      default -> {}
    }
    if (field.codes().isEmpty()) {
      options.sort(Option.byLabel(language));
    }
    return options;
  }

  private void addAll(Field field, String kind, List<Option> options) {
    for (Entry to : facts.all(kind)) {
      String value = field.of().size() == 1 ? to.id() : to.reference();
      String prefix = field.of().size() == 1 ? "" : to.kind().one().in(language) + ": ";
      options.add(new Option(value, prefix + to.name().in(language)));
    }
  }

  /** Number of rows of a field: the filled ones and an empty one. */
  public int rows(Field field) {
    return EntryForm.filledRows(form, field.id()) + (moreOf.equals(field.id()) ? MORE : SPARE);
  }

  /** Whether the stored text of a field in a language is older than in another language. */
  public boolean stale(String id, String language) {
    if (entry == null) {
      return false;
    }
    String[] path = id.split("\\.", -1);
    Values values = entry;
    if (path.length == 3) {
      List<Values> rows = entry.rows(path[0]);
      int n = Integer.parseInt(path[1]);
      if (n >= rows.size()) {
        return false;
      }
      values = rows.get(n);
    }
    return values.stale(path[path.length - 1]).contains(language);
  }
}
