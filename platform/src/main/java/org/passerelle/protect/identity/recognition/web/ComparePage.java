package org.passerelle.protect.identity.recognition.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.linkage.files.Agreement;
import org.passerelle.pages.Page;
import org.passerelle.protect.identity.recognition.FilesCompared;
import org.passerelle.protect.identity.recognition.PossibleDuplicate;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Identity;

/**
 * View of two files side by side.
 *
 * @param rows one row per attribute
 * @param percent present probability that they are of one person, 0 to 100
 */
public record ComparePage(PossibleDuplicate pair, List<Row> rows, int percent, CodeWords words) {
  /** Bits that fill half a bar. */
  private static final double FULL = 20;

  /** Bits from which a single attribute outweighs most others: odds of sixty-four to one. */
  private static final double STRONG = 6;

  /** Bits below which an attribute hardly changes the odds. */
  private static final double LITTLE = 1;

  private static final int REASONS = 3;

  public ComparePage {
    rows = List.copyOf(rows);
  }

  /**
   * A compared attribute.
   *
   * @param key key of its name
   * @param one value in the first file, or empty
   * @param other value in the second file, or empty
   * @param level level of agreement, empty if a value is missing
   * @param bits weight of the agreement
   */
  public record Row(String key, List<String> one, List<String> other, String level, double bits) {
    /** Strength and direction of the evidence, as the end of a key. */
    public String weight() {
      if (Math.abs(bits) < LITTLE) {
        return "little";
      }
      return (Math.abs(bits) >= STRONG ? "strongly-" : "") + (bits > 0 ? "for" : "against");
    }

    /** Length of the bar, 0 to 50. */
    public double bar() {
      return Math.min(50, Math.abs(bits) * 50 / FULL);
    }
  }

  /** Evidence for or against one person, strongest first. */
  public List<Row> reasons(boolean forOne) {
    return rows.stream()
        .filter(row -> !row.level().isEmpty() && Math.abs(row.bits()) >= LITTLE)
        .filter(row -> row.bits() > 0 == forOne)
        .sorted(Comparator.comparingDouble((Row row) -> -Math.abs(row.bits())))
        .limit(REASONS)
        .toList();
  }

  /** The same as text. */
  public String because(boolean forOne, Page page) {
    return page.texts()
        .series(
            reasons(forOne).stream()
                .map(
                    row ->
                        page.text(
                            "recognition.reason-of",
                            page.text("recognition.attribute." + row.key()),
                            page.text("recognition.level." + row.key() + "." + row.level())))
                .toList());
  }

  static ComparePage of(FilesCompared.SideBySide both, CodeWords words, Page page) {
    List<Row> rows = new ArrayList<>();
    ComparedPerson left = both.left();
    ComparedPerson right = both.right();
    rows.add(row("names", names(both.one()), names(both.other()), both));
    rows.add(row("birth", birth(both.one(), page), birth(both.other(), page), both));
    rows.add(
        row(
            "gender",
            list(words.of("genders", left.gender())),
            list(words.of("genders", right.gender())),
            both));
    rows.add(
        row(
            "nationality",
            left.nationalities().stream().map(c -> words.of("countries", c)).toList(),
            right.nationalities().stream().map(c -> words.of("countries", c)).toList(),
            both));
    rows.add(row("paper", list(both.one().documents()), list(both.other().documents()), both));
    rows.add(
        row(
            "place",
            list(both.one().familyAndOrigin()),
            list(both.other().familyAndOrigin()),
            both));
    rows.add(row("phone", list(both.reached().phone()), list(both.otherReached().phone()), both));
    return new ComparePage(
        both.pair(), rows, (int) Math.round(100 * both.judgement().probability()), words);
  }

  private static Row row(
      String key, List<String> one, List<String> other, FilesCompared.SideBySide both) {
    Agreement agreement =
        both.judgement().agreements().stream()
            .filter(
                a ->
                    a.attribute().equals(key)
                        || (key.equals("birth") && a.attribute().equals("age")))
            .findFirst()
            .orElse(new Agreement(key, "", 0));
    return new Row(key, one, other, agreement.level(), agreement.bits());
  }

  private static List<String> names(Identity identity) {
    return identity.names().stream().map(Identity.Name::text).collect(Collectors.toList());
  }

  private static List<String> birth(Identity identity, Page page) {
    Identity.AgeEstimate age = identity.age();
    if (!identity.birth().isBlank()) {
      return List.of(page.moments().partial(identity.birth()));
    }
    return age == null
        ? List.of()
        : List.of(
            page.text(
                "person.age-estimate",
                age.from(),
                age.to(),
                page.moments().partial(age.on()),
                page.text("person.age-method." + age.method())));
  }

  private static List<String> list(String text) {
    return text.isBlank() ? List.of() : List.of(text);
  }
}
