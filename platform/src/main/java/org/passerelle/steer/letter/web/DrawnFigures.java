package org.passerelle.steer.letter.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.access.SignedIn;
import org.passerelle.disclosure.Policy;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Wording;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.FigureReleases;
import org.passerelle.steer.release.Period;
import org.passerelle.steer.release.Population;
import org.passerelle.steer.release.web.FigureWords;
import org.springframework.stereotype.Component;

/**
 * Fills a block of figures from a table of an approved release: each figure becomes an entry of the
 * register with its value, period, source and caveat in all languages, and with the release and the
 * cell that it is compared with. What was drawn before is replaced, other figures stay.
 */
@Component
class DrawnFigures {
  /** More are no band of figures; the largest are drawn, after the total. */
  private static final int MOST = 8;

  private static final String DRAWN = "release-";
  private static final String TOTAL = "total";
  private final Register register;
  private final FigureReleases releases;
  private final FormDefinitions forms;
  private final CountryNames countries;
  private final Languages languages;

  DrawnFigures(
      Register register,
      FigureReleases releases,
      FormDefinitions forms,
      CountryNames countries,
      Languages languages) {
    this.register = register;
    this.releases = releases;
    this.forms = forms;
    this.countries = countries;
    this.languages = languages;
  }

  /** Tables of the newest release of each population and period, newest first. */
  List<Option> offered(Page page) {
    FigureWords words = new FigureWords(forms.lists(), countries, page);
    List<Option> offered = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (FigureRelease release : releases.all()) {
      for (String table : release.tables()) {
        if (known.add(release.scope().population() + " " + release.period().id() + " " + table)) {
          offered.add(
              new Option(
                  release.number() + " " + table,
                  page.text(
                      "letters.drawn.option",
                      Integer.toString(release.number()),
                      words.title(release.scope()),
                      words.table(table))));
        }
      }
    }
    return offered;
  }

  /** A figure of a table. */
  private record Cell(List<String> codes, long count) {
    boolean isTotal() {
      return codes.stream().allMatch(TOTAL::equals);
    }
  }

  /**
   * Fills a block.
   *
   * @param chosen one of those that are offered
   * @throws Refused if the table shows no figure
   */
  void draw(Entry block, String chosen, Page page, SignedIn who) {
    List<String> parts = List.of(chosen.split(" ", 2));
    FigureRelease release =
        releases.find(Integer.parseInt(parts.get(0))).orElseThrow(NotFound::new);
    Published published =
        Published.read("release.json", releases.content(release.number()).orElseThrow().content());
    PublishedTable table =
        PublishedTable.of(published).stream()
            .filter(one -> one.id().equals(parts.get(1)))
            .findFirst()
            .orElseThrow(NotFound::new);
    List<Cell> cells = cells(table);
    if (cells.isEmpty()) {
      throw new Refused("letters.refused.nothing-drawn");
    }
    boolean rounded = published.layout().release().policy().method() == Policy.Method.ROUNDING;
    List<String> figures = new ArrayList<>();
    for (Cell cell : cells) {
      figures.add(kept(cell, table, release, rounded, page, who));
    }
    register.facts().refs(block, "figures").stream()
        .filter(figure -> !(figure.id().startsWith(DRAWN) && figure.has("release")))
        .map(Entry::id)
        .forEach(figures::add);
    Map<String, Object> content = new LinkedHashMap<>(block.content());
    content.put("figures", figures);
    register.save(who, block.kind(), block.id(), block.revision(), content, "");
  }

  /** The total, and the largest figures of the finest categories that are shown. */
  private static List<Cell> cells(PublishedTable table) {
    boolean two = table.variables().size() == 2;
    List<Cell> cells = new ArrayList<>();
    List<PublishedTable.Heading> down = table.headings(0);
    List<PublishedTable.Heading> across = two ? table.headings(1) : List.of(down.get(0));
    for (int r = 0; r < down.size(); r++) {
      for (int c = 0; c < across.size(); c++) {
        boolean total = r == 0 && c == 0;
        boolean finest = isFinest(down, r) && (!two || isFinest(across, c));
        long count = (two ? table.count(r, c) : table.count(r)).orElse(0);
        if (count > 0 && (total || finest)) {
          List<String> codes = new ArrayList<>(List.of(down.get(r).code()));
          if (two) {
            codes.add(across.get(c).code());
          }
          cells.add(new Cell(codes, count));
        }
      }
    }
    return cells.stream()
        .sorted(
            Comparator.comparing((Cell cell) -> !cell.isTotal())
                .thenComparing(Cell::count, Comparator.reverseOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean isFinest(List<PublishedTable.Heading> headings, int at) {
    return at > 0
        && (at + 1 == headings.size() || headings.get(at + 1).depth() <= headings.get(at).depth());
  }

  /** The entry of a figure; it is written once for each release. */
  private String kept(
      Cell cell,
      PublishedTable table,
      FigureRelease release,
      boolean rounded,
      Page page,
      SignedIn who) {
    Kind kind = Kinds.shipped().find("figure").orElseThrow();
    Map<String, Object> content = new LinkedHashMap<>();
    Population population = release.scope().population();
    content.put("what", wording(page, words -> what(cell, table, population, words)));
    content.put("value", Long.toString(cell.count));
    content.put("unit", "persons");
    content.put("period", period(release.period()));
    content.put("release", Integer.toString(release.number()));
    content.put("release-cell", table.id() + " " + String.join(" ", cell.codes));
    content.put(
        "source-words",
        wording(
            page,
            words ->
                words.page().text("letters.drawn.source", Integer.toString(release.number()))));
    content.put("caveat", wording(page, words -> caveat(population, rounded, words)));
    String id =
        (DRAWN + release.number() + "-" + table.id() + "-" + String.join("-", cell.codes))
            .toLowerCase(Locale.ROOT)
            .replace('_', '-');
    if (register.facts().find(kind.id(), id).isPresent()) {
      return id;
    }
    Set<String> taken = register.taken(kind);
    String free = id;
    for (int n = 2; taken.contains(free); n++) {
      free = id + "-" + n;
    }
    return register.save(who, kind, free, 0, content, "").id();
  }

  private static String what(
      Cell cell, PublishedTable table, Population population, FigureWords words) {
    List<String> labels = new ArrayList<>();
    for (int d = 0; d < cell.codes.size(); d++) {
      if (cell.isTotal() ? d == 0 : !cell.codes.get(d).equals(TOTAL)) {
        labels.add(words.code(table.variables().get(d), cell.codes.get(d)));
      }
    }
    return words.page().text("letters.drawn.what." + population.code(), String.join(", ", labels));
  }

  private static String caveat(Population population, boolean rounded, FigureWords words) {
    String caveat =
        words
            .page()
            .text(population == Population.VICTIMS ? "release.caveat" : "release.caveat.suspects");
    return rounded ? caveat + " " + words.page().text("letters.drawn.rounded") : caveat;
  }

  private static String period(Period period) {
    return period.quarters() == 4
        ? Integer.toString(period.year())
        : "%d-01/%d-%02d".formatted(period.year(), period.year(), 3 * period.quarters());
  }

  private Map<String, String> wording(Page page, Function<FigureWords, String> said) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : Wording.LANGUAGES) {
      Language language = languages.byTag(key.equals("sr") ? "sr-Cyrl" : key);
      texts.put(
          key,
          said.apply(
              new FigureWords(forms.lists(), countries, page.in(languages.texts(language)))));
    }
    return texts;
  }
}
