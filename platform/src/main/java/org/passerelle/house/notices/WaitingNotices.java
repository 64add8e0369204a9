package org.passerelle.house.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.Notifier;
import org.passerelle.pages.Page;
import org.passerelle.pages.Reader;
import org.passerelle.pages.Today;
import org.passerelle.pages.TransliteratedNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notifies users when a new item appears on their first page, or an item there becomes overdue:
 * once per kind between two visits.
 */
@Component
class WaitingNotices {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingNotices.class);

  /** Overdue items are announced before new ones. */
  private static final List<NoticeKind> KINDS = List.of(NoticeKind.LATE, NoticeKind.WAITING);

  private final SeenRows rows;
  private final List<Today> rooms;
  private final Users users;
  private final Reader reader;
  private final Languages languages;
  private final Notifier notifier;
  private final Clock clock;

  WaitingNotices(
      SeenRows rows,
      List<Today> rooms,
      Users users,
      Reader reader,
      Languages languages,
      Notifier notifier,
      Clock clock) {
    this.rows = rows;
    this.rooms = rooms;
    this.users = users;
    this.reader = reader;
    this.languages = languages;
    this.notifier = notifier;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${schedule.house.notices.after}",
      fixedDelayString = "${schedule.house.notices.every}")
  void runOnSchedule() {
    try {
      tell();
    } catch (RuntimeException e) {
      LOG.warn("Notices are delayed until the next round.", e);
    }
  }

  /** Notifies every user who has unseen items; returns the number of notices sent. */
  int tell() {
    int sent = 0;
    for (SeenRows.Seen one : rows.open()) {
      try {
        sent += tell(one);
      } catch (RuntimeException e) {
        // if one user's page fails, the others still get their notices
        LOG.warn("A user could not be notified now.", e);
      }
    }
    return sent;
  }

  private int tell(SeenRows.Seen one) {
    Optional<User> user = users.find(one.user()).filter(User::active);
    if (user.isEmpty() || KINDS.stream().noneMatch(kind -> wants(one, user.get(), kind))) {
      return 0;
    }
    List<Today.Item> items =
        waiting(user.get(), languages.texts(languages.byTag(user.get().language())));
    int sent = 0;
    for (NoticeKind kind : KINDS) {
      Optional<Instant> since = since(one, items, kind);
      if (since.isPresent()
          && wants(one, user.get(), kind)
          && notifier.tell(user.get(), kind, since.get()) == Notifier.Told.YES) {
        rows.told(one, kind);
        sent++;
      }
    }
    return sent;
  }

  private boolean wants(SeenRows.Seen one, User user, NoticeKind kind) {
    return !one.told().contains(kind) && notifier.reaches(user, kind);
  }

  /** The earliest due time of the unseen items of a kind; items not yet due count as now. */
  private Optional<Instant> since(SeenRows.Seen one, List<Today.Item> items, NoticeKind kind) {
    Instant now = clock.instant();
    return items.stream()
        .filter(item -> (kind == NoticeKind.LATE) == item.late(now))
        .filter(item -> !one.seen().contains(SeenRows.hash(item, kind)))
        .map(item -> item.due().isBefore(now) ? item.due() : now)
        .min(Instant::compareTo);
  }

  private List<Today.Item> waiting(User user, Texts texts) {
    SignedIn who = new SignedIn(user.id(), user.name(), user.organisation(), "", user.roles());
    Reader.Place place = reader.place(who);
    Page page =
        new Page(
            texts,
            new Moments(texts, place.zone(), clock),
            languages.all(),
            who,
            List.of(),
            "",
            "/",
            "",
            "",
            "",
            false,
            null,
            place.dutyLine(),
            "",
            TransliteratedNames.NONE,
            List.of());
    List<Today.Item> items = new ArrayList<>();
    rooms.forEach(room -> items.addAll(room.items(who, page)));
    return items;
  }
}
