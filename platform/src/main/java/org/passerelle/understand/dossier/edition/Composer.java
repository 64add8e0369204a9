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
    EditionFormat editionFormat = new EditionFormat(edition, texts, moments, countries, legend);
    Map<String, String> own = anonymised ? Map.of() : issue.texts();
    List<Document.Chapter> chapters = new ArrayList<>();
    for (String code : CHAPTERS) {
      List<Block> blocks = new ArrayList<>(chapter(code, findings, editionFormat).blocks());
      String written = own.getOrDefault(code, "");
      if (!written.isBlank()) {
        blocks.add(
            new Block.Own(
                editionFormat.text("dossier.own"),
                written.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()));
      }
      chapters.add(
          new Document.Chapter(
              code,
              editionFormat.number(chapters.size() + 1L),
              editionFormat.text("dossier.chapter." + code),
              editionFormat.text("dossier.chapter." + code + ".what"),
              blocks));
    }
    chapters.add(
        new Document.Chapter(
            "methods",
            "",
            editionFormat.text("dossier.chapter.methods"),
            editionFormat.text("dossier.chapter.methods.what"),
            new MethodsChapter(findings, editionFormat).blocks()));
    String title = anonymised ? editionFormat.text("dossier.title.anonymised") : issue.title();
    return new Document(
        editionFormat.language(),
        edition,
        title,
        editionFormat.text("dossier.edition." + edition.code()),
        facts(issue, anonymised, editionFormat),
        editionFormat.text("dossier.care." + edition.code()),
        footer(issue, title, edition, editionFormat),
        editionFormat.text("dossier.contents"),
        chapters);
  }

  private static WrittenChapter chapter(
      String code, Findings findings, EditionFormat editionFormat) {
    return switch (code) {
      case "scope" -> new ScopeChapter(findings, editionFormat);
      case "cast" -> new CastChapter(findings, editionFormat);
      case "social" -> new SocialChapter(findings, editionFormat);
      case "script" -> new ScriptChapter(findings, editionFormat);
      case "roles" -> new RolesChapter(findings, editionFormat);
      case "structure" -> new StructureChapter(findings, editionFormat);
      case "territory" -> new TerritoryChapter(findings, editionFormat);
      case "money" -> new MoneyChapter(findings, editionFormat);
      case "control" -> new ControlChapter(findings, editionFormat);
      case "qualification" -> new QualificationChapter(findings, editionFormat);
      case "prosecution" -> new ProsecutionChapter(findings, editionFormat);
      default -> new SafetyChapter(findings, editionFormat);
    };
  }

  /** The cover; the anonymised edition shows only the year, and no names. */
  private static List<List<String>> facts(
      Issue issue, boolean anonymised, EditionFormat editionFormat) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(editionFormat.text("dossier.fact.version"), version(issue, editionFormat)));
    if (!anonymised) {
      facts.add(List.of(editionFormat.text("dossier.fact.organisation"), issue.organisation()));
      facts.add(
          List.of(
              editionFormat.text("dossier.fact.computed"),
              editionFormat.text(
                  "dossier.fact.computed.what",
                  editionFormat.day(issue.computed()),
                  issue.state())));
    }
    LocalDate issued = issue.issued();
    if (issued != null) {
      facts.add(
          List.of(
              editionFormat.text("dossier.fact.issued"),
              anonymised
                  ? String.valueOf(issued.getYear())
                  : editionFormat.text(
                      "dossier.fact.issued.by", editionFormat.day(issued), issue.by())));
      facts.add(List.of(editionFormat.text("dossier.fact.digest"), issue.digest()));
    }
    return facts;
  }

  private static String version(Issue issue, EditionFormat editionFormat) {
    return issue.issued() == null
        ? editionFormat.text("dossier.version.draft", issue.number())
        : editionFormat.text("dossier.version.issued", issue.number());
  }

  private static List<String> footer(
      Issue issue, String title, Edition edition, EditionFormat editionFormat) {
    return List.of(
        editionFormat.text(
            "dossier.footer",
            title,
            version(issue, editionFormat),
            editionFormat.text("dossier.edition." + edition.code())),
        editionFormat.text("dossier.care.short"));
  }
}
