package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;

/** What comes with the product is sound: every kind can be shown, every entry fits its kind. */
class ShippedFactsTest {
  private static final Set<String> LANGUAGES = Set.of("en", "fr", "sr");

  /** Issue 13 is a draft that shows what stands in the way of a release. */
  private static final Set<String> UNFINISHED = Set.of("letter-13-round-tables");

  private final Facts facts = Facts.shipped();

  @Test
  void everyKindIsNamedInThreeLanguages() {
    for (Kind kind : Kinds.shipped().all()) {
      complete(kind.one(), kind.id());
      complete(kind.many(), kind.id());
      complete(kind.about(), kind.id());
      assertThat(kind.field(kind.namedBy())).as(kind.id()).isPresent();
      assertThat(kind.editedBy()).as(kind.id()).isNotEmpty();
      assertThat(kind.columns())
          .as(kind.id())
          .allSatisfy(column -> assertThat(kind.field(column)).isPresent());
      kind.fields().forEach(field -> sound(field, kind.id()));
    }
  }

  private static void sound(Field field, String where) {
    String place = where + "." + field.id();
    complete(field.label(), place);
    if (field.hint() != null) {
      complete(field.hint(), place);
    }
    field.codes().forEach((code, word) -> complete(word, place + " " + code));
    boolean codes = field.type() == Field.Type.CODE || field.type() == Field.Type.CODES;
    assertThat(field.codes().isEmpty()).as(place).isEqualTo(!codes);
    boolean refers = field.type() == Field.Type.REF || field.type() == Field.Type.REFS;
    assertThat(field.of().isEmpty()).as(place).isEqualTo(!refers);
    assertThat(field.of())
        .as(place)
        .allSatisfy(kind -> assertThat(Kinds.shipped().find(kind)).as(kind).isPresent());
    assertThat(field.fields().isEmpty()).as(place).isEqualTo(field.type() != Field.Type.ROWS);
    field.fields().forEach(inner -> sound(inner, place));
  }

  /** “Édition 2 018”: a field whose label or hint speaks of a year is no quantity. */
  @Test
  void yearsAreDeclaredAsSuch() {
    for (Kind kind : Kinds.shipped().all()) {
      kind.fields().forEach(field -> yearIfItSaysSo(field, kind.id()));
    }
  }

  private static void yearIfItSaysSo(Field field, String where) {
    field.fields().forEach(inner -> yearIfItSaysSo(inner, where + "." + field.id()));
    String said = field.label() + " " + field.hint();
    if (field.type() == Field.Type.WHOLE) {
      assertThat(said.toLowerCase(Locale.ROOT)).as(where).doesNotContainPattern("\\byear\\b");
    }
  }

  /** Law that nobody here has read is shown as such; that of children asks for no means. */
  @Test
  void offencesComeWithTheirPenaltiesAndUnverified() {
    assertThat(facts.all("offence"))
        .isNotEmpty()
        .allSatisfy(offence -> assertThat(offence.flag("verified")).isFalse());
    Entry children = facts.find("offence", "trafficking-minor-fr").orElseThrow();
    assertThat(children.flag("no-means")).isTrue();
    assertThat(children.decimal("years-most")).hasValue(BigDecimal.TEN);
    assertThat(children.decimal("fine-most")).hasValue(new BigDecimal("1500000"));
    Entry adults = facts.find("offence", "trafficking-fr").orElseThrow();
    assertThat(adults.decimal("years-most"))
        .as("as the letter says")
        .isEqualTo(facts.find("figure", "penalty-years").orElseThrow().decimal("value"));
    assertThat(adults.decimal("fine-most"))
        .isEqualTo(facts.find("figure", "penalty-fine").orElseThrow().decimal("value"));
  }

  @Test
  void everyValueFitsItsField() {
    for (Entry entry : facts.everything()) {
      fits(entry, entry.kind().fields(), entry.reference());
      assertThat(entry.id()).matches("[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{2}");
    }
  }

