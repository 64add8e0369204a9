package org.passerelle.protect.sharing.handover.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.urgency.DangerSigns;
import org.passerelle.protect.sharing.handover.Deputies;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.HandOverContacts;
import org.passerelle.protect.sharing.handover.HandOverNames;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.handover.UpcomingSteps;
import org.passerelle.protect.sharing.handover.WaitingHandOvers;
import org.springframework.stereotype.Component;

/**
 * Hand-overs on the Today page: missing persons and arrivals that nobody confirmed, those to
 * acknowledge and to answer, unanswered ones of the country, and journeys and reports that are due.
 */
@Component
class HandOversToday implements Today {
  private static final String COUNTRY = "/protect/handovers";

  private final WaitingHandOvers waiting;
  private final UpcomingSteps coming;
  private final Deputies deputies;
  private final HandOverNames organisations;
  private final HandOverContacts whom;
  private final DangerSigns signs;
  private final Clock clock;

  HandOversToday(
      WaitingHandOvers waiting,
      UpcomingSteps coming,
      Deputies deputies,
      HandOverNames organisations,
      HandOverContacts whom,
      DangerSigns signs,
      Clock clock) {
    this.signs = signs;
    this.whom = whom;
    this.waiting = waiting;
    this.coming = coming;
    this.deputies = deputies;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    Map<UUID, String> names = organisations.withCountries(page);
    if (who.is(Role.NATIONAL_COORDINATOR)) {
      waiting.ofCountry(who).forEach(one -> items.addAll(ofCountry(one, names, page)));
    }
    if (!who.is(Role.FOCAL_POINT, Role.SUPERVISOR, Role.CASE_MANAGER)) {
      return items;
    }
    List<HandOver> mine = waiting.mine(who, until(page));
    Map<UUID, List<String>> known = signs(mine, who, page);
    boolean atOnce = who.is(Role.FOCAL_POINT) && deputies.atOnce(who);
    for (HandOver one : mine) {
      if (!who.is(Role.NATIONAL_COORDINATOR)) {
        alarm(one, title -> warning(title, one, known, page), names, at(one), page)
            .ifPresent(items::add);
      }
      Instant due = one.due();
      if (due != null && !one.sends()) {
        boolean others = !atOnce && one.toDeputyAt() == null;
        items.add(
            new Item(
                due,
                warning(
                    page.text(
                        one.acknowledgedAt() == null
                            ? "handover.today.take"
                            : "handover.today.answer",
                        names.getOrDefault(one.other(), "…")),
                    one,
                    known,
                    page),
                others
                    ? page.text("handover.today.others")
                    : one.toDeputyAt() == null ? "" : page.text("handover.late"),
                at(one),
                page.text("home.answer"),
                one.danger().pressing()));
      } else if (due != null && one.sends() && due.isBefore(clock.instant())) {
        items.add(
            new Item(
                due,
                warning(
                    page.text(
                        one.acknowledgedAt() == null
                            ? "handover.today.silent"
                            : "handover.today.unanswered",
                        names.getOrDefault(one.other(), "…")),
                    one,
                    known,
                    page),
                call(one),
                at(one),
                page.text("home.see")));
      }
    }
    comingUp(mine, who, page)
        .forEach(
            (one, all) ->
                all.forEach(
                    next -> {
                      String step = page.text("handover.step." + next.step().code());
                      items.add(item(one, next, warning(step, one, known, page), names, page));
                    }));
    return items;
  }

  /** Warnings for the reader's cases among these hand-overs; the person is the same. */
  private Map<UUID, List<String>> signs(List<HandOver> mine, SignedIn who, Page page) {
    return signs.of(
        mine.stream().map(HandOver::caseId).filter(Objects::nonNull).distinct().toList(),
        who,
        page.texts());
  }

  /** A title with the warnings of the own case or, without one, with what the sender stated. */
  private static String warning(
      String title, HandOver one, Map<UUID, List<String>> known, Page page) {
    UUID caseId = one.caseId();
    return DangerSigns.beside(
        title,
        caseId == null ? one.danger().words(page.texts()) : known.getOrDefault(caseId, List.of()));
  }

