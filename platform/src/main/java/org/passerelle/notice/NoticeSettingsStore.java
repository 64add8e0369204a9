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
public class NoticeSettingsStore {
  private final JdbcClient db;

  NoticeSettingsStore(JdbcClient db) {
    this.db = db;
  }

  /** A user's settings, or the default. */
  @Transactional(readOnly = true)
  public NoticeSettings of(UUID user) {
    return said(user).orElseGet(() -> NoticeSettings.none(user));
  }

  private Optional<NoticeSettings> said(UUID user) {
    return db.sql("select * from notice_wish where user_id = :user")
        .param("user", user)
        .query((row, i) -> wish(row))
        .optional();
  }

  /** Stores settings. */
  @Transactional
  public void want(NoticeSettings noticeSettings) {
    db.sql("delete from notice_wish where user_id = :user")
        .param("user", noticeSettings.user())
        .update();
    NoticeSettings.Quiet quiet = noticeSettings.quiet();
    db.sql(
            """
            insert into notice_wish (user_id, mail, by_mail, on_devices, quiet_from, quiet_until)
            values (:user, :mail, :byMail, :onDevices, :from, :until)
            """)
        .param("user", noticeSettings.user())
        .param("mail", noticeSettings.mail())
        .param("byMail", codes(noticeSettings.byMail()))
        .param("onDevices", codes(noticeSettings.onDevices()))
        .param("from", quiet == null ? null : minutes(quiet.from()))
        .param("until", quiet == null ? null : minutes(quiet.until()))
        .update();
  }

  private static NoticeSettings wish(ResultSet row) throws SQLException {
    return new NoticeSettings(
        row.getObject("user_id", UUID.class),
        row.getString("mail"),
        kinds(row.getString("by_mail")),
        kinds(row.getString("on_devices")),
        quiet(row));
  }

  private static NoticeSettings.@Nullable Quiet quiet(ResultSet row) throws SQLException {
    int from = row.getInt("quiet_from");
    if (row.wasNull()) {
      return null;
    }
    return new NoticeSettings.Quiet(
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
