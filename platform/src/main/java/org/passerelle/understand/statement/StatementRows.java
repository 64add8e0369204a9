package org.passerelle.understand.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.passerelle.understand.diagnosis.InterviewWithdrawn;
import org.passerelle.understand.diagnosis.Passages;
import org.passerelle.understand.diagnosis.QuotableInterviews;
import org.passerelle.understand.network.Networks;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the passages are and what they are about; the words stay in the interviews. */
@Component
class StatementRows {
  private static final int MOST = 60;
  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;
  private final QuotableInterviews interviews;
  private final Networks networks;

  StatementRows(
      JdbcClient db,
      Identifiers identifiers,
      Clock clock,
      QuotableInterviews interviews,
      Networks networks) {
    this.db = db;
    this.identifiers = identifiers;
    this.clock = clock;
    this.interviews = interviews;
    this.networks = networks;
  }

  void add(UUID interview, Passages.Span span, UUID network, UUID element, SignedIn who) {
    db.sql(
            """
            insert into interview_statement (id, interview, starts, ends, network, element, by_user, at)
            values (:id, :interview, :starts, :ends, :network, :element, :user, :now)
            """)
        .param("id", identifiers.next())
        .param("interview", interview)
        .param("starts", span.from())
        .param("ends", span.to())
        .param("network", network)
        .param("element", element)
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
  }

  /** Those of an interview that the reader may see, in networks on whose team they are. */
  List<Statement> of(UUID interview, SignedIn who) {
    List<Statement> all =
        db.sql(
                """
                select id, interview, starts, ends, network, element from interview_statement
                 where interview = :interview order by starts, ends, at, id
                """)
            .param("interview", interview)
            .query((row, i) -> statement(row))
            .list();
    Set<UUID> seen = networks.seen(all.stream().map(Statement::network).distinct().toList(), who);
    boolean quotable = interviews.of(List.of(interview), who).containsKey(interview);
    return quotable ? all.stream().filter(one -> seen.contains(one.network())).toList() : List.of();
  }

  /** Those about elements of a network, in interviews that the reader may quote, by number. */
  List<Statement> about(UUID network, Collection<UUID> elements, SignedIn who) {
    List<Statement> all =
        db.sql(
                """
                select id, interview, starts, ends, network, element from interview_statement
                 where network = :network and element = any(cast(:elements as uuid array))
                 order by starts, ends, id
                """)
            .param("network", network)
            .param("elements", UuidArray.of(elements))
            .query((row, i) -> statement(row))
            .list();
    Map<UUID, Integer> numbers =
        interviews.of(all.stream().map(Statement::interview).distinct().toList(), who);
    return all.stream()
        .filter(one -> numbers.containsKey(one.interview()))
        .sorted(Comparator.comparing(one -> numbers.getOrDefault(one.interview(), 0)))
        .limit(MOST)
        .toList();
  }

  void remove(UUID statement) {
    db.sql("delete from interview_statement where id = :id").param("id", statement).update();
  }

  /** What was said is gone. */
  @EventListener
  void on(InterviewWithdrawn withdrawn) {
    db.sql("delete from interview_statement where interview = :id")
        .param("id", withdrawn.interview())
        .update();
  }

  private static Statement statement(ResultSet row) throws SQLException {
    return new Statement(
        row.getObject("id", UUID.class),
        row.getObject("interview", UUID.class),
        row.getInt("starts"),
        row.getInt("ends"),
        row.getObject("network", UUID.class),
        row.getObject("element", UUID.class));
  }
}
