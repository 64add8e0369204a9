package org.passerelle.steer.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Releases, stored in two tables. */
@Component
@PublicProcess
class JdbcReleases implements Releases {
  private final JdbcClient db;
  private final Clock clock;
  private final Register register;
  private final AuditLog audit;
  private final Obstacles obstacles;

  JdbcReleases(JdbcClient db, Clock clock, Register register, AuditLog audit, Obstacles obstacles) {
    this.db = db;
    this.clock = clock;
    this.register = register;
    this.audit = audit;
    this.obstacles = obstacles;
  }

  @Override
  public List<ReleaseObstacles.Obstacle> obstacles(Entry letter) {
    return obstacles.of(letter);
  }

  @Override
  public List<ReleaseObstacles.Obstacle> told(Entry letter) {
    return obstacles.told(letter);
  }

  @Override
  @Transactional
  public Release release(
      Entry letter, Editions made, String reason, SignedIn who, SignedIn approvedBy) {
    int found = obstacles(letter).size();
    if (found > 0) {
      throw new Refused("letters.refused.obstacles", found);
    }
    Release release = keep(letter, made, reason, who, approvedBy);
    Map<String, Object> content = new LinkedHashMap<>(letter.content());
    if (!"released".equals(content.put("state", "released"))) {
      register.save(who, letter.kind(), letter.id(), letter.revision(), content, reason);
    }
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("asked-by", who.user().toString());
    detail.put("letter", letter.id());
    detail.put("version", Integer.toString(release.version()));
    release.digests().forEach(d -> detail.put(d.language() + "." + name(d.form()), d.digest()));
    audit.write(approvedBy, "letter.released", "letter", null, detail);
    return release;
  }

  /** Stores the editions of an issue as its next version. */
  Release keep(
      Entry letter,
      Editions made,
      String reason,
      @Nullable SignedIn who,
      @Nullable SignedIn approvedBy) {
    int version = of(letter.id()).stream().mapToInt(Release::version).max().orElse(0) + 1;
    Instant now = clock.instant();
    Release release =
        new Release(
            letter.id(),
            version,
            letter.whole("number").orElse(0),
            now,
            who == null ? "" : who.name(),
            approvedBy == null ? "" : approvedBy.name(),
            reason,
            Optional.empty(),
            List.of());
    db.sql(
            """
            insert into letter_release
              (letter, version, number, at, by_user, by_name, approved_by, approved_name, reason)
            values (:letter, :version, :number, :at, :by, :name, :second, :secondName, :reason)""")
        .param("letter", release.letter())
        .param("version", version)
        .param("number", release.number())
        .param("at", Columns.at(now))
        .param("by", who == null ? null : who.user())
        .param("name", release.byName())
        .param("second", approvedBy == null ? null : approvedBy.user())
        .param("secondName", approvedBy == null ? null : release.approvedName())
        .param("reason", reason)
        .update();
    return release.with(made.files().stream().map(file -> store(release, file)).toList());
  }

  private Digested store(Release release, Editions.Made file) {
    byte[] content = file.content();
    Digested made =
        new Digested(
            file.language(), file.form(), file.title(), content.length, Sha256.of(content));
    db.sql(
            """
            insert into letter_edition (letter, version, language, form, title, content, digest)
            values (:letter, :version, :language, :form, :title, :content, :digest)""")
        .param("letter", release.letter())
        .param("version", release.version())
        .param("language", made.language())
        .param("form", name(made.form()))
        .param("title", made.title())
        .param("content", content)
        .param("digest", made.digest())
        .update();
    return made;
  }