  /** No reader of French or Serbian is told in English where something comes from. */
  @Test
  void everySourceIsAPublicationOrHasWordsInThreeLanguages() {
    for (Entry entry : facts.everything()) {
      for (Values row : entry.rows("source")) {
        String document = row.text("document");
        assertThat(facts.find("publication", document).isPresent() || DocumentWords.knows(document))
            .as("%s comes from %s", entry.reference(), document)
            .isTrue();
        for (String language : List.of("fr", "sr-Cyrl")) {
          assertThat(DocumentWords.in(new Language(language), document))
              .doesNotContain("knowledge", "unknown", "convention;");
        }
      }
    }
  }

  private static void fits(Values values, List<Field> fields, String where) {
    List<String> known = fields.stream().map(Field::id).toList();
    assertThat(known).as(where).containsAll(values.content().keySet());
    for (Field field : fields) {
      if (field.needed()) {
        assertThat(values.has(field.id())).as(where + "." + field.id()).isTrue();
      }
      if (values.has(field.id())) {
        fits(values, field, where + "." + field.id());
      }
    }
  }

  private static void fits(Values values, Field field, String where) {
    switch (field.type()) {
      case WORDING, PROSE -> completeUnlessDraft(values.wording(field.id()), where);
      case WORDINGS -> {
        assertThat(values.wordings(field.id())).as(where).isNotEmpty();
        values.wordings(field.id()).forEach(w -> completeUnlessDraft(w, where));
      }
      case DATE ->
          assertThat(PartialDate.parse(values.text(field.id())).edtf())
              .as(where)
              .matches("[0-9]{4}(-[0-9]{2}){0,2}");
      case YEAR -> assertThat(values.text(field.id())).as(where).matches("[12][0-9]{3}");
      case WHOLE -> assertThat(values.whole(field.id())).as(where).isPresent();
      case DECIMAL, MONEY ->
          assertThat(new BigDecimal(values.text(field.id())).scale()).as(where).isLessThan(7);
      case CODE -> assertThat(field.codes().keySet()).as(where).contains(values.text(field.id()));
      case CODES ->
          assertThat(field.codes().keySet()).as(where).containsAll(values.texts(field.id()));
      case ROWS -> {
        assertThat(values.rows(field.id())).as(where).isNotEmpty();
        values.rows(field.id()).forEach(row -> fits(row, field.fields(), where));
      }
      case LINE -> assertThat(values.text(field.id())).as(where).isNotBlank();
      case LINES, COUNTRIES, REFS -> assertThat(values.texts(field.id())).as(where).isNotEmpty();
      default -> {}
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> lost = new ArrayList<>();
    for (Entry entry : facts.everything()) {
      for (References.Reference reference : References.of(entry)) {
        if (facts.at(reference.to()).isEmpty()) {
          lost.add(entry.reference() + "." + reference.field() + " → " + reference.to());
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void everyEntrySaysWhereItComesFrom() {
    assertThat(facts.everything())
        .filteredOn(e -> !Set.of("letter-block", "picture").contains(e.kind().id()))
        .filteredOn(e -> !e.reference().equals("letter:letter-13"))
        .allSatisfy(e -> assertThat(e.rows("source")).as(e.reference()).isNotEmpty());
  }

  private static void completeUnlessDraft(Wording wording, String where) {
    if (UNFINISHED.stream().noneMatch(where::contains)) {
      complete(wording, where);
    }
  }

  private static void complete(Wording wording, String where) {
    assertThat(wording.byLanguage().keySet()).as(where).isEqualTo(LANGUAGES);
    wording
        .byLanguage()
        .forEach(
            (language, text) -> {
              assertThat(text).as(where + " " + language).isNotBlank();
              assertThat(Map.of(language, text)).doesNotContainValue("TODO");
            });
  }
}
