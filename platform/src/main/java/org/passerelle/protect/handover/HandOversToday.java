package org.passerelle.protect.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseNotice;
import org.passerelle.protect.urgency.DangerSigns;
import org.springframework.stereotype.Component;

/**
 * Hand-overs on the Today page: those to acknowledge and to answer, unanswered ones of the country,
 * and journeys and reports that are due; also a notice above a case that was handed over.
 */
@Component
class HandOversToday implements CaseNotice, Today {
  private static final String COUNTRY = "/protect/handovers";

  private final CrossBorderHandOvers handOvers;
  private final WaitingHandOvers waiting;
  private final UpcomingSteps coming;
  private final Deputies deputies;
  private final Addressees organisations;
  private final HandOverContacts whom;
  private final CodeLists lists;
  private final Clock clock;

  HandOversToday(
      CrossBorderHandOvers handOvers,
      WaitingHandOvers waiting,
      UpcomingSteps coming,
      Deputies deputies,
      Addressees organisations,
      HandOverContacts whom,
      FormDefinitions forms,
      Clock clock) {
    this.lists = forms.lists();
    this.whom = whom;
    this.handOvers = handOvers;
    this.waiting = waiting;
    this.coming = coming;
    this.deputies = deputies;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    List<HandOver> all = handOvers.ofCase(file.id(), who);
    Optional<HandOver> alarming = all.stream().filter(h -> h.lost() || h.stopped()).findFirst();
    if (alarming.isPresent()) {
      String what = alarming.get().lost() ? "missing" : "stopped";
      return Optional.of(
          new Note(
              "danger",
              "alert",
              page.text("crossborder." + what),
              page.text("crossborder." + what + ".what"),
              "",
              ""));
    }
    return all.stream()
        .filter(h -> h.sends() && h.accepted() && !h.stands().equals("ended"))
        .findFirst()
        .map(
            h ->
                new Note(
                    "",
                    "handover",
                    page.text(
                        "crossborder.notice",
                        organisations.names(page.language()).getOrDefault(h.other(), "…")),
                    page.text("crossborder.notice.what"),
                    "",
                    ""));
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    Map<UUID, String> names = withCountries(page);
    if (who.is(Role.NATIONAL_COORDINATOR)) {
      waiting.ofCountry(who).forEach(one -> items.addAll(ofCountry(one, names, page)));
    }
    if (!who.is(Role.FOCAL_POINT, Role.SUPERVISOR, Role.CASE_MANAGER)) {
      return items;
    }
    List<HandOver> mine = waiting.mine(who, until());
    boolean atOnce = who.is(Role.FOCAL_POINT) && deputies.atOnce(who);
    for (HandOver one : mine) {
      if (!who.is(Role.NATIONAL_COORDINATOR)) {
        alarm(one, names, at(one), page).ifPresent(items::add);
      }
      Instant due = one.due();
      if (due != null && !one.sends()) {
        boolean others = !atOnce && one.toDeputyAt() == null;
        items.add(
            new Item(
                due,
                DangerSigns.beside(
                    page.text(
                        one.acknowledgedAt() == null
                            ? "crossborder.today.take"
                            : "crossborder.today.answer",
                        names.getOrDefault(one.other(), "…")),
                    one.danger().words(page.texts())),
                others
                    ? page.text("crossborder.today.others")
                    : one.toDeputyAt() == null ? "" : page.text("crossborder.late"),
                at(one),
                page.text("home.answer"),
                one.danger().pressing()));
      } else if (due != null && one.sends() && due.isBefore(clock.instant())) {
        items.add(
            new Item(
                due,
                page.text(
                    one.acknowledgedAt() == null
                        ? "crossborder.today.silent"
                        : "crossborder.today.unanswered",
                    names.getOrDefault(one.other(), "…")),
                whom(one),
                at(one),
                page.text("home.see")));
      }
    }
    comingUp(mine, who)
        .forEach((one, all) -> all.forEach(next -> items.add(item(one, next, names, page))));
    return items;
  }

  /**
   * Names of organisations with their country unless the name contains it, since a foreign
   * organisation's name is often unknown to the reader.
   */
  private Map<UUID, String> withCountries(Page page) {
    Map<UUID, String> names = new HashMap<>();
    for (Organisation one : organisations.all()) {
      String name = one.name().in(page.language());
      String country = lists.label("countries", one.country(), page.language());
      names.put(
          one.id(),
          name.contains(country) ? name : page.text("crossborder.today.of", name, country));
    }
    return names;
  }

  /**
   * Items of the national coordinator: hand-overs that wait here, even before the deadline, so that
   * the page never says that nothing waits while a child does; and those sent abroad and overdue.
   */
  private List<Item> ofCountry(HandOver one, Map<UUID, String> names, Page page) {
    String here = organisations.name(one.organisation(), page.language());
    String other = names.getOrDefault(one.other(), "…");
    List<Item> items = new ArrayList<>();
    alarm(one, names, COUNTRY, page).ifPresent(items::add);
    Instant found = one.foundAt();
    if (found != null && found.isAfter(clock.instant().minus(WaitingHandOvers.FOUND_SHOWN))) {
      items.add(
          Item.news(
              found,
              page.text("crossborder.today.found", other),
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
              page.text(
                  "crossborder.today.country" + (what.isEmpty() ? "" : "." + what), here, other),
              one.sends() ? whom(one) : whom.of(one.organisation()),
              COUNTRY,
              page.text("home.see"),
              one.danger().pressing()));
    }
    return items;
  }

  /** The contact given by the other side, otherwise the people known to answer there. */
  private String whom(HandOver one) {
    String said = one.contact();
    return said == null ? whom.of(one.other()) : said;
  }

  private LocalDate until() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(UpcomingSteps.DAYS_BEFORE);
  }

  /** A person who set out did not arrive: shown first, on both sides. */
  private static Optional<Item> alarm(
      HandOver one, Map<UUID, String> names, String href, Page page) {
    Instant missing = one.missingAt();
    if (missing == null || !one.lost()) {
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            missing,
            page.text("crossborder.today.missing", names.getOrDefault(one.other(), "…")),
            "",
            href,
            page.text("home.see"),
            true));
  }

  private Item item(HandOver one, UpcomingSteps.Next next, Map<UUID, String> names, Page page) {
    return new Item(
        next.until(),
        page.text("crossborder.step." + next.step().code()),
        names.getOrDefault(one.other(), "…"),
        at(one) + "/" + next.step().stage().code(),
        page.text("home.see"));
  }

  private static String at(HandOver one) {
    return "/protect/handovers/" + one.id();
  }

  /** The journey that is near; otherwise the report that is due and the one that is near. */
  private Map<HandOver, List<UpcomingSteps.Next>> comingUp(List<HandOver> mine, SignedIn who) {
    List<HandOver> going = mine.stream().filter(h -> h.open() && h.accepted()).toList();
    Map<UUID, List<UpcomingSteps.Next>> next =
        coming.of(going.stream().map(HandOver::id).toList(), who.organisation());
    LocalDate until = until();
    Map<HandOver, List<UpcomingSteps.Next>> near = new HashMap<>();
    for (HandOver one : going) {
      near.put(
          one,
          next.getOrDefault(one.id(), List.of()).stream()
              .filter(its -> !its.on().isAfter(until))
              .filter(its -> its.step() != Step.TRAVEL || !one.stopped())
              .toList());
    }
    return near;
  }
}
