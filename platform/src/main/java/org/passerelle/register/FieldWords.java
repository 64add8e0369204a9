package org.passerelle.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.register.Shown.Part;

/** Describes values of entries in the reader's language. For a single request. */
public final class FieldWords {
  private final Page page;
  private final Language language;
  private final Facts facts;
  private final CountryNames countries;

  public FieldWords(Page page, Facts facts, CountryNames countries) {
    this.page = page;
    this.language = page.language();
    this.facts = facts;
    this.countries = countries;
  }

  /** The fields of an entry with a value, in the order of the form. */
  public List<Shown> all(Entry entry) {
    return shown(entry, entry.kind().fields());
  }

  private List<Shown> shown(Values values, List<Field> fields) {
    return fields.stream()
        .filter(field -> values.has(field.id()))
        .map(field -> one(values, field))
        .toList();
  }

  /** One field. */
  public Shown one(Values values, Field field) {
    List<Values> filled = field.type() == Field.Type.ROWS ? values.rows(field.id()) : List.of();
    List<Field> columns =
        field.fields().stream()
            .filter(inner -> filled.stream().anyMatch(row -> row.has(inner.id())))
            .toList();
    List<Shown.Row> rows = filled.stream().map(row -> new Shown.Row(cells(row, columns))).toList();
    return new Shown(
        field.label().in(language),
        parts(values, field),
        rows,
        values.stale(field.id()).contains(language.key()));
  }

  /** The cells of a row; columns empty in every row are left out. */
  private List<Shown> cells(Values row, List<Field> fields) {
    return fields.stream().map(field -> one(row, field)).toList();
  }

  private List<Part> parts(Values values, Field field) {
    if (!values.has(field.id())) {
      return List.of();
    }
    return switch (field.type()) {
      case WORDING -> List.of(plain(values.wording(field.id()).in(language)));
      case PROSE ->
          List.of(values.wording(field.id()).in(language).split("\n\\s*\n")).stream()
              .map(FieldWords::plain)
              .toList();
      case WORDINGS ->
          values.wordings(field.id()).stream().map(w -> plain(w.in(language))).toList();
      case LINES -> each(values, field, Function.identity());
      case CODE -> List.of(plain(code(field, values.text(field.id()))));
      case CODES -> each(values, field, code -> code(field, code));
      case COUNTRY -> List.of(country(values.text(field.id())));
      case COUNTRIES -> values.texts(field.id()).stream().map(this::country).toList();
      case REF -> List.of(reference(field, values.text(field.id())));
      case REFS -> values.texts(field.id()).stream().map(v -> reference(field, v)).toList();
      case DATE ->
          values.date(field.id()).stream().map(d -> plain(page.moments().partial(d))).toList();
      case MONEY ->
          values.decimal(field.id()).stream().map(m -> plain(page.moments().euros(m))).toList();
      case DECIMAL, WHOLE ->
          values.decimal(field.id()).stream().map(n -> plain(page.moments().decimal(n))).toList();
      case YEAR -> List.of(plain(values.text(field.id())));
      case FLAG ->
          List.of(plain(page.text(values.flag(field.id()) ? "register.yes" : "register.no")));
      case LINK -> List.of(new Part(values.text(field.id()), values.text(field.id())));
      case LINE -> List.of(line(field, values.text(field.id())));
      case ROWS -> List.of();
    };
  }

  private List<Part> each(Values values, Field field, Function<String, String> word) {
    List<Part> parts = new ArrayList<>();
    values.texts(field.id()).forEach(v -> parts.add(plain(word.apply(v))));
    return parts;
  }

  private String code(Field field, String code) {
    Wording word = field.codes().get(code);
    return word == null ? code : word.in(language);
  }

  private Part country(String code) {
    return new Part(countries.marked(code, language), "/partner/register/country/" + code);
  }

  /** A document in the register becomes a link to it. */
  private Part line(Field field, String text) {
    return field.id().equals("document")
        ? facts
            .find("publication", text)
            .map(e -> new Part(e.name().in(language), e.href()))
            .orElseGet(() -> plain(DocumentWords.in(language, text)))
        : plain(text);
  }

  private Part reference(Field field, String value) {
    Optional<Entry> to = facts.at(field.reference(value));
    return to.map(e -> new Part(e.name().in(language), e.href()))
        .orElseGet(() -> plain(value + " " + page.text("register.not-there")));
  }

  private static Part plain(String text) {
    return new Part(text, "");
  }

  /** The fields that differ between two revisions, with old and new values in words. */
  public List<Change> changes(Entry before, Entry after) {
    List<Change> changes = new ArrayList<>();
    for (Field field : after.kind().fields()) {
      Object was = before.content().get(field.id());
      Object is = after.content().get(field.id());
      if (!String.valueOf(was).equals(String.valueOf(is))) {
        changes.add(
            new Change(
                field.label().in(language),
                inAllLanguages(before, field),
                inAllLanguages(after, field)));
      }
    }
    return changes;
  }

  /**
   * Translated texts are compared in all languages, so that a changed translation is shown, too.
   */
  private String inAllLanguages(Entry entry, Field field) {
    if (!field.type().inLanguages() || !entry.has(field.id())) {
      return one(entry, field).whole();
    }
    List<Wording> wordings =
        field.type() == Field.Type.WORDINGS
            ? entry.wordings(field.id())
            : List.of(entry.wording(field.id()));
    StringBuilder all = new StringBuilder();
    for (String key : List.of("en", "fr", "sr")) {
      for (Wording wording : wordings) {
        Map<String, String> texts = wording.byLanguage();
        all.append(key).append(": ").append(texts.getOrDefault(key, "⟦" + key + "⟧")).append('\n');
      }
    }
    return all.toString().strip();
  }

  /** The change of a field in a revision. */
  public record Change(String label, String before, String after) {}
}
