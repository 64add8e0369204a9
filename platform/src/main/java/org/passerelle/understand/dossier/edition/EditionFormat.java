package org.passerelle.understand.dossier.edition;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.language.Moments;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Texts;
import org.passerelle.language.Wording;
import org.passerelle.pages.CountryNames;
import org.passerelle.understand.dossier.chapter.Legend;
import org.passerelle.understand.dossier.chapter.Span;
import org.passerelle.understand.dossier.chapter.Tally;
import org.passerelle.understand.dossier.chapter.Vocabulary;

/**
 * Formats values in one language for one edition. The pen of the anonymised edition has an empty
 * legend, so it cannot write a word that it does not know. For one document.
 */
final class EditionFormat {
  private static final int NAMES = 60;
  private static final int ROWS = 200;
  private final Edition edition;
  private final Texts texts;
  private final Moments moments;
  private final CountryNames countries;
  private final Legend legend;
  private final TreeSet<String> named = new TreeSet<>();

  EditionFormat(
      Edition edition, Texts texts, Moments moments, CountryNames countries, Legend legend) {
    this.edition = edition;
    this.texts = texts;
    this.moments = moments;
    this.countries = countries;
    this.legend = edition == Edition.ANONYMISED ? new Legend(Map.of()) : legend;
  }

  boolean anonymised() {
    return edition == Edition.ANONYMISED;
  }

  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  String language() {
    return texts.language().tag();
  }

  /** An actor, family, place or source: the team's words, or the code. */
  String word(String code) {
    return code.isEmpty() ? text("dossier.unknown") : legend.word(code);
  }

  /** Several words, limited to a readable number. */
  String words(List<String> codes) {
    String first = codes.stream().limit(NAMES).map(this::word).collect(Collectors.joining(", "));
    return codes.size() <= NAMES
        ? first
        : first + ", " + text("dossier.and-more", codes.size() - NAMES);
  }

  /** Truncates a long table and says so. */
  List<Block> cut(Block.Table table) {
    int more = table.rows().size() - ROWS;
    if (more <= 0) {
      return List.of(table);
    }
    return List.of(
        new Block.Table(
            table.caption(),
            table.head(),
            table.rows().subList(0, ROWS),
            table.numbers(),
            table.empty()),
        caveat(text("dossier.more", more)));
  }

  /** The subject of a tie. */
  String kind(String code) {
    if (code.isEmpty()) {
      return text("dossier.kind.none");
    }
    if (!code.startsWith("K-")) {
      return text("dossier.kind." + code);
    }
    return anonymised() ? text("dossier.kind.other", code) : legend.word(code);
  }

  /** A multilingual text of the register. */
  String wording(Wording wording) {
    return wording.in(texts.language());
  }

  /** A declared role or another station of money. */
  String role(String code) {
    if (code.isEmpty()) {
      return text("dossier.role.none");
    }
    if (code.startsWith("R-")) {
      return anonymised() ? text("dossier.role.other", code) : legend.word(code);
    }
    return Vocabulary.roles().contains(code)
        ? text("dossier.role." + code)
        : text("dossier.station." + code);
  }

  /** A country, with its footnote mark. */
  String country(String code) {
    if (code.isEmpty()) {
      return text("dossier.unknown");
    }
    named.add(code);
    String name = countries.marked(code, texts.language());
    // countries outside the register get the language's own name
    return name.equals(code)
        ? ULocale.getDisplayCountry("und_" + code, texts.language().tag())
        : name;
  }

  /** The footnotes of the named countries. */
  List<String> footnotes() {
    return named.stream()
        .flatMap(code -> countries.footnote(code, texts.language()).stream())
        .map(note -> "* " + note.replaceFirst("^\\*\\s*", ""))
        .distinct()
        .toList();
  }

  /** A period, in years if nothing more precise may be shown. */
  String span(Span span) {
    Span told = anonymised() ? span.years() : span;
    if (told.from().isEmpty() && told.to().isEmpty()) {
      return text("dossier.undated");
    }
    return told.from().equals(told.to())
        ? date(told.from())
        : text("dossier.span", date(told.from()), date(told.to()));
  }

  /** A date as precisely as it is known. */
  String date(String iso) {
    if (iso.isEmpty()) {
      return text("dossier.unknown");
    }
    return iso.length() <= 4
        ? iso
        : moments.partial(PartialDate.parse(iso.substring(0, Math.min(10, iso.length()))));
  }

  /** A day in full. */
  String day(LocalDate day) {
    return moments.date(day);
  }

  /** A figure with a number of decimals; a placeholder if undefined. */
  String figure(double value, int decimals) {
    return Double.isNaN(value) ? text("dossier.unknown") : decimal(value, decimals);
  }

  private String decimal(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.language().locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  String percent(double share) {
    return text("dossier.percent", Math.round(100 * share));
  }

  /** A p-value. */
  String chance(double p) {
    return Double.isNaN(p)
        ? text("dossier.untested")
        : p < 0.001 ? text("dossier.p.small") : text("dossier.p", figure(p, 3));
  }

  /** An amount of money, rounded where it could identify somebody. */
  String money(double sum, String currency) {
    BigDecimal amount =
        anonymised()
            ? new BigDecimal(sum).round(new MathContext(2)).setScale(0, RoundingMode.HALF_UP)
            : BigDecimal.valueOf(sum).setScale(sum == Math.rint(sum) ? 0 : 2, RoundingMode.HALF_UP);
    return text("dossier.amount", moments.decimal(amount), currency);
  }

  String number(long number) {
    return moments.number(number);
  }

  /** A count of persons. */
  String persons(long count) {
    boolean small = count > 0 && count < SmallCells.THRESHOLD;
    return anonymised() && small
        ? text("figures.fewer", SmallCells.THRESHOLD)
        : moments.number(count);
  }

  /**
   * Counts of one row with a known sum; small ones are suppressed where they could identify
   * somebody.
   */
  List<String> counts(List<Tally> tallies) {
    long[] counts = tallies.stream().mapToLong(Tally::count).toArray();
    if (!anonymised()) {
      return Arrays.stream(counts).mapToObj(moments::number).toList();
    }
    SmallCells.Shown[] shown = SmallCells.ofLine(counts, true);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      written.add(
          switch (shown[i]) {
            case AS_IT_IS -> moments.number(counts[i]);
            case SMALL -> text("figures.fewer", SmallCells.THRESHOLD);
            case WITHHELD -> text("figures.withheld");
          });
    }
    return written;
  }

  Block finding(String text) {
    return new Block.Paragraph("finding", text);
  }

  Block paragraph(String text) {
    return new Block.Paragraph("text", text);
  }

  Block caveat(String text) {
    return new Block.Paragraph("caveat", text);
  }

  /** Joins parts of a list. */
  String series(List<String> parts) {
    return texts.series(parts);
  }

  /** Names the items whose figures are withheld; empty if there are none. */
  List<Block> withheld(List<String> names) {
    return names.isEmpty() ? List.of() : List.of(caveat(text("dossier.withheld", series(names))));
  }

  /** A table of counts. */
  Block.Table tallies(String caption, String of, List<Tally> tallies, List<String> names) {
    List<String> counts = counts(tallies);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      rows.add(List.of(names.get(i), counts.get(i)));
    }
    return new Block.Table(
        caption, List.of(of, text("dossier.col.count")), rows, 1, text("dossier.none"));
  }
}
