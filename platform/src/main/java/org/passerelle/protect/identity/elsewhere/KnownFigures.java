package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of questions between the user's organisation and others, and signed sizes of sets. */
@Service
public class KnownFigures {
  private static final int DAYS = 30;
  private final JdbcClient db;
  private final DayTime time;

  KnownFigures(JdbcClient db, DayTime time) {
    this.db = db;
    this.time = time;
  }

  /**
   * Numbers for one other organisation within thirty days.
   *
   * @param came questions received and compared
   * @param beyond questions received beyond the quota and not compared
   * @param asked questions sent
   * @param files size of its set as last signed; zero before the first
   */
  public record Partner(UUID id, int came, int beyond, int asked, int files) {}

  /** Organisations with exchanges; those that exceed the quota first. */
  @Transactional(readOnly = true)
  public List<Partner> of(SignedIn who) {
    return db.sql(
            """
            select d.far,
                   sum(case when d.asker then 0 else d.questions end) as came,
                   sum(d.beyond) as beyond,
                   sum(case when d.asker then d.questions else 0 end) as went,
                   coalesce((select max(r.files) from known_round r
                     where r.organisation = d.organisation and r.far = d.far and r.asker and r.state = 'raised'
                       and r.at = (select max(l.at) from known_round l
                                    where l.organisation = r.organisation and l.far = r.far and l.asker
                                      and l.state = 'raised')), 0) as files
              from known_day d
             where d.organisation = :organisation and d.on_day >= :since
             group by d.organisation, d.far
             order by sum(d.beyond) desc, sum(d.questions) desc, d.far
            """)
        .param("organisation", who.organisation())
        .param("since", time.today().minusDays(DAYS))
        .query(
            (row, i) ->
                new Partner(
                    row.getObject("far", UUID.class),
                    row.getInt("came"),
                    row.getInt("beyond"),
                    row.getInt("went"),
                    row.getInt("files")))
        .list();
  }

  /**
   * Questions of an organisation that matched more than one file, although a question is about one
   * person.
   *
   * @param questions number of such questions
   * @param files number of files that they matched together
   */
  public record Several(UUID asker, int questions, int files) {}

  /** Organisations with such questions since a given time. */
  @Transactional(readOnly = true)
  public List<Several> several(OffsetDateTime since, SignedIn who) {
    return db.sql(
            """
            select g.asker, count(*) as questions, sum(g.files) as files
              from (select asker, question, count(*) as files, max(found_at) as found from known_hit
                     where organisation = :organisation group by asker, question) g
             where g.files > 1 and g.found >= :since
             group by g.asker order by sum(g.files) desc, g.asker
            """)
        .param("organisation", who.organisation())
        .param("since", since)
        .query(
            (row, i) ->
                new Several(
                    row.getObject("asker", UUID.class),
                    row.getInt("questions"),
                    row.getInt("files")))
        .list();
  }

  /** The same within thirty days. */
  @Transactional(readOnly = true)
  public List<Several> several(SignedIn who) {
    return several(time.now().minusDays(DAYS), who);
  }

  /**
   * A user who repeatedly asks about apparently the same person.
   *
   * @param times number of questions within thirty days
   */
  public record Often(UUID colleague, UUID asked, int times) {}

  /** Such users among the reader's colleagues since a given time; for supervisors. */
  @Transactional(readOnly = true)
  public List<Often> often(OffsetDateTime since, SignedIn who) {
    if (!who.is(Role.SUPERVISOR)) {
      return List.of();
    }
    return db.sql(
            """
            select asked_by, asked, max(times) as times from known_question
             where organisation = :organisation and times >= :often and asked_at >= :since
             group by asked_by, asked order by max(times) desc, asked_by, asked
            """)
        .param("organisation", who.organisation())
        .param("often", RepeatedQuestions.TOO_OFTEN)
        .param("since", since)
        .query(
            (row, i) ->
                new Often(
                    row.getObject("asked_by", UUID.class),
                    row.getObject("asked", UUID.class),
                    row.getInt("times")))
        .list();
  }

  /** The same within thirty days. */
  @Transactional(readOnly = true)
  public List<Often> often(SignedIn who) {
    return often(time.now().minusDays(DAYS), who);
  }

  /** Organisations that exceeded the quota since a day. */
  @Transactional(readOnly = true)
  public List<UUID> excessive(LocalDate since, SignedIn who) {
    return db.sql(
            """
            select distinct far from known_day
             where organisation = :organisation and not asker and beyond > 0 and on_day >= :since
            """)
        .param("organisation", who.organisation())
        .param("since", since)
        .query(UUID.class)
        .list();
  }
}
