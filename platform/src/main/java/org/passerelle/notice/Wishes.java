package org.passerelle.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Users' settings for notices; one row for each user who has changed them. */
@Component
public class Wishes {
  private final JdbcClient db;

  Wishes(JdbcClient db) {
    this.db = db;
  }

  /** A user's settings, or the default. */
  @Transactional(readOnly = true)
  public Wish of(UUID user) {
    return said(user).orElseGet(() -> Wish.none(user));
  }

  private Optional<Wish> said(UUID user) {
    return db.sql("select * from notice_wish where user_id = :user")
        .param("user", user)
        .query((row, i) -> wish(row))
        .optional();
  }

  /** Stores settings. */
  @Transactional
  public void want(Wish wish) {
    db.sql("delete from notice_wish where user_id = :user").param("user", wish.user()).update();
    Wish.Quiet quiet = wish.quiet();
    db.sql(
            """
            insert into notice_wish (user_id, mail, by_mail, on_devices, quiet_from, quiet_until)
            values (:user, :mail, :byMail, :onDevices, :from, :until)
            """)
        .param("user", wish.user())
        .param("mail", wish.mail())
        .param("byMail", codes(wish.byMail()))
        .param("onDevices", codes(wish.onDevices()))
        .param("from", quiet == null ? null : minutes(quiet.from()))
        .param("until", quiet == null ? null : minutes(quiet.until()))
        .update();
  }

  private static Wish wish(ResultSet row) throws SQLException {
    return new Wish(
        row.getObject("user_id", UUID.class),
        row.getString("mail"),
        kinds(row.getString("by_mail")),
        kinds(row.getString("on_devices")),
        quiet(row));
  }

  private static Wish.@Nullable Quiet quiet(ResultSet row) throws SQLException {
    int from = row.getInt("quiet_from");
    if (row.wasNull()) {
      return null;
    }
    return new Wish.Quiet(
        LocalTime.ofSecondOfDay(from * 60L),
        LocalTime.ofSecondOfDay(row.getInt("quiet_until") * 60L));
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  /** Kinds as stored. */
  public static String codes(Collection<NoticeKind> kinds) {
    return kinds.stream().sorted().map(NoticeKind::code).collect(Collectors.joining(","));
  }

  /** Kinds from storage or a form; unknown ones are left out. */
  public static Set<NoticeKind> kinds(String codes) {
    Set<String> listed = Set.of(codes.split(",", -1));
    return Arrays.stream(NoticeKind.values())
        .filter(kind -> listed.contains(kind.code()))
        .collect(Collectors.toSet());
  }
}
