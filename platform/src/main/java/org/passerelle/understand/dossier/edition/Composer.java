package org.passerelle.understand.dossier.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.CountryNames;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Legend;

/**
 * Writes a dossier as a document. The writer of the anonymised edition has no access to legend,
 * title, texts and names.
 */
public final class Composer {
  /** The twelve chapters in order, as codes. */
  public static final List<String> CHAPTERS =
      List.of(
          "scope",
          "cast",
          "social",
          "script",
          "roles",
          "structure",
          "territory",
          "money",
          "control",
          "qualification",
          "prosecution",
          "safety");

  private Composer() {}

  /**
   * Writes the document.
   *
   * @param texts texts of its language
   */
  public static Document write(
      Edition edition,
      Issue issue,
      Findings findings,
      Legend legend,
      Texts texts,
      Moments moments,
      CountryNames countries) {
    boolean anonymised = edition == Edition.ANONYMISED;
    Pen pen = new Pen(edition, texts, moments, countries, legend);
    Map<String, String> own = anonymised ? Map.of() : issue.texts();
    List<Document.Chapter> chapters = new ArrayList<>();
    for (String code : CHAPTERS) {
      List<Block> blocks = new ArrayList<>(chapter(code, findings, pen).blocks());
      String written = own.getOrDefault(code, "");
      if (!written.isBlank()) {
        blocks.add(
            new Block.Own(
                pen.text("dossier.own"),
                written.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()));
      }
      chapters.add(
          new Document.Chapter(
              code,
              pen.number(chapters.size() + 1L),
              pen.text("dossier.chapter." + code),
              pen.text("dossier.chapter." + code + ".what"),
              blocks));
    }
    chapters.add(
        new Document.Chapter(
            "methods",
            "",
            pen.text("dossier.chapter.methods"),
            pen.text("dossier.chapter.methods.what"),
            new MethodsChapter(findings, pen).blocks()));
    String title = anonymised ? pen.text("dossier.title.anonymised") : issue.title();
    return new Document(
        pen.language(),
        edition,
        title,
        pen.text("dossier.edition." + edition.code()),
        facts(issue, anonymised, pen),
        pen.text("dossier.care." + edition.code()),
        footer(issue, title, edition, pen),
        pen.text("dossier.contents"),
        chapters);
  }

  private static WrittenChapter chapter(String code, Findings findings, Pen pen) {
    return switch (code) {
      case "scope" -> new ScopeChapter(findings, pen);
      case "cast" -> new CastChapter(findings, pen);
      case "social" -> new SocialChapter(findings, pen);
      case "script" -> new ScriptChapter(findings, pen);
      case "roles" -> new RolesChapter(findings, pen);
      case "structure" -> new StructureChapter(findings, pen);
      case "territory" -> new TerritoryChapter(findings, pen);
      case "money" -> new MoneyChapter(findings, pen);
      case "control" -> new ControlChapter(findings, pen);
      case "qualification" -> new QualificationChapter(findings, pen);
      case "prosecution" -> new ProsecutionChapter(findings, pen);
      default -> new SafetyChapter(findings, pen);
    };
  }

  /** The cover; the anonymised edition shows only the year, and no names. */
  private static List<List<String>> facts(Issue issue, boolean anonymised, Pen pen) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(pen.text("dossier.fact.version"), version(issue, pen)));
    if (!anonymised) {
      facts.add(List.of(pen.text("dossier.fact.organisation"), issue.organisation()));
      facts.add(
          List.of(
              pen.text("dossier.fact.computed"),
              pen.text("dossier.fact.computed.what", pen.day(issue.computed()), issue.state())));
    }
    LocalDate issued = issue.issued();
    if (issued != null) {
      facts.add(
          List.of(
              pen.text("dossier.fact.issued"),
              anonymised
                  ? String.valueOf(issued.getYear())
                  : pen.text("dossier.fact.issued.by", pen.day(issued), issue.by())));
      facts.add(List.of(pen.text("dossier.fact.digest"), issue.digest()));
    }
    return facts;
  }

  private static String version(Issue issue, Pen pen) {
    return issue.issued() == null
        ? pen.text("dossier.version.draft", issue.number())
        : pen.text("dossier.version.issued", issue.number());
  }

  private static List<String> footer(Issue issue, String title, Edition edition, Pen pen) {
    return List.of(
        pen.text(
            "dossier.footer",
            title,
            version(issue, pen),
            pen.text("dossier.edition." + edition.code())),
        pen.text("dossier.care.short"));
  }
}
