package org.passerelle.accounts.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Tokens;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens in the table {@code api_token}, by their digest. */
@Service
class JdbcTokens implements Tokens {
  /** Prefix by which a leaked token is recognised. */
  private static final String PREFIX = "passerelle_";

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private final JdbcClient db;
  private final Secrets secrets;
  private final Identifiers identifiers;
  private final AuditLog audit;
  private final Clock clock;

  JdbcTokens(JdbcClient db, Secrets secrets, Identifiers identifiers, AuditLog audit, Clock clock) {
    this.db = db;
    this.secrets = secrets;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String make(SignedIn who, String label, Set<String> scopes, LocalDate expires) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (scopes.isEmpty()
        || !SCOPES.containsAll(scopes)
        || expires.isBefore(today)
        || expires.isAfter(today.plusDays(LONGEST_DAYS))) {
      throw new IllegalArgumentException(
          "A token needs scopes of %s and a last day within %d days, not %s until %s."
              .formatted(SCOPES, LONGEST_DAYS, scopes, expires));
    }
    String token = PREFIX + secrets.token();
    UUID id = identifiers.next();
    String joined = String.join(" ", new TreeSet<>(scopes));
    db.sql(
            """
            insert into api_token (id, user_id, digest, label, scopes, expires, made, epoch)
            select :id, u.id, :digest, :label, :scopes, :expires, :now, u.epoch
              from app_user u where u.id = :user
            """)
        .param("id", id)
        .param("digest", Secrets.digest("token", token))
        .param("label", label)
        .param("scopes", joined)
        .param("expires", expires)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    audit.write(
        who,
        "token.made",
        "user",
        who.user(),
        Map.of(
            "token",
            id.toString(),
            "scopes",
            joined.replace(' ', ','),
            "expires",
            expires.toString()));
    return token;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Token> of(UUID user) {
    return db.sql(
            """
            select t.* from api_token t join app_user u on u.id = t.user_id
             where t.user_id = :user and t.ended is null and t.expires >= :today and t.epoch = u.epoch
             order by t.made desc, t.id
            """)
        .param("user", user)
        .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .query(JdbcTokens::token)
        .list();
  }

  @Override
  @Transactional
  public void end(SignedIn who, UUID token) {
    int ended =
        db.sql(
                "update api_token set ended = :now where id = :id and user_id = :user and ended is null")
            .param("now", Columns.now(clock))
            .param("id", token)
            .param("user", who.user())
            .update();
    if (ended > 0) {
      audit.write(who, "token.ended", "user", who.user(), Map.of("token", token.toString()));
    }
  }

  @Override
  @Transactional
  public Optional<Holder> who(String token, Language language) {
    if (!token.startsWith(PREFIX) || token.length() > 100) {
      return Optional.empty();
    }
    List<Row> rows =
        db.sql(
                """
                select t.id as token, t.scopes, t.used, u.id, u.name, u.organisation,
                       o.name_en, o.name_fr, o.name_sr, r.role
                  from api_token t
                  join app_user u on u.id = t.user_id
                  join organisation o on o.id = u.organisation
                  join user_role r on r.user_id = u.id
                 where t.digest = :digest and t.ended is null and t.expires >= :today
                   and t.epoch = u.epoch and u.active and o.active
                """)
            .param("digest", Secrets.digest("token", token))
            .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
            .query(
                (row, i) ->
                    new Row(
                        row.getObject("token", UUID.class),
                        row.getString("scopes"),
                        row.getObject("used", OffsetDateTime.class) == null
                            ? OffsetDateTime.parse("1970-01-01T00:00:00Z")
                            : row.getObject("used", OffsetDateTime.class),
                        new SignedIn(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getObject("organisation", UUID.class),
                            new Wording(
                                    Map.of(
                                        "en", row.getString("name_en"),
                                        "fr", row.getString("name_fr"),
                                        "sr", row.getString("name_sr")))
                                .in(language),
                            EnumSet.of(Role.valueOf(row.getString("role"))))))
            .list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Row first = rows.get(0);
    if (first.used.isBefore(Columns.now(clock).minus(NOTED_EVERY))
        || first.used.isAfter(Columns.now(clock))) {
      db.sql("update api_token set used = :now where id = :id")
          .param("now", Columns.now(clock))
          .param("id", first.token)
          .update();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    rows.forEach(row -> roles.addAll(row.who.roles()));
    SignedIn who =
        new SignedIn(
            first.who.user(),
            first.who.name(),
            first.who.organisation(),
            first.who.organisationName(),
            roles,
            first.token);
    return Optional.of(new Holder(who, first.token, Set.of(first.scopes.split(" ", -1))));
  }

  private record Row(UUID token, String scopes, OffsetDateTime used, SignedIn who) {}

  private static Token token(ResultSet row, int number) throws SQLException {
    return new Token(
        row.getObject("id", UUID.class),
        row.getString("label"),
        Arrays.asList(row.getString("scopes").split(" ", -1)),
        row.getObject("expires", LocalDate.class),
        Columns.instant(row, "made"),
        Columns.instantOrNull(row, "used"));
  }
}
