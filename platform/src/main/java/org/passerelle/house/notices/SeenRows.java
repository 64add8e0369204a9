package org.passerelle.house.notices;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.NoticeSettingsStore;
import org.passerelle.pages.Today;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * For users with notices: which items they have seen on their first page, and of which kinds they
 * were notified since. Items are stored as short hashes, which reveal only whether an item is new.
 */
@Component
public class SeenRows {
  private static final int HASH = 8;
  private static final int MOST = 1_000;
  private final JdbcClient db;

  SeenRows(JdbcClient db) {
    this.db = db;
  }

  /** A user with notices. */
  record Seen(UUID user, Set<String> seen, Set<NoticeKind> told) {}

  /** Starts or stops tracking a user. */
  @Transactional
  public void follow(UUID user, boolean wants) {
    if (!wants) {
      db.sql("delete from notice_seen where user_id = :user").param("user", user).update();
    } else if (of(user).isEmpty()) {
      db.sql("insert into notice_seen (user_id, seen, told) values (:user, '', '')")
          .param("user", user)
          .update();
    }
  }

  /** Records that a user was shown their items. */
  @Transactional
  public void shown(SignedIn who, Collection<Today.Item> items, Instant now) {
    // most users have no notices: compute nothing for them
    if (of(who.user()).isEmpty()) {
      return;
    }
    Set<String> all = hashes(items, now, NoticeKind.WAITING);
    all.addAll(hashes(items, now, NoticeKind.LATE));
    db.sql("update notice_seen set seen = :seen, told = '' where user_id = :user")
        .param("seen", all.stream().limit(MOST).collect(Collectors.joining(",")))
        .param("user", who.user())
        .update();
  }

  private Optional<Seen> of(UUID user) {
    return db.sql("select * from notice_seen where user_id = :user")
        .param("user", user)
        .query(
            (row, i) ->
                new Seen(
                    user,
                    Set.of(row.getString("seen").split(",", -1)),
                    NoticeSettingsStore.kinds(row.getString("told"))))
        .optional();
  }

  /** Users who have not been notified of every kind since their last visit. */
  @Transactional(readOnly = true)
  public List<Seen> open() {
    return db
        .sql(
            """
            select s.user_id from notice_seen s join user_outline u on u.id = s.user_id
             where u.active order by s.user_id
            """)
        .query(UUID.class)
        .list()
        .stream()
        .map(this::of)
        .flatMap(Optional::stream)
        .filter(one -> !one.told.containsAll(Set.of(NoticeKind.LATE, NoticeKind.WAITING)))
        .toList();
  }

  @Transactional
  public void told(Seen one, NoticeKind kind) {
    Set<NoticeKind> both = EnumSet.of(kind);
    both.addAll(of(one.user).map(Seen::told).orElse(Set.of()));
    db.sql("update notice_seen set told = :told where user_id = :user")
        .param("told", NoticeSettingsStore.codes(both))
        .param("user", one.user)
        .update();
  }

  /** One hash for each item that waits, or for each that has become overdue. */
  static Set<String> hashes(Collection<Today.Item> items, Instant now, NoticeKind kind) {
    Set<String> all = new TreeSet<>();
    for (Today.Item item : items) {
      if (kind == NoticeKind.WAITING || item.late(now)) {
        all.add(hash(item, kind));
      }
    }
    return all;
  }

  static String hash(Today.Item item, NoticeKind kind) {
    String what = item.href() + "\n" + item.action() + (item.news() ? "\n" + item.due() : "");
    return Sha256.of(kind == NoticeKind.LATE ? what + "\nlate" : what).substring(0, HASH);
  }
}
