package org.passerelle.protect.sharing.handover;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody wrote where a person is who set out, or that the journey is not safe, with notes, and
 * the basis for the notes ended while the message waited. The danger is said all the same: the step
 * is put again as its code and its day, which need no basis (decision 0103). It keeps its
 * identifier, so that a side which has it already takes no notice.
 */
@Component
class WhereaboutsAgain {
  private static final Set<String> WHEREABOUTS =
      Stream.of(Step.values())
          .filter(Step::isWhereabouts)
          .map(Step::code)
          .collect(Collectors.toUnmodifiableSet());

  /** The step of a message, unless something newer was recorded of the same. */
  private static final String STANDS =
      """
      select s.id, s.organisation, s.hand_over, h.other, s.step, s.on_day
        from hand_over_step s
        join hand_over h on h.id = s.hand_over and h.organisation = s.organisation
       where s.message = :message and s.author = s.organisation and s.state = 'done'
         and ((s.step in (:whereabouts)
               and not exists (select 1 from hand_over_step n
                                where n.hand_over = s.hand_over and n.organisation = s.organisation
                                  and n.step in (:whereabouts) and n.number > s.number))
              or (s.step = 'risk' and h.stopped_at is not null
                  and not exists (select 1 from hand_over_step n
                                   where n.hand_over = s.hand_over and n.organisation = s.organisation
                                     and n.step = 'risk' and n.state = 'done' and n.number > s.number)))
      """;

  private final JdbcClient db;
  private final Outbox outbox;

  WhereaboutsAgain(JdbcClient db, Outbox outbox) {
    this.db = db;
    this.outbox = outbox;
  }

  private record Said(
      UUID id, UUID organisation, UUID handOver, UUID other, String step, @Nullable LocalDate on) {}

  /** Also if the message may have arrived, since nobody knows. */
  @EventListener
  void on(MessageEnded ended) {
    // who ended it because the other node refuses it tells them in another way
    if (ended.how() == Ending.DELIVERED || ended.reason().equals(Ending.UNDELIVERABLE.code())) {
      return;
    }
    db.sql(STANDS)
        .param("message", ended.message())
        .param("whereabouts", WHEREABOUTS)
        .query(
            (row, i) ->
                new Said(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation", UUID.class),
                    row.getObject("hand_over", UUID.class),
                    row.getObject("other", UUID.class),
                    row.getString("step"),
                    row.getObject("on_day", LocalDate.class)))
        .list()
        .forEach(said -> again(said, ended.how() != Ending.LEFT));
  }

  private void again(Said said, boolean lost) {
    Step step = Step.of(said.step).orElseThrow();
    RecordedStep.Details code =
        new RecordedStep.Details(
            step == Step.RISK ? RecordedStep.Details.UNSAFE : "", "", "", "", "", "", "");
    RecordedStep.Draft bare = new RecordedStep.Draft(step, "done", said.on, code);
    UUID message =
        outbox.put(
            new Outbox.Outgoing(
                HandOverMessages.STEP,
                1,
                said.handOver,
                said.organisation,
                said.other,
                null,
                null,
                HandOverMessages.json(HandOverMessages.Recorded.of(said.id, bare))));
    db.sql(
            """
            update hand_over_step
               set message = :message, stopped = false, arrived_at = null, without_words = :lost
             where id = :id and organisation = :organisation
            """)
        .param("message", message)
        .param("lost", lost)
        .param("id", said.id)
        .param("organisation", said.organisation)
        .update();
  }
}
