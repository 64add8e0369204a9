package org.passerelle.steer.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.PublicProcess;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.steer.cycle.CycleDocument.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody may read of a report or a programme once the committee has approved it: one of its
 * sections, so that the committee decided on these very words. Nothing else of a document is
 * public.
 */
@Component
@Transactional(readOnly = true)
@PublicProcess
public class Summaries {
  /** Key of the section. */
  public static final String KEY = "summary";

  private static final String TAKEN_FROM = "overview";

  private final CycleDocuments documents;
  private final Deliberations deliberations;

  Summaries(CycleDocuments documents, Deliberations deliberations) {
    this.documents = documents;
    this.deliberations = deliberations;
  }

  /**
   * A public summary.
   *
   * @param document the latest approved version
   * @param bodies ids of the bodies that approved it, in the order of their decisions
   * @param earlier approved versions before, latest first
   */
  public record Summary(
      CycleDocument document, Wording text, List<String> bodies, List<CycleDocument> earlier) {
    public Summary {
      bodies = List.copyOf(bodies);
      earlier = List.copyOf(earlier);
    }
  }

  /** The latest approved version of each document that has a summary, latest year first. */
  public List<CycleDocument> all() {
    Map<List<Object>, CycleDocument> latest = new LinkedHashMap<>();
    documents.all().stream()
        .filter(document -> document.state() == State.APPROVED)
        .forEach(
            document -> latest.putIfAbsent(List.of(document.year(), document.kind()), document));
    return latest.values().stream().filter(document -> text(document).isPresent()).toList();
  }

  /** The summary of a year; empty while nothing of it is approved. */
  public Optional<Summary> find(Kind kind, int year) {
    List<CycleDocument> approved =
        documents.all().stream()
            .filter(document -> document.kind() == kind && document.year() == year)
            .filter(document -> document.state() == State.APPROVED)
            .toList();
    return approved.stream()
        .limit(1)
        .flatMap(latest -> text(latest).map(text -> summary(latest, text, approved)).stream())
        .findFirst();
  }

  private Summary summary(CycleDocument latest, Wording text, List<CycleDocument> approved) {
    LinkedHashSet<String> bodies = new LinkedHashSet<>();
    deliberations.decisions(latest).stream()
        .filter(Decision::approved)
        .forEach(decision -> bodies.add(decision.member()));
    return new Summary(latest, text, List.copyOf(bodies), approved.subList(1, approved.size()));
  }

  private static Optional<Wording> text(CycleDocument document) {
    return document.sections().stream()
        .filter(section -> section.text("key").equals(KEY) && section.has("text"))
        .map(section -> section.wording("text"))
        .findFirst();
  }

  /** A content with a summary, taken from its overview where it has none. */
  static Map<String, Object> added(Map<String, Object> content) {
    List<Values> sections = Values.of(content).rows("sections");
    if (sections.stream().anyMatch(section -> section.text("key").equals(KEY))) {
      return content;
    }
    Map<String, Object> headings = new LinkedHashMap<>();
    for (String tag : List.of("en", "fr", "sr-Cyrl")) {
      Language language = new Language(tag);
      headings.put(language.key(), FileTexts.of(language, "cycle").text("cycle.draft.summary"));
    }
    Map<String, Object> texts = new LinkedHashMap<>();
    sections.stream()
        .filter(section -> section.text("key").equals(TAKEN_FROM))
        .forEach(section -> texts.putAll(section.wording("text").byLanguage()));
    List<Object> all = new ArrayList<>();
    sections.forEach(section -> all.add(section.content()));
    all.add(Map.of("key", KEY, "heading", headings, "text", texts));
    Map<String, Object> added = new LinkedHashMap<>(content);
    added.put("sections", all);
    return added;
  }
}
