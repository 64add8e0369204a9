package org.passerelle.protect;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.protect.sharing.letterbox.DepositedDossier;
import org.passerelle.storage.House;

/**
 * Decides what must hold across the border: for hand-overs, contents of letterboxes, and matches.
 * Called by {@link Judge}.
 */
final class JudgeAbroad {
  private final House house;
  private final Judge judge;
  private final Map<UUID, Integer> written = new ConcurrentHashMap<>();

  JudgeAbroad(House house, Judge judge) {
    this.house = house;
    this.judge = judge;
  }

  void wrote(UUID referral) {
    written.merge(referral, 1, Integer::sum);
  }

  /** A guest must not read what was recalled before. */
  void lay(HandsWorld.Sent sent, List<DepositedDossier.Item> items, long began) {
    if (items.stream().anyMatch(item -> !item.written())) {
      judge.opened(sent, began);
    }
  }

  /** All activity has ended. */
  void atTheEnd(HandsWorld world) {
    // recalling a letterbox destroys the guest's acceptance that lay in it
    world.handOvers.stream()
        .filter(sent -> !world.lying.contains(sent) || judge.goesOn(sent))
        .forEach(this::acceptedBeforeArrived);
    world.handOvers.stream()
        .filter(sent -> !world.lying.contains(sent))
        .filter(judge::goesOn)
        .forEach(this::bothSidesSayTheSame);
    world.lying.stream().filter(judge::goesOn).forEach(this::eachWordOnce);
    world.lying.stream().filter(sent -> judge.isEnded(sent.id())).forEach(this::nothingLies);
    world.known.forEach(this::foundByWhomItIsOpenTo);
    world.asked.forEach(this::toldWhatWasDecided);
  }

  private void acceptedBeforeArrived(HandsWorld.Sent sent) {
    int arrived =
        count(
            """
            select count(*) from hand_over_step where hand_over = :id
               and step in ('arrived', 'not_arrived', 'reintegration')
            """,
            sent.id());
    int accepted =
        count(
            """
            select count(*) from audit_entry where subject = :id and action = 'referral.accepted'
            """,
            sent.id());
    int lies =
        count(
            """
            select count(*) from letterbox_item
             where referral = :id and kind = 'referral.accepted'
            """,
            sent.id());
    if (arrived > 0 && accepted + lies == 0) {
      judge.broke("hand-over %s arrived and was never accepted".formatted(sent.id()));
    }
    int inHand =
        count(
            "select count(*) from audit_entry where subject = :id and action = 'handover.acknowledged'",
            sent.id());
    if (inHand > 1) {
      judge.broke("hand-over %s was taken in hand %d times".formatted(sent.id(), inHand));
    }
  }

  /** Nothing is waiting: each step recorded on one side has arrived on the other exactly once. */
  private void bothSidesSayTheSame(HandsWorld.Sent sent) {
    List<Map<String, Object>> sides =
        house
            .db()
            .sql(
                """
                select h.acknowledged_at is null as waits, coalesce(h.outcome, '') as outcome,
                       (select count(*) from hand_over_step s
                         where s.hand_over = h.id and s.organisation = h.organisation) as steps
                  from hand_over h where h.id = :id
                """)
            .param("id", sent.id())
            .query()
            .listOfRows();
    if (sides.size() == 2 && !sides.get(0).equals(sides.get(1))) {
      judge.broke("hand-over %s stands as %s".formatted(sent.id(), sides));
    }
  }

  private void eachWordOnce(HandsWorld.Sent sent) {
    int there =
        count(
            """
            select count(*) from letterbox_item
             where referral = :id and written and kind = 'referral.message'
            """,
            sent.id());
    if (there != written.getOrDefault(sent.id(), 0)) {
      judge.broke(
          "letterbox of %s: %d messages, %s were written"
              .formatted(sent.id(), there, written.get(sent.id())));
    }
  }

  private void nothingLies(HandsWorld.Sent sent) {
    int there = count("select count(*) from letterbox_item where referral = :id", sent.id());
    if (there > 0) {
      judge.broke("%s was taken back and %d things lie there".formatted(sent.id(), there));
    }
  }

  private void foundByWhomItIsOpenTo(HandsWorld.File file) {
    int closed =
        count(
            """
            select count(*) from known_hit h
             where h.case_id = :id and h.sent_at is null
               and not exists (select 1 from case_findable f
                                where f.case_id = h.case_id and f.by_organisation = h.asker)
            """,
            file.id());
    if (closed > 0) {
      judge.broke(
          "case %s is open to nobody and %d questions found it".formatted(file.id(), closed));
    }
  }

  private void toldWhatWasDecided(HandsWorld.File file) {
    int told =
        count(
            """
            select count(*) from known_question q
             where q.case_id = :id and q.band in ('likely', 'possible')
               and not exists (select 1 from known_hit h
                                where h.question = q.id and h.band = q.band and h.decided_by is not null)
            """,
            file.id());
    if (told > 0) {
      judge.broke("case %s: %d answers that nobody released".formatted(file.id(), told));
    }
  }

  private int count(String sql, UUID id) {
    return house.db().sql(sql).param("id", id).query(Integer.class).single();
  }
}
