package org.passerelle.steer.cycle.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.register.Entry;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Decision;
import org.passerelle.steer.cycle.Seats;
import org.springframework.stereotype.Component;

/**
 * Reminds members in the week before the session of documents awaiting their decision, and the
 * programme manager of returned ones and of those that members have not answered; tells them what
 * the committee did.
 */
@Component
class CycleToday implements Today {
  /** How many users of a body are named. */
  private static final int NAMED = 3;

  private final Cycle cycle;
  private final Seats seats;

  CycleToday(Cycle cycle, Seats seats) {
    this.cycle = cycle;
    this.seats = seats;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.STEERING_MEMBER, Role.PROGRAMME_MANAGER)) {
      return List.of();
    }
    Optional<String> seat = seats.of(who.user());
    return cycle.all().stream()
        .flatMap(
            d ->
                awaits(d, who, seat)
                    ? Stream.of(toDecide(d, page))
                    : unanswered(d, who, page).stream())
        .toList();
  }

  /** The programme manager sees who has not answered yet: it is theirs to ask. */
  private Optional<Item> unanswered(CycleDocument document, SignedIn who, Page page) {
    if (document.state() != CycleDocument.State.SUBMITTED || !who.is(Role.PROGRAMME_MANAGER)) {
      return Optional.empty();
    }
    Set<String> decided =
        cycle.decisions(document).stream().map(Decision::member).collect(Collectors.toSet());
    List<Entry> members = seats.members();
    List<Entry> silent = members.stream().filter(m -> !decided.contains(m.id())).toList();
    if (silent.isEmpty()) {
      return Optional.empty();
    }
    String title =
        page.text("cycle.today.silent", title(document, page), silent.size(), members.size());
    String bodies = names(silent, page);
    String at = "/steer/cycle/" + document.id();
    LocalDate session = document.session();
    return Optional.of(
        session == null
            ? Item.open(title, bodies, at, page.text("cycle.today.open"), page)
            : new Item(
                instant(session, page),
                title,
                page.text("cycle.session", page.moments().date(session)) + " · " + bodies,
                at,
                page.text("cycle.today.open")));
  }

  /** The bodies, each with whoever represents it. */
  private String names(List<Entry> bodies, Page page) {
    Map<String, List<String>> sitting = seats.names();
    return page.texts()
        .series(
            bodies.stream()
                .map(
                    body -> {
                      String name = body.name().in(page.language());
                      List<String> users = sitting.getOrDefault(body.id(), List.of());
                      return users.isEmpty()
                          ? page.text("cycle.today.nobody", name)
                          : page.text(
                              "cycle.today.sits",
                              name,
                              String.join(", ", users.subList(0, Math.min(NAMED, users.size()))));
                    })
                .toList());
  }

  @Override
  public List<Item> changes(Instant since, SignedIn who, Page page) {
    Map<UUID, CycleDocument> documents =
        cycle.all().stream().collect(Collectors.toMap(CycleDocument::id, one -> one));
    Map<String, String> bodies =
        seats.members().stream()
            .collect(
                Collectors.toMap(
                    Entry::id, body -> body.name().in(page.language()), (one, same) -> one));
    return cycle.since(since, who, CHANGES).stream()
        .flatMap(
            change ->
                Optional.ofNullable(documents.get(change.document())).stream()
                    .map(
                        document ->
                            Item.news(
                                change.at(),
                                page.text(
                                    "cycle.change." + change.what().name().toLowerCase(Locale.ROOT),
                                    title(document, page),
                                    bodies.getOrDefault(change.member(), change.member())),
                                change.byName(),
                                "/steer/cycle/" + change.document(),
                                page.text("cycle.today.open"))))
        .toList();
  }

  private static Instant instant(LocalDate day, Page page) {
    return day.atTime(LocalTime.of(9, 0)).atZone(page.moments().zone()).toInstant();
  }

  private static Item toDecide(CycleDocument d, Page page) {
    return new Item(
        instant(session(d, page), page),
        page.text(
            d.state() == CycleDocument.State.RETURNED
                ? "cycle.today.returned"
                : "cycle.today.decide",
            title(d, page)),
        page.text("cycle.session", page.moments().date(session(d, page))),
        "/steer/cycle/" + d.id(),
        page.text("cycle.today.open"));
  }

  private boolean awaits(CycleDocument document, SignedIn who, Optional<String> seat) {
    return switch (document.state()) {
      case RETURNED -> who.is(Role.PROGRAMME_MANAGER);
      case SUBMITTED ->
          seat.isPresent()
              && cycle.decisions(document).stream().noneMatch(d -> d.member().equals(seat.get()));
      case DRAFT, APPROVED -> false;
    };
  }

  private static LocalDate session(CycleDocument document, Page page) {
    LocalDate session = document.session();
    // a returned document is to be revised now, whenever the committee meets
    return session == null || document.state() == CycleDocument.State.RETURNED
        ? page.moments().today()
        : session;
  }

  static String title(CycleDocument document, Page page) {
    return page.text(
        "cycle.title." + document.kind().name().toLowerCase(Locale.ROOT),
        String.valueOf(document.year()));
  }
}
