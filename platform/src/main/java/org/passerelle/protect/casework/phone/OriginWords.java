package org.passerelle.protect.casework.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.BroughtAnswers;
import org.passerelle.language.Texts;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.screening.ScreeningOrigin.Fact;
import org.passerelle.protect.casework.screening.ScreeningOrigin.Line;
import org.passerelle.protect.casework.screening.ScreeningOrigin.Part;
import org.springframework.stereotype.Component;

/** Describes how a record came from a phone, for the pages of screenings and cases. */
@Component
class OriginWords {
  private final Phones phones;
  private final DocumentPhotos papers;
  private final Users users;

  OriginWords(Phones phones, DocumentPhotos papers, Users users) {
    this.phones = phones;
    this.papers = papers;
    this.users = users;
  }

  /** Warnings about its times. */
  List<String> warnings(RecordContent content, Page page) {
    List<String> warnings = new ArrayList<>();
    Duration off = Duration.ofSeconds(content.clockOff());
    if (off.abs().compareTo(RecordTimes.TOLERATED) > 0) {
      warnings.add(
          page.text(
              off.isNegative() ? "phones.origin.slow" : "phones.origin.fast",
              off.abs().toMinutes()));
    }
    if (content.afterLost()) {
      warnings.add(page.text("phones.origin.lost"));
    }
    return warnings;
  }

  List<Fact> facts(RecordRows.Row row, Page page) {
    Map<UUID, String> names = users.names(List.of(row.officer(), row.handedInBy()));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(page.text("phones.origin.made"), page.moments().instant(row.madeAt())));
    phones
        .find(row.phone())
        .ifPresent(
            phone -> facts.add(new Fact(page.text("phones.origin.phone"), called(phone, page))));
    facts.add(new Fact(page.text("phones.origin.arrived"), page.moments().instant(row.at())));
    facts.add(
        new Fact(
            page.text("phones.origin.by"),
            names.getOrDefault(row.handedInBy(), page.text("forms.answer.not-known"))));
    return facts;
  }

  private static String called(Phone phone, Page page) {
    String name = phone.name().isEmpty() ? page.text("phones.nameless") : phone.name();
    return phone.lost() ? page.text("phones.origin.phone.lost", name) : name;
  }

  /**
   * Answers that could not be processed, and its documents.
   *
   * @param form form that was used; null if no longer known
   * @param at URL below which documents are opened
   */
  List<Part> parts(
      RecordRows.Row row,
      RecordContent content,
      @Nullable FormDefinition form,
      String at,
      Page page) {
    List<Part> parts = new ArrayList<>();
    if (!content.notTaken().isEmpty()) {
      parts.add(
          new Part(
              page.text("phones.origin.not-taken"),
              content.notTaken().stream().map(one -> line(one, form, page)).toList()));
    }
    List<DocumentPhotos.Announced> all = papers.of(row);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      DocumentPhotos.Announced one = all.get(i);
      lines.add(
          new Line(
              page.text("phones.paper", i + 1),
              page.text(one.here() ? "phones.paper.here" : "phones.paper.coming"),
              one.here() ? at + "/papers/" + one.id() : ""));
    }
    if (!lines.isEmpty()) {
      parts.add(new Part(page.text("phones.papers"), lines));
    }
    return parts;
  }

  private static Line line(BroughtAnswers.NotTaken one, @Nullable FormDefinition form, Page page) {
    return new Line(
        question(one, form, page.texts()),
        said(one, page.texts()) + "\n" + page.text(one.key(), one.arguments().toArray()),
        "");
  }

  /** The question in the reader's language; its code if the form does not contain it. */
  static String question(BroughtAnswers.NotTaken one, @Nullable FormDefinition form, Texts texts) {
    return Optional.ofNullable(form)
        .flatMap(known -> known.question(one.question()))
        .map(known -> known.label().in(texts.language()))
        .orElse(one.question());
  }

  /** The answer as text. */
  static String said(BroughtAnswers.NotTaken one, Texts texts) {
    List<String> said = new ArrayList<>(one.said());
    if (!one.evidence().isBlank()) {
      said.add(texts.text("forms.evidence.said", one.evidence()));
    }
    return String.join(", ", said);
  }
}
