package org.passerelle.protect.identity.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs that a reader may see, because they see a case of each person. Pairs with a file that they
 * do not see are only counted, and not even that if the case is restricted to its team.
 */
@Service
public class PossibleDuplicates {
  private final CaseSight sight;

  PossibleDuplicates(CaseSight sight) {
    this.sight = sight;
  }

  /** Pairs that wait for this reader: by stakes, then most doubtful first. */
  @Transactional(readOnly = true)
  public List<PossibleDuplicate> waiting(SignedIn who, int limit) {
    return seen(
            """
            select d.id, d.one, d.other, d.probability, d.two_readers, d.state, d.found_at,
                   (select count(*) from duplicate_reading r where r.pair = d.id and r.asked = d.asked) as answered,
                   0 as own
              from possible_duplicate d
             where d.organisation = :organisation and d.state in ('open', 'disputed')
               and (d.state = 'open' or :supervisor)
               and not exists (select 1 from duplicate_reading r where r.pair = d.id and r.asked = d.asked and r.reader = :user)
               and (exists (select 1 from {case c} where c.person = d.one
                             and {seen c})
                    or exists (select 1 from {case c}
                                where c.id in (select r.case_id from case_role_outline r where r.person = d.one)
                                  and {seen c}))
               and (exists (select 1 from {case c} where c.person = d.other
                             and {seen c})
                    or exists (select 1 from {case c}
                                where c.id in (select r.case_id from case_role_outline r where r.person = d.other)
                                  and {seen c}))
             order by case when d.state = 'disputed' then 0 else 1 end, d.two_readers desc, abs(d.probability - 0.5), d.id
             limit :limit
            """,
            who)
        .param("limit", limit)
        .query((row, i) -> pair(row, who))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Pairs with a person, whatever their state, of which the reader sees both sides. */
  @Transactional(readOnly = true)
  public List<PossibleDuplicate> of(UUID person, SignedIn who) {
    return seen(
            """
            select d.id, d.one, d.other, d.probability, d.two_readers, d.state, d.found_at,
                   (select count(*) from duplicate_reading r where r.pair = d.id and r.asked = d.asked) as answered,
                   (select count(*) from duplicate_reading r where r.pair = d.id and r.asked = d.asked and r.reader = :user) as own
              from possible_duplicate d
             where d.organisation = :organisation and (d.one = :person or d.other = :person)
             order by d.probability desc, d.id
            """,
            who)
        .param("person", person)
        .query((row, i) -> pair(row, who))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Number of open pairs with files that the reader does not see but their supervisor does. */
  @Transactional(readOnly = true)
  public int hidden(UUID person, SignedIn who) {
    long all =
        seen(
                """
                select count(*) from possible_duplicate d
                 where d.organisation = :organisation and d.state in ('open', 'disputed')
                   and (d.one = :person or d.other = :person)
                   and exists (select 1 from {case c}
                                where c.person = case when d.one = :person then d.other else d.one end
                                  and {open c})
                """,
                who)
            .param("person", person)
            .query(Long.class)
            .single();
    long seen =
        of(person, who).stream().filter(pair -> pair.open() && !closed(pair, person, who)).count();
    return (int) Math.max(0, all - seen);
  }

  private boolean closed(PossibleDuplicate pair, UUID person, SignedIn who) {
    UUID other = pair.one().person().equals(person) ? pair.other().person() : pair.one().person();
    return seen("select count(*) from {case c} where c.person = :other and {open c}", who)
            .param("other", other)
            .query(Integer.class)
            .single()
        == 0;
  }

  /**
   * A pair.
   *
   * @throws NotFound if it is not visible to this reader
   */
  @Transactional(readOnly = true)
  public PossibleDuplicate find(UUID id, SignedIn who) {
    return seen(
            """
            select d.id, d.one, d.other, d.probability, d.two_readers, d.state, d.found_at,
                   (select count(*) from duplicate_reading r where r.pair = d.id and r.asked = d.asked) as answered,
                   (select count(*) from duplicate_reading r where r.pair = d.id and r.asked = d.asked and r.reader = :user) as own
              from possible_duplicate d
             where d.id = :id and d.organisation = :organisation
            """,
            who)
        .param("id", id)
        .query((row, i) -> pair(row, who))
        .optional()
        .map(found -> found.orElseThrow(NotFound::new))
        .orElseThrow(NotFound::new);
  }

  private Optional<PossibleDuplicate> pair(ResultSet row, SignedIn who) throws SQLException {
    Optional<PossibleDuplicate.Side> one = side(row.getObject("one", UUID.class), who);
    Optional<PossibleDuplicate.Side> other = side(row.getObject("other", UUID.class), who);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PossibleDuplicate(
            row.getObject("id", UUID.class),
            row.getDouble("probability"),
            row.getBoolean("two_readers"),
            row.getString("state"),
            row.getInt("answered"),
            row.getInt("own") > 0,
            Columns.instant(row, "found_at"),
            one.get(),
            other.get()));
  }

  /** A case by which the reader sees a person, preferably the person's own case. */
  Optional<PossibleDuplicate.Side> side(UUID person, SignedIn who) {
    return seen(
            """
            select c.id, c.code, 'victim' as role, 0 as place from {case c}
             where c.person = :person and {seen c}
            union all
            select c.id, c.code, r.role, 1 as place
              from {case c} join case_role_outline r on r.case_id = c.id and r.person = :person
             where c.id in (select x.case_id from case_role_outline x where x.person = :person)
               and c.person <> :person and {seen c}
             order by place, code limit 1
            """,
            who)
        .param("person", person)
        .query(
            (row, i) ->
                new PossibleDuplicate.Side(
                    person,
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    row.getString("role")))
        .optional();
  }

  private JdbcClient.StatementSpec seen(String sql, SignedIn who) {
    return sight.sql(sql, who);
  }
}