  @Override
  @Transactional
  public void withdraw(Entry letter, int version, String reason, SignedIn who) {
    int withdrawn =
        db.sql(
                """
                update letter_release
                set withdrawn_at = :at, withdrawn_by = :name, withdrawn_reason = :reason
                where letter = :letter and version = :version and withdrawn_at is null""")
            .param("at", Columns.now(clock))
            .param("name", who.name())
            .param("reason", reason)
            .param("letter", letter.id())
            .param("version", version)
            .update();
    if (withdrawn == 0) {
      throw new Refused("letters.refused.withdrawn");
    }
    audit.write(
        who,
        "letter.withdrawn",
        "letter",
        null,
        Map.of("letter", letter.id(), "version", Integer.toString(version)));
  }

  @Override
  public List<Release> of(String letter) {
    return db.sql(
            """
            select letter, version, number, at, by_name, approved_name, reason,
              withdrawn_at, withdrawn_by, withdrawn_reason
            from letter_release where letter = :letter order by version desc""")
        .param("letter", letter)
        .query((row, n) -> release(row))
        .list();
  }

  @Override
  public List<Release> current() {
    return db.sql(
            """
            select letter, version, number, at, by_name, approved_name, reason,
              withdrawn_at, withdrawn_by, withdrawn_reason
            from letter_release r
            where withdrawn_at is null and version = (
              select max(version) from letter_release s
              where s.letter = r.letter and s.withdrawn_at is null)
            order by number desc, letter""")
        .query((row, n) -> release(row))
        .list();
  }

  @Override
  public List<Release> since(Instant moment, SignedIn reader) {
    return db.sql(
            """
            select letter, version, number, at, by_name, approved_name, reason,
              withdrawn_at, withdrawn_by, withdrawn_reason
            from letter_release
            where (at > :moment and by_user <> :reader and approved_by <> :reader)
               or (withdrawn_at > :moment and withdrawn_by <> :name)
            order by at desc""")
        .param("moment", Columns.at(moment))
        .param("reader", reader.user())
        .param("name", reader.name())
        .query((row, n) -> release(row))
        .list();
  }

  @Override
  public Optional<Edited> edition(int number, String language, Letters.Form form) {
    return current().stream()
        .filter(r -> r.number() == number)
        .findFirst()
        .flatMap(release -> edition(release, language, form));
  }

  @Override
  public Optional<Edited> edition(Release release, String language, Letters.Form form) {
    return db.sql(
            """
            select title, content, digest from letter_edition
            where letter = :letter and version = :version and language = :language
              and form = :form""")
        .param("letter", release.letter())
        .param("version", release.version())
        .param("language", language)
        .param("form", name(form))
        .query(
            (row, n) -> {
              byte[] content = row.getBytes("content");
              return new Edited(
                  release,
                  new Digested(
                      language,
                      form,
                      row.getString("title"),
                      content.length,
                      row.getString("digest")),
                  content);
            })
        .optional();
  }

  private Release release(java.sql.ResultSet row) throws java.sql.SQLException {
    String letter = row.getString("letter");
    int version = row.getInt("version");
    OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    return new Release(
        letter,
        version,
        row.getInt("number"),
        Columns.instant(row, "at"),
        row.getString("by_name"),
        Objects.requireNonNullElse(row.getString("approved_name"), ""),
        row.getString("reason"),
        withdrawn == null
            ? Optional.empty()
            : Optional.of(
                new Withdrawn(
                    withdrawn.toInstant(),
                    row.getString("withdrawn_by"),
                    row.getString("withdrawn_reason"))),
        digests(letter, version));
  }

  private List<Digested> digests(String letter, int version) {
    return db.sql(
            """
            select language, form, title, octet_length(content) as bytes, digest
            from letter_edition where letter = :letter and version = :version
            order by language, form""")
        .param("letter", letter)
        .param("version", version)
        .query(
            (row, n) ->
                new Digested(
                    row.getString("language"),
                    Letters.Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
                    row.getString("title"),
                    row.getLong("bytes"),
                    row.getString("digest")))
        .list();
  }

  private static String name(Letters.Form form) {
    return form.name().toLowerCase(Locale.ROOT);
  }
}
