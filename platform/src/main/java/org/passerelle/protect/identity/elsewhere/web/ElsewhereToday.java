package org.passerelle.protect.identity.elsewhere.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.identity.elsewhere.DayTime;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Hits;
import org.passerelle.protect.identity.elsewhere.KnownFigures;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.springframework.stereotype.Component;

/**
 * Today page: matches that wait for an answer, answers received, and excessive questions; also a
 * notice above a case that somebody asked for.
 */
@Component
class ElsewhereToday implements CaseNotice, Today {
  /** Time for which an answer is shown. */
  private static final Duration SHOWN_FOR = Duration.ofDays(3);

  private final Hits hits;
  private final Questions questions;
  private final KnownFigures figures;
  private final Addressees organisations;
  private final DayTime time;

  ElsewhereToday(
      Hits hits,
      Questions questions,
      KnownFigures figures,
      Addressees organisations,
      DayTime time) {
    this.hits = hits;
    this.questions = questions;
    this.figures = figures;
    this.organisations = organisations;
    this.time = time;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    int open = hits.open(file);
    return open == 0
        ? Optional.empty()
        : Optional.of(
            new Note(
                "warn",
                "search",
                page.text("elsewhere.notice", open),
                page.text("elsewhere.notice.what"),
                "",
                ""));
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (!who.is(Role.FOCAL_POINT, Role.SUPERVISOR)) {
      return items;
    }
    Map<UUID, String> names = organisations.names(page.language());
    for (Hit hit : hits.of(who)) {
      if (hit.open()) {
        items.add(
            new Item(
                hit.due(),
                page.text("elsewhere.today.asked", names.getOrDefault(hit.asker(), "…")),
                hit.code(),
                "/protect/elsewhere/" + hit.id(),
                page.text("home.answer")));
      }
    }
    for (Questions.Answered one : questions.answered(time.now().minus(SHOWN_FOR), who)) {
      items.add(
          new Item(
              one.at().plus(SHOWN_FOR),
              // the person being traced is not the person of the case
              page.text(
                  (one.sought() == null ? "elsewhere.today." : "elsewhere.today.sought.")
                      + one.band(),
                  names.getOrDefault(one.asked(), "…")),
              one.code(),
              "/protect/cases/" + one.caseId() + "/elsewhere",
              page.text("home.see")));
    }
    for (UUID excessive : figures.excessive(time.today().minusDays(SHOWN_FOR.toDays()), who)) {
      items.add(
          new Item(
              time.now().toInstant(),
              page.text("elsewhere.excess", names.getOrDefault(excessive, "…")),
              "",
              "/protect/elsewhere",
              page.text("home.see")));
    }
    for (KnownFigures.Several one : figures.several(time.now().minus(SHOWN_FOR), who)) {
      items.add(
          new Item(
              time.now().toInstant(),
              page.text("elsewhere.several", one.questions(), names.getOrDefault(one.asker(), "…")),
              "",
              "/protect/elsewhere",
              page.text("home.see")));
    }
    for (KnownFigures.Often one : figures.often(time.now().minus(SHOWN_FOR), who)) {
      items.add(
          new Item(
              time.now().toInstant(),
              page.text("elsewhere.today.often", names.getOrDefault(one.asked(), "…")),
              "",
              "/protect/elsewhere",
              page.text("home.see")));
    }
    return items;
  }
}