  /**
   * Items of the national coordinator: hand-overs that wait here, even before the deadline, so that
   * the page never says that nothing waits while a child does; and those sent abroad and overdue.
   */
  private List<Item> ofCountry(HandOver one, Map<UUID, String> names, Page page) {
    String here = organisations.of(one.organisation(), page);
    String other = names.getOrDefault(one.other(), "…");
    List<Item> items = new ArrayList<>();
    // the coordinator calls nobody
    alarm(one, title -> title, names, COUNTRY, page).ifPresent(items::add);
    Instant found = one.foundAt();
    if (found != null && found.isAfter(clock.instant().minus(WaitingHandOvers.FOUND_SHOWN))) {
      items.add(
          Item.news(
              found,
              page.text("handover.today.found", other),
              here,
              COUNTRY,
              page.text("home.see")));
    }
    Instant due = one.due();
    if (due != null && (!one.sends() || due.isBefore(clock.instant()))) {
      String what = one.sends() ? "sent" : one.toCountryAt() == null ? "waits" : "";
      items.add(
          new Item(
              due,
              page.text("handover.today.country" + (what.isEmpty() ? "" : "." + what), here, other),
              call(one),
              COUNTRY,
              page.text("home.see"),
              one.danger().pressing()));
    }
    return items;
  }

  private String call(HandOver one) {
    return whom.about(one, clock.instant()).map(HandOverContacts.Call::people).orElse("");
  }

  private static LocalDate until(Page page) {
    return page.moments().today().plusDays(UpcomingSteps.DAYS_BEFORE);
  }

  /**
   * A person who set out did not arrive, or nobody confirmed by the end of the day that they did:
   * shown first, on both sides.
   */
  private Optional<Item> alarm(
      HandOver one,
      UnaryOperator<String> warning,
      Map<UUID, String> names,
      String href,
      Page page) {
    String other = names.getOrDefault(one.other(), "…");
    Instant missing = one.missingAt();
    if (missing != null) {
      return Optional.of(
          alarm(
              missing,
              warning.apply(page.text("handover.today.missing", other)),
              call(one),
              href,
              page));
    }
    LocalDate day = one.awaitedOn();
    return day == null || !one.unconfirmed(clock.instant())
        ? Optional.empty()
        : Optional.of(
            alarm(
                page.moments().end(day),
                warning.apply(page.text("handover.today.unconfirmed", other)),
                call(one),
                href,
                page));
  }

  private static Item alarm(Instant since, String what, String call, String href, Page page) {
    return new Item(since, what, call, href, page.text("home.see"), true);
  }

  private static Item item(
      HandOver one, UpcomingSteps.Next next, String title, Map<UUID, String> names, Page page) {
    return new Item(
        page.moments().end(next.on()),
        title,
        names.getOrDefault(one.other(), "…"),
        at(one) + "/" + next.step().stage().code(),
        page.text("home.see"));
  }

  private static String at(HandOver one) {
    return "/protect/handovers/" + one.id();
  }

  /** The journey that is near; otherwise the report that is due and the one that is near. */
  private Map<HandOver, List<UpcomingSteps.Next>> comingUp(
      List<HandOver> mine, SignedIn who, Page page) {
    List<HandOver> going = mine.stream().filter(h -> h.open() && h.accepted()).toList();
    Map<UUID, List<UpcomingSteps.Next>> next =
        coming.of(going.stream().map(HandOver::id).toList(), who.organisation());
    Instant now = clock.instant();
    LocalDate until = until(page);
    Map<HandOver, List<UpcomingSteps.Next>> near = new HashMap<>();
    for (HandOver one : going) {
      near.put(
          one,
          next.getOrDefault(one.id(), List.of()).stream()
              .filter(its -> !its.on().isAfter(until))
              .filter(its -> its.step() != Step.TRAVEL || !(one.stopped() || one.unconfirmed(now)))
              .toList());
    }
    return near;
  }
}
