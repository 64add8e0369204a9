package org.passerelle.steer.iati;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/**
 * The elements of a project that are withheld from the file. An element is named as in the
 * standard, with a colon and a value if only one of several is meant: {@code budget}, {@code
 * participating-org:caritas-al}, {@code recipient-country:XK}. An unrecognised name withholds the
 * whole activity, so that a typing error publishes nothing.
 */
public final class Redactions {
  /** Elements that can be left out or replaced while the activity stays valid. */
  public static final Set<String> ELEMENTS =
      Set.of(
          "iati-activity",
          "title",
          "description",
          "participating-org",
          "other-identifier",
          "activity-date",
          "activity-scope",
          "recipient-country",
          "sector",
          "collaboration-type",
          "budget",
          "planned-disbursement",
          "transaction",
          "result");

  private static final Set<String> QUALIFIED = Set.of("participating-org", "recipient-country");
  private final List<Row> rows;
  private final Set<String> hiddenOrganisations;
  private final List<String> hiddenNames;

  private Redactions(List<Row> rows, Set<String> organisations, List<String> names) {
    this.rows = List.copyOf(rows);
    this.hiddenOrganisations = Set.copyOf(organisations);
    this.hiddenNames = List.copyOf(names);
  }

  /**
   * An element to be withheld.
   *
   * @param element as entered
   * @param understood whether it names an element that can be withheld
   */
  public record Row(String element, Wording reason, boolean understood) {
    String name() {
      int colon = element.indexOf(':');
      return colon < 0 ? element : element.substring(0, colon);
    }

    String qualifier() {
      int colon = element.indexOf(':');
      return colon < 0 ? "" : element.substring(colon + 1);
    }
  }

  /** The withheld elements of a project. */
  public static Redactions of(Entry project, Facts facts) {
    List<Row> rows = new ArrayList<>();
    Set<String> organisations = new HashSet<>();
    for (Values row : project.rows("redact")) {
      String element = row.text("element").strip();
      Row read = new Row(element, row.wording("reason"), understood(element));
      rows.add(read);
      if (element.equals("participating-org")) {
        project.rows("partners").forEach(p -> organisations.add(p.text("organisation")));
      } else if (read.name().equals("participating-org")) {
        organisations.add(read.qualifier());
      }
    }
    organisations.remove("");
    List<String> names = new ArrayList<>();
    for (String organisation : organisations) {
      facts.find("organisation", organisation).ifPresent(o -> names.addAll(names(o)));
    }
    return new Redactions(rows, organisations, names);
  }

  /** Whether this name denotes an element that can be withheld. */
  public static boolean understood(String element) {
    int colon = element.indexOf(':');
    return colon < 0
        ? ELEMENTS.contains(element)
        : QUALIFIED.contains(element.substring(0, colon)) && colon < element.length() - 1;
  }

  private static List<String> names(Entry organisation) {
    List<String> names = new ArrayList<>();
    for (String name : organisation.name().byLanguage().values()) {
      names.add(folded(name));
      // the name without the part in brackets
      names.add(folded(name.replaceAll("\\s*\\([^)]*\\)$", "")));
    }
    organisation.texts("printed").forEach(name -> names.add(folded(name)));
    Optional.of(organisation.text("abbreviation"))
        .filter(abbreviation -> abbreviation.length() > 2)
        .ifPresent(abbreviation -> names.add(folded(abbreviation)));
    return names.stream().filter(name -> !name.isBlank()).distinct().toList();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** In the order of entry. */
  public List<Row> rows() {
    return rows;
  }

  /** Whether the whole activity is left out. */
  public boolean everything() {
    return rows.stream().anyMatch(r -> !r.understood() || r.name().equals("iati-activity"));
  }

  /** Whether all elements of a name are withheld. */
  boolean hides(String element) {
    return rows.stream().anyMatch(r -> r.element().equals(element));
  }

  /** Whether one of several elements of a name is withheld. */
  boolean hides(String element, String which) {
    return hides(element)
        || rows.stream().anyMatch(r -> r.name().equals(element) && r.qualifier().equals(which));
  }

  /** Whether the activity's identifier would reveal something withheld. */
  boolean betrays(String id) {
    return hides("title") || hiddenOrganisations.stream().anyMatch(id::contains);
  }

  /** The text, or a placeholder if it names a withheld organisation. */
  Wording shown(Wording text) {
    return text.byLanguage().values().stream().anyMatch(this::isBetrayal)
        ? Notes.of("iati.withheld")
        : text;
  }

  /** The text, or empty if it names a withheld organisation. */
  String shown(String text) {
    return isBetrayal(text) ? "" : text;
  }

  private boolean isBetrayal(String text) {
    if (hiddenNames.isEmpty()) {
      return false;
    }
    String folded = folded(text);
    return hiddenNames.stream().anyMatch(folded::contains);
  }
}
